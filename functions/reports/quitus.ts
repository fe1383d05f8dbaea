import type { readQuitusEndpoint, signQuitusEndpoint } from '#shared/contract/reports/crf.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findQuitusByLink, signQuitus as signItem } from '#functions/stores/quitus.ts';
import { commit } from '#functions/stores/table.ts';
import { readCrf } from './crf-state.ts';

/** What a verifier reads before signing. An unknown link and one that ended answer the same. */
export const readQuitus: UseCase<typeof readQuitusEndpoint> = async ({ params, now, today }) => {
  const opened = await findQuitusByLink(sha256Hex(params.token), now);
  const state = opened && (await readCrf(opened.scope, opened.quitus.yearId, today));
  if (!state) return reject('link_invalid');
  const { verifierName, quality, signedAt } = opened.quitus;
  return accept({
    verifierName,
    quality,
    ...(signedAt !== undefined && { signedAt }),
    snapshot: state.snapshot,
    controls: state.controls,
  });
};

/** Signs the quitus for the report as it stands, once. Rules: QUITUS-1 (docs/rules.md). */
export const signQuitus: UseCase<typeof signQuitusEndpoint> = async (call) => {
  const { params, body, now, today, requestId } = call;
  const opened = await findQuitusByLink(sha256Hex(params.token), now);
  if (!opened) return reject('link_invalid');
  const { scope, quitus } = opened;
  if (quitus.signedAt !== undefined)
    return quitus.signedName === body.fullName
      ? accept({ signedAt: quitus.signedAt })
      : reject('verifier_already_signed');
  const state = await readCrf(scope, quitus.yearId, today);
  if (!state) return reject('link_invalid');
  const { snapshotSha256 } = state;
  await commit([
    signItem(scope, quitus, { at: now, fullName: body.fullName, snapshotSha256 }),
    recordAct(scope, {
      act: 'sign-quitus',
      target: quitus.id,
      by: 'link',
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ signedAt: now });
};
