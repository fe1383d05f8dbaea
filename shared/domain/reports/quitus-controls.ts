import { counted, passed, warns, type Control } from './control.ts';
import { sameName } from './quitus.ts';

const verifiersMin = 2;

/** Two verifiers, a parent among them, none of them a mandate holder. Rules: QUITUS-1. */
const quitusSigned: Control = ({ quitus, mandateHolders, snapshotSha256 }) => {
  const code = 'quitus_signed';
  const signed = quitus.filter(({ signedAt }) => signedAt !== undefined);
  const judge = signed.find(({ verifierName }) =>
    mandateHolders.some((holder) => sameName(holder, verifierName)),
  );
  if (judge)
    return warns(code, `${judge.verifierName} tient les comptes et ne peut pas les vérifier.`);
  if (signed.length < verifiersMin)
    return warns(
      code,
      `${counted(signed.length, 'quitus signé', 'quitus signés')} sur 2 attendus.`,
    );
  if (!signed.some(({ quality }) => quality === 'parent'))
    return warns(code, 'Aucun parent d’élève n’a signé le quitus.');
  const outdated = signed.filter(({ signedSha256 }) => signedSha256 !== snapshotSha256);
  return outdated.length > 0
    ? warns(
        code,
        `Les comptes ont changé depuis la signature de ${outdated.map(({ verifierName }) => verifierName).join(' et ')}.`,
      )
    : passed(code, `${signed.length} vérificateurs, dont un parent, ont signé le quitus.`);
};

/** Whether others than the mandate holder read the accounts. */
export const quitusControls: readonly Control[] = [quitusSigned];
