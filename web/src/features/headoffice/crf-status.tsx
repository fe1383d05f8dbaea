import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { listCoopsEndpoint } from '#shared/contract/headoffice/follow-up.ts';
import { StatusTag, type StatusTone } from '#web/ui/status-tag.tsx';

export type Coop = AnswerOf<typeof listCoopsEndpoint>['coops'][number];

const words: Readonly<
  Record<Coop['crfStatus'], { readonly word: string; readonly tone: StatusTone }>
> = {
  none: { word: 'Pas commencé', tone: 'neutral' },
  draft: { word: 'En préparation', tone: 'neutral' },
  submitted: { word: 'À examiner', tone: 'info' },
  returned: { word: 'Renvoyé', tone: 'warning' },
  accepted: { word: 'Accepté', tone: 'success' },
};

/** Where the CRF of a cooperative stands, and whether it is late. */
export const CrfStatus = ({ crfStatus, late }: Pick<Coop, 'crfStatus' | 'late'>) => (
  <>
    <StatusTag tone={words[crfStatus].tone}>{words[crfStatus].word}</StatusTag>
    {late && (
      <>
        {' '}
        <StatusTag tone="danger">En retard</StatusTag>
      </>
    )}
  </>
);
