import { useState } from 'preact/hooks';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Checklist, type Step } from '#web/ui/checklist.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { HelpTip } from '#web/ui/help-tip.tsx';
import { Row, Stack } from '#web/ui/layout.tsx';
import { ShowMore } from '#web/ui/show-more.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { Segmented, Tabs } from '#web/ui/tabs.tsx';
import { showToast } from '#web/ui/toast.tsx';

interface Props {
  readonly level?: 2 | 3;
  /** Tells this copy from the others. */
  readonly suffix?: string;
}

/** What is clicked. */
export function ActionSamples({ level = 2 }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Card title="Boutons" level={level}>
      <Row>
        <Button look="primary" icon="plus">
          Noter une dépense
        </Button>
        <Button>Enregistrer le brouillon</Button>
        <Button look="quiet">Plus tard</Button>
        <Button look="danger" icon="trash">
          Supprimer
        </Button>
        <Button look="primary" busy>
          Enregistrement…
        </Button>
        <LinkButton href="/local/gallery" icon="download">
          Télécharger
        </LinkButton>
      </Row>
      <Button look="primary" disabledReason="Deux signatures manquent encore.">
        Déposer le CRF
      </Button>
      <Row>
        <Button onClick={() => setOpen(true)}>Ouvrir une question</Button>
        <Button
          onClick={() =>
            showToast({ message: 'Brouillon supprimé.', undo: { run: () => undefined } })
          }
        >
          Montrer un message
        </Button>
        <HelpTip about="une régie d’avance">
          L’argent confié à une classe, jusqu’à sa justification ou son retour.
        </HelpTip>
      </Row>
      <ShowMore shownCount={50} totalCount={214} onMore={() => undefined} />
      <Dialog
        open={open}
        title={'Annuler cette écriture\u202F?'}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button look="primary" onClick={() => setOpen(false)}>
              Annuler l’écriture
            </Button>
            <Button onClick={() => setOpen(false)}>Revenir</Button>
          </>
        }
      >
        <p>Une écriture contraire sera ajoutée aujourd’hui. Les deux restent visibles.</p>
      </Dialog>
    </Card>
  );
}

const steps: readonly Step[] = [
  { key: 'a', label: 'Importer le relevé d’août', state: 'done' },
  {
    key: 'b',
    label: 'Compter la caisse',
    note: 'avant le 30 septembre 2026',
    state: 'current',
    href: '/local/gallery',
  },
  { key: 'c', label: 'Faire signer le quitus', state: 'todo' },
  { key: 'd', label: 'Déposer le CRF', note: 'Deux signatures manquent.', state: 'blocked' },
];

/** What says a state, and what chooses a view. */
export function StateSamples({ level = 2, suffix = '' }: Props) {
  const [view, setView] = useState<'simple' | 'expert'>('simple');
  const [tab, setTab] = useState<'todo' | 'done'>('todo');
  return (
    <Card title={`États, vues, étapes${suffix}`} level={level}>
      <Row>
        <StatusTag>Brouillon</StatusTag>
        <StatusTag tone="info">Déposé</StatusTag>
        <StatusTag tone="success">Accepté</StatusTag>
        <StatusTag tone="warning">En retard</StatusTag>
        <StatusTag tone="danger">Renvoyé</StatusTag>
      </Row>
      <Segmented
        label="Vue"
        name={`vue-${suffix}`}
        options={[
          { value: 'simple', label: 'Simple' },
          { value: 'expert', label: 'Comptable' },
        ]}
        value={view}
        onChange={setView}
      />
      {level === 2 && (
        <Tabs
          label="Lignes de la banque"
          tabs={[
            { id: 'todo', label: 'À rapprocher', count: 12 },
            { id: 'done', label: 'Rapprochées', count: 96 },
          ]}
          value={tab}
          onChange={setTab}
        >
          <p>{tab === 'todo' ? 'Douze lignes attendent.' : 'Quatre-vingt-seize lignes.'}</p>
        </Tabs>
      )}
      <Stack>
        <Checklist label={`Étapes ${suffix}`} steps={steps} ordered />
      </Stack>
    </Card>
  );
}
