/** What a key does on the reconciliation screen, and how it is told. */
export const workbenchKeys = [
  { keys: '↓ ou j', words: 'Ligne suivante' },
  { keys: '↑ ou k', words: 'Ligne précédente' },
  { keys: 'Entrée', words: 'Confirmer la première suggestion' },
  { keys: '1, 2, 3', words: 'Confirmer cette suggestion' },
  { keys: 'x', words: 'Choisir la ligne, ou ne plus la choisir' },
  { keys: 's', words: 'Répartir la ligne\u00A0: aller aux écritures pour en cocher' },
  { keys: 'g', words: 'Rapprocher les lignes choisies et les écritures cochées' },
  { keys: 'c', words: 'Créer l’écriture qui manque' },
  { keys: 'e', words: 'Noter «\u00A0à expliquer\u00A0»' },
  { keys: 'u', words: 'Annuler le dernier rapprochement' },
  { keys: 'Échap', words: 'Oublier ce qui est choisi' },
  { keys: '?', words: 'Cette aide' },
] as const;

export type WorkbenchAct =
  | { readonly act: 'move'; readonly by: 1 | -1 }
  | { readonly act: 'confirm'; readonly rank: number }
  | {
      readonly act:
        'choose' | 'split' | 'group' | 'create' | 'explain' | 'undo' | 'forget' | 'help';
    };

const acts: Readonly<Record<string, WorkbenchAct>> = {
  j: { act: 'move', by: 1 },
  ArrowDown: { act: 'move', by: 1 },
  k: { act: 'move', by: -1 },
  ArrowUp: { act: 'move', by: -1 },
  Enter: { act: 'confirm', rank: 0 },
  '1': { act: 'confirm', rank: 0 },
  '2': { act: 'confirm', rank: 1 },
  '3': { act: 'confirm', rank: 2 },
  x: { act: 'choose' },
  s: { act: 'split' },
  g: { act: 'group' },
  c: { act: 'create' },
  e: { act: 'explain' },
  u: { act: 'undo' },
  Escape: { act: 'forget' },
  '?': { act: 'help' },
};

/** Where the keys of the line belong to it: elsewhere Enter and arrows keep their own meaning. */
const ofLineOnly = new Set(['Enter', 'ArrowDown', 'ArrowUp']);

/**
 * What a key press asks of the screen. Nothing while somebody types, in a dialog, or with a modifier:
 * single keys work only while the focus is on the screen itself.
 */
export function actOf(event: KeyboardEvent): WorkbenchAct | undefined {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !(target instanceof Element)) return undefined;
  if (target.closest('dialog, textarea, select, input:not([type="checkbox"])')) return undefined;
  if (ofLineOnly.has(key) && !target.closest('[data-line]')) return undefined;
  return acts[key.length === 1 ? key.toLowerCase() : key];
}
