import { useState } from 'preact/hooks';
import { Button } from './button.tsx';

interface Props {
  readonly text: string;
  /** What it says before, and once the text is copied. */
  readonly label: string;
  readonly done: string;
  readonly look?: 'primary';
}

/** Copies a text, and says so; as before where the browser refuses. */
export function CopyButton({ text, label, done, look }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Button {...(look && { look })} icon={copied ? 'check' : 'file'} onClick={copy}>
      {/* Said when it changes; a role of its own would take the button its name. */}
      <span aria-live="polite">{copied ? done : label}</span>
    </Button>
  );
}
