/** Under the 100 actions of a transaction, with room for its trace. */
const writesMax = 95;

/** Groups of writes that must not be parted, in as few transactions as they fit in. */
export function inBatches<Write>(
  groups: readonly (readonly Write[])[],
): readonly (readonly Write[])[] {
  const batches: Write[][] = [];
  for (const group of groups) {
    const last = batches.at(-1);
    if (last && last.length + group.length <= writesMax) last.push(...group);
    else batches.push([...group]);
  }
  return batches;
}
