import type { AnswerOf } from '#shared/contract/endpoint.ts';
import type { importStatementEndpoint } from '#shared/contract/bank/statement.ts';
import { formatDay, isDay } from '#shared/domain/dates.ts';

export type Imported = AnswerOf<typeof importStatementEndpoint>;

/** As the portal reads it; checked here first so that nobody waits for a refusal. */
export const statementMaxBytes = 4_000_000;

/** Why a file is not even sent. */
export function fileRefusal(file: Pick<File, 'size'>): string | undefined {
  if (file.size === 0) return 'Ce fichier est vide. Téléchargez-le de nouveau depuis votre banque.';
  return file.size > statementMaxBytes
    ? 'Ce fichier dépasse 4 Mo. Demandez à votre banque une période plus courte.'
    : undefined;
}

const lines = (count: number, one: string, several: string): string =>
  count === 0
    ? `aucune ligne ${one}`
    : count === 1
      ? `1 ligne ${one}`
      : `${count} lignes ${several}`;

const dayWords = (text: string): string => (isDay(text) ? formatDay(text) : text);

/** What an import brought, in words. */
export function importWords({ statements, alreadyImported }: Imported): string {
  if (alreadyImported)
    return 'Ce fichier était déjà importé\u00A0: rien n’a été ajouté, rien n’a changé.';
  const count = (of: (statement: Imported['statements'][number]) => number) =>
    statements.reduce((sum, statement) => sum + of(statement), 0);
  const added = count(({ newLineCount }) => newLineCount);
  const known = count(({ knownLineCount }) => knownLineCount);
  const verified = statements.every(({ balanceCheck }) => balanceCheck === 'agrees');
  const [first] = statements.map(({ from }) => from).toSorted();
  const last = statements
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  const period =
    first === undefined || last === undefined ? '' : ` Du ${dayWords(first)} au ${dayWords(last)}.`;
  const parts = [
    lines(added, 'nouvelle', 'nouvelles'),
    ...(known > 0 ? [known === 1 ? '1 déjà connue' : `${known} déjà connues`] : []),
    verified ? 'solde vérifié' : 'solde non vérifiable, le fichier ne le donne pas',
  ];
  const sentence = parts.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.${period}`;
}

/** What became of each of several files. */
interface FileOutcome {
  readonly outcome:
    | { readonly state: 'waiting' | 'unsent' | 'refused' }
    | { readonly state: 'read'; readonly answer: Imported };
}

/** How many of several files were read, and what they brought together. */
export function severalWords(files: readonly FileOutcome[]): string {
  const answers = files.flatMap(({ outcome }) =>
    outcome.state === 'read' ? [outcome.answer] : [],
  );
  const added = answers
    .flatMap(({ statements, alreadyImported }) => (alreadyImported ? [] : statements))
    .reduce((sum, { newLineCount }) => sum + newLineCount, 0);
  const read =
    answers.length === files.length
      ? `${files.length} fichiers lus`
      : `${answers.length} ${answers.length > 1 ? 'fichiers lus' : 'fichier lu'} sur ${files.length}`;
  return `${read}\u00A0: ${lines(added, 'nouvelle', 'nouvelles')}.`;
}
