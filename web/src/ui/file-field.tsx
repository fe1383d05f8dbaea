import { useEffect, useState } from 'preact/hooks';
import type { UploadedFile } from '#web/api/use-uploads.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { FieldGroup, fieldId, type FieldProps } from './field.tsx';
import css from './file-field.module.css';
import { Icon } from './icon.tsx';
import { ProgressBar } from './progress-bar.tsx';

interface Props extends FieldProps {
  readonly files: readonly UploadedFile[];
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (id: string) => void;
  readonly onRetry?: (id: string) => void;
  /** What may be chosen; photos and PDF unless told. */
  readonly accept?: string;
  /** Offers the camera of a phone. */
  readonly camera?: boolean;
  readonly multiple?: boolean;
}

const photosAndPapers = 'image/jpeg,image/png,image/webp,application/pdf';

/** Files by the button, the camera of a phone, or dropped here, each with its progress. */
export function FileField(props: Props) {
  const { name, files, onAdd, accept = photosAndPapers, camera = false, multiple = true } = props;
  const [over, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    setOver(false);
    if (list && list.length > 0) onAdd(Array.from(list));
  };
  const chooser = (label: string, icon: 'camera' | 'upload', capture: boolean) => (
    <label class={css['choose']}>
      <Icon name={icon} />
      <span>{label}</span>
      <input
        id={capture ? undefined : `${fieldId(name)}-fichier`}
        type="file"
        accept={capture ? 'image/*' : accept}
        multiple={multiple && !capture}
        {...(capture && { capture: 'environment' })}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
  return (
    <FieldGroup {...props}>
      <div
        class={classNames(css['drop'], over && css['over'])}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          take(event.dataTransfer?.files);
        }}
      >
        {camera && chooser('Prendre une photo', 'camera', true)}
        {chooser(multiple ? 'Choisir des fichiers' : 'Choisir un fichier', 'upload', false)}
        <span class={css['dropHint']}>ou déposez-les ici</span>
      </div>
      {files.length > 0 && (
        <ul class={css['files']} aria-label={props.label}>
          {files.map((file) => (
            <FileRow key={file.id} {...props} file={file} />
          ))}
        </ul>
      )}
    </FieldGroup>
  );
}

function FileRow({ file, onRemove, onRetry }: Props & { readonly file: UploadedFile }) {
  const { id, fileName, state, sentShare, error } = file;
  return (
    <li class={css['file']}>
      <Preview {...file} />
      <div class={css['about']}>
        <span class={css['name']}>{fileName}</span>
        {state === 'sending' && (
          <ProgressBar label={`Envoi de ${fileName}`} value={sentShare} max={1} quiet />
        )}
        {state === 'kept' && (
          <span class={css['kept']}>
            <Icon name="check" size={18} /> Joint
          </span>
        )}
        {state === 'failed' && (
          <span class={css['failed']} role="alert">
            <Icon name="warning" size={18} /> {error}
          </span>
        )}
      </div>
      <div class={css['acts']}>
        {state === 'failed' && onRetry && (
          <Button look="quiet" icon="retry" onClick={() => onRetry(id)}>
            Réessayer
          </Button>
        )}
        <Button
          look="quiet"
          icon="trash"
          label={`Retirer ${fileName}`}
          onClick={() => onRemove(id)}
        >
          Retirer
        </Button>
      </div>
    </li>
  );
}

/** The photo itself, or the sign of a paper. */
function Preview({ file, mediaType }: UploadedFile) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file || !mediaType.startsWith('image/')) return;
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file, mediaType]);
  return (
    <span class={css['preview']}>
      {url ? <img src={url} alt="" /> : <Icon name="file" size={24} />}
    </span>
  );
}
