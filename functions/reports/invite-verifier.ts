import { randomBytes } from 'node:crypto';
import type { inviteVerifierEndpoint } from '#shared/contract/reports/crf.ts';
import { accept, reject } from '#shared/domain/result.ts';
import { requireEnv } from '#functions/platform/config.ts';
import { sha256Hex } from '#functions/platform/digest.ts';
import type { UseCase } from '#functions/platform/use-case.ts';
import { recordAct } from '#functions/stores/audit.ts';
import { findQuitus, keepInvitation } from '#functions/stores/quitus.ts';
import { commit } from '#functions/stores/table.ts';
import { findYear } from '#functions/stores/years.ts';

const linkMs = 60 * 24 * 3_600_000;
const tokenBytes = 32;

/**
 * Makes the link of a verifier, shown once. Only the digest of its token is kept, so the same
 * request sent again makes a new link, and the one before opens nothing more.
 */
export const inviteVerifier: UseCase<typeof inviteVerifierEndpoint> = async (call) => {
  const { actor, scope, params, body, now, requestId } = call;
  const { yearId } = params;
  const [year, known] = await Promise.all([
    findYear(scope, yearId),
    findQuitus(scope, yearId, body.id),
  ]);
  if (!year) return reject('not_found');
  if (known && (known.verifierName !== body.verifierName || known.quality !== body.quality))
    return reject('quitus_id_reused');
  if (known?.signedAt !== undefined) return reject('verifier_already_signed');
  const token = randomBytes(tokenBytes).toString('base64url');
  const quitus = {
    ...body,
    yearId,
    invitedAt: known?.invitedAt ?? now,
    tokenSha256: sha256Hex(token),
    until: new Date(Date.parse(now) + linkMs).toISOString(),
  };
  await commit([
    ...keepInvitation(scope, quitus, known),
    recordAct(scope, {
      act: 'invite-verifier',
      target: body.id,
      by: actor.userId,
      at: now,
      correlationId: requestId,
    }),
  ]);
  return accept({ id: body.id, url: `${requireEnv('APP_ORIGIN')}/quitus/${token}` });
};
