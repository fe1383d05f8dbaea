/** Where ids are made here: files whose rows name their payments otherwise than messages, or not. */
export const madeIn = { row: 'row.', journal: 'jrb.' } as const;

/** Whether an id was made here, from what a file says: no platform knows it. */
export const isMadeHere = (id: string): boolean =>
  Object.values(madeIn).some((prefix) => id.startsWith(prefix));

/** Whether a movement was named here, by what a file says of it: `refund.700001.2026-03-05`. */
export const isNamedHere = (movementId: string): boolean =>
  isMadeHere(movementId) || /^(?:charge|refund|dispute)\./u.test(movementId);
