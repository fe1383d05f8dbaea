import { useState } from 'preact/hooks';
import { sentenceOf } from '#web/api/problem-error.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import type { FieldsProps } from './fields-props.ts';

/** A project as it is offered. */
export interface PlainProject {
  readonly id: string;
  readonly name: string;
}

interface Props extends Pick<FieldsProps, 'projects' | 'onAddProject'> {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onChange: (projectId: string) => void;
}

const newProject = 'nouveau';

/** The project the money belongs to, if any; a new one can be named on the spot. */
export function ProjectField({ name, hint, value, onChange, projects, onAddProject }: Props) {
  const [naming, setNaming] = useState(false);
  if (projects.length === 0 && !onAddProject) return null;
  const options = projects.map((project) => ({ value: project.id, label: project.name }));
  return (
    <>
      <SelectField
        name={name}
        label="Projet"
        hint={hint}
        optional
        placeholder="Aucun"
        value={value}
        onChange={(chosen) => (chosen === newProject ? setNaming(true) : onChange(chosen))}
        options={[
          ...options,
          ...(onAddProject ? [{ value: newProject, label: 'Nouveau projet…' }] : []),
        ]}
      />
      {onAddProject && naming && (
        <NewProject
          name={`${name}-nom`}
          onAdd={onAddProject}
          onClose={() => setNaming(false)}
          onAdded={onChange}
        />
      )}
    </>
  );
}

interface NewProjectProps {
  readonly name: string;
  readonly onAdd: (name: string) => Promise<string>;
  readonly onAdded: (projectId: string) => void;
  readonly onClose: () => void;
}

function NewProject({ name, onAdd, onAdded, onClose }: NewProjectProps) {
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const add = () => {
    if (typed.trim() === '') return setError('Donnez un nom au projet.');
    onAdd(typed.trim()).then(
      (projectId) => {
        onAdded(projectId);
        onClose();
      },
      (problem: unknown) => setError(sentenceOf(problem)),
    );
  };
  return (
    <Dialog
      open
      title="Nouveau projet"
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onClick={add}>
            Ajouter le projet
          </Button>
          <Button onClick={onClose}>Fermer</Button>
        </>
      }
    >
      <TextField
        name={name}
        label="Nom du projet"
        hint="Par exemple : Classe de mer, Jardin de l’école."
        value={typed}
        onChange={setTyped}
        maxLength={80}
        error={error}
      />
    </Dialog>
  );
}
