import type { verifyPaperEndpoint } from '#shared/contract/documents/verify-paper.ts';
import { accept, reject } from '#shared/domain/result.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { findProof } from '#functions/stores/papers.ts';

/** What a paper says, for who types its code: one read under a digest of eighty unguessable bits. */
export const verifyPaper: UseCase<typeof verifyPaperEndpoint> = async ({ params }) => {
  const proof = await findProof(params.code);
  return proof ? accept(proof) : reject('not_found');
};
