import * as z from 'zod';

const answerSchema = z.object({
  path: z.string().startsWith('/'),
  /** Parameters that must be there for this answer to be the one; others do not matter. */
  query: z.record(z.string(), z.string()).default({}),
  status: z.int().min(200).max(599).default(200),
  body: z.json(),
});

export const answersSchema = z.array(answerSchema);

/** What a platform answers to a path. */
export type RecordedAnswer = z.output<typeof answerSchema>;

/** The answer to a path: the most demanding one, the latest of those; undefined when none fits. */
export function answerTo(
  answers: readonly RecordedAnswer[],
  path: string,
  query: URLSearchParams,
): RecordedAnswer | undefined {
  const demands = (answer: RecordedAnswer): number => Object.keys(answer.query).length;
  return answers
    .filter(
      (answer) =>
        answer.path === path &&
        Object.entries(answer.query).every(([name, value]) => query.get(name) === value),
    )
    .toReversed()
    .toSorted((one, other) => demands(other) - demands(one))[0];
}
