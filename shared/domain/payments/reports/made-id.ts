/** Where ids are made here: files whose rows name their payments otherwise than messages, or not. */
export const madeIn = { row: 'row.', journal: 'jrb.' } as const;

/** Whether an id was made here, from what a file says: no platform knows it. */
export const isMadeHere = (id: string): boolean =>
  Object.values(madeIn).some((prefix) => id.startsWith(prefix));
