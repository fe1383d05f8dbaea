import { ProblemError, unreachable } from '#web/api/problem-error.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FormErrors } from '#web/ui/form-errors.tsx';
import { Loading } from '#web/ui/loading.tsx';
import { Notice, ProblemNotice } from '#web/ui/notice.tsx';

const refused = new ProblemError({
  status: 422,
  code: 'input_invalid',
  detail: 'Certaines informations sont à corriger. Rien n’a été enregistré.',
  errors: [
    { field: 'amount', message: 'Le montant doit être supérieur à zéro.' },
    { field: 'entryDate', message: 'Cette date n’est dans aucun exercice ouvert.' },
  ],
});

/** What is said to the person. */
export const MessageSamples = () => (
  <Card title="Messages">
    <Notice title="Bon à savoir">
      <p>Le siège attend le CRF pour le 30 septembre.</p>
    </Notice>
    <Notice tone="success" title={'Écriture n°\u00A043 enregistrée.'} />
    <Notice tone="warning" title="Il manque un justificatif.">
      <p>Vous pourrez le joindre plus tard.</p>
    </Notice>
    <ProblemNotice problem={unreachable()} onRetry={() => undefined} />
    <FormErrors problem={refused} />
    <EmptyState
      icon="collection"
      title="Aucune collecte"
      action={
        <LinkButton look="primary" href="/local/gallery">
          Ouvrir une collecte
        </LinkButton>
      }
    >
      Une collecte réunit ce que les familles paient pour une sortie, et l’écrit toute seule dans
      vos comptes.
    </EmptyState>
    <Loading label="La galerie attend." />
  </Card>
);
