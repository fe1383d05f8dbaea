import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { findCrfEndpoint } from '#shared/contract/reports/crf.ts';
import { findCrf } from '#web/api/reports.ts';

export type Crf = AnswerOf<typeof findCrfEndpoint>;

export interface YearPlace {
  readonly coopId: string;
  readonly yearId: string;
}

/** The CRF of a year, asked for once by all the parts of the page. */
export const crfQuery = ({ coopId, yearId }: YearPlace) => ({
  queryKey: ['crf', coopId, yearId],
  queryFn: () => findCrf({ coopId, yearId }),
});

/** What the controls say of the money that payment platforms held on the last day. */
export const heldControlOf = ({ controls }: Crf) =>
  controls.find(({ code }) => code === 'platforms_settled');
