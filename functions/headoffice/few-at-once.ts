/** Works on so many at a time, in order; a failure waits for the rest of its batch. */
export async function fewAtOnce<One, Done>(
  all: readonly One[],
  size: number,
  work: (one: One) => Promise<Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (let start = 0; start < all.length; start += size)
    done.push(...(await Promise.all(all.slice(start, start + size).map(work))));
  return done;
}
