import type { schedules, streamConsumers } from '#shared/contract/background.ts';
import type { Area } from '#shared/contract/registry.ts';

/** Every function of the product, by the name of its bundle. */
export type FunctionName =
  | `${Area}-handler`
  | 'payments-webhook'
  | (typeof streamConsumers)[number]['functionName']
  | (typeof schedules)[number]['functionName'];

type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'ConditionCheckItem'
  | 'PutItem'
  | 'UpdateItem'
  | 'DeleteItem';

/** What may be done to the items whose partition key is like one of these. */
export interface ItemAccess {
  readonly partitions: readonly string[];
  readonly actions: readonly TableAction[];
  /** In an index of the table, by the key of that index; in the table itself while absent. */
  readonly index?: 'waiting';
}

/** What may be done to the objects whose key begins so. */
export interface ObjectAccess {
  readonly prefixes: readonly string[];
  readonly actions: readonly ('GetObject' | 'PutObject' | 'DeleteObject')[];
}

export interface FunctionNeeds {
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  readonly table: readonly ItemAccess[];
  readonly objects: readonly ObjectAccess[];
  /** Reads the secrets of payment platforms from Parameter Store. */
  readonly readsWebhookSecrets?: true;
  /** Keeps the secrets that people give, and reads back the one it is about to follow. */
  readonly writesWebhookSecrets?: true;
  /** Sends mails from the one address of the stage. */
  readonly sendsMail?: true;
}

const coops = ['D#*#C#*'] as const;
const papers = ['PAPER#*'] as const;
const inboxes = ['INBOX#D#*#C#*'] as const;
/** By the digest of its token, the page of a family or of a collecte. */
const familyLinks = ['FAMILYLINK#*'] as const;
/** By association, the collectes whose families the schedule reminds. */
const reminderPlans = ['REMINDERS#*'] as const;
/** Associations and their cooperatives: a pattern cannot say "without a second #". */
const departments = ['D#*'] as const;
/** By association, which events of platforms wait, and why. */
const unsettled = ['UNSETTLED#*'] as const;

const read = ['GetItem', 'Query'] as const;
const write = [...read, 'PutItem', 'UpdateItem'] as const;
/** Posting reads several items at once, and makes an entry of a draft. */
const post = [...write, 'BatchGetItem', 'DeleteItem'] as const;

/** Who asks is read at each request, and a living session is touched. */
const whoAsks: readonly ItemAccess[] = [
  { partitions: ['SESSION#*'], actions: ['GetItem', 'UpdateItem'] },
  { partitions: ['USER#*'], actions: ['GetItem', 'Query'] },
];

const quick = { memoryMiB: 512, timeoutSeconds: 10 } as const;
/** Fonts, paging and checksums: printing wants processor, which Lambda sells by the MiB. */
const printing = { memoryMiB: 1_024, timeoutSeconds: 28 } as const;

/**
 * What each function may use, and nothing else: a hole in one area opens that area only. Nobody
 * scans, and an entry is deleted only while it is a draft.
 */
export const functionNeeds: Readonly<Record<FunctionName, FunctionNeeds>> = {
  'access-handler': {
    ...quick,
    table: [
      {
        partitions: ['SESSION#*', 'LOGIN#*', 'SUBJECT#*', 'MAIL#*', 'USER#*'],
        actions: write,
      },
      { partitions: departments, actions: read },
    ],
    objects: [],
  },
  'ledger-handler': {
    ...quick,
    table: [...whoAsks, { partitions: coops, actions: [...post, 'ConditionCheckItem'] }],
    objects: [],
  },
  'collections-handler': {
    ...printing,
    table: [
      ...whoAsks,
      { partitions: departments, actions: ['GetItem'] },
      { partitions: coops, actions: [...post, 'ConditionCheckItem', 'DeleteItem'] },
      { partitions: familyLinks, actions: ['PutItem', 'DeleteItem'] },
    ],
    objects: [{ prefixes: ['coops/'], actions: ['PutObject'] }],
  },
  // Open to the world as the webhooks are: it reads one family by its link, and notes its answer.
  'families-handler': {
    ...printing,
    table: [
      ...whoAsks,
      { partitions: familyLinks, actions: ['GetItem'] },
      { partitions: departments, actions: ['GetItem'] },
      { partitions: coops, actions: write },
      { partitions: reminderPlans, actions: ['GetItem', 'PutItem', 'DeleteItem'] },
    ],
    objects: [{ prefixes: ['drafts/'], actions: ['GetObject', 'PutObject'] }],
  },
  'families-worker': {
    ...quick,
    timeoutSeconds: 60, // A batch of mails, one after the other.
    table: [
      { partitions: departments, actions: ['GetItem'] },
      { partitions: coops, actions: write },
    ],
    objects: [],
    sendsMail: true,
  },
  'families-scheduled': {
    memoryMiB: 512,
    timeoutSeconds: 300,
    table: [
      { partitions: ['NATION'], actions: ['Query'] },
      { partitions: reminderPlans, actions: ['Query', 'DeleteItem'] },
      { partitions: coops, actions: [...read, 'PutItem'] },
    ],
    objects: [],
  },
  'payments-handler': {
    ...printing, // A workbook of a year of payments is read here; copies of vouchers are printed.
    table: [
      ...whoAsks,
      { partitions: coops, actions: [...post, 'ConditionCheckItem'] },
      { partitions: departments, actions: ['GetItem', 'Query'] },
      { partitions: inboxes, actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'] },
      { partitions: unsettled, actions: ['Query'] },
    ],
    objects: [{ prefixes: ['drafts/'], actions: ['GetObject', 'PutObject'] }],
  },
  'payments-webhook': {
    ...quick,
    table: [
      { partitions: ['ENDPOINT#*'], actions: ['GetItem'] },
      { partitions: inboxes, actions: ['PutItem', 'UpdateItem'] },
    ],
    objects: [],
    readsWebhookSecrets: true,
  },
  'payments-worker': {
    ...printing,
    table: [
      { partitions: ['ENDPOINT#*'], actions: ['GetItem'] },
      { partitions: inboxes, actions: ['GetItem', 'UpdateItem'] },
      { partitions: unsettled, actions: ['PutItem', 'DeleteItem'] },
      { partitions: ['SWEEP'], actions: ['PutItem'] },
      { partitions: departments, actions: ['GetItem'] },
      { partitions: coops, actions: post },
      { partitions: papers, actions: ['PutItem'] },
    ],
    objects: [{ prefixes: ['coops/'], actions: ['PutObject'] }],
    readsWebhookSecrets: true,
  },
  'payments-scheduled': {
    memoryMiB: 512,
    timeoutSeconds: 300,
    table: [
      { partitions: ['SWEEP'], actions: ['Query', 'GetItem', 'UpdateItem'] },
      { partitions: ['ENDPOINT#*'], actions: ['GetItem'] },
      { partitions: inboxes, actions: ['PutItem', 'UpdateItem'] },
      { partitions: inboxes, actions: ['Query'], index: 'waiting' },
      { partitions: coops, actions: ['GetItem', 'BatchGetItem', 'Query'] },
    ],
    objects: [],
    readsWebhookSecrets: true,
  },
  // Alone to write secrets, and in reach of no entry: it knows endpoints and nothing else.
  'platforms-handler': {
    ...quick,
    table: [
      ...whoAsks,
      { partitions: ['ENDPOINT#*'], actions: ['GetItem', 'PutItem', 'UpdateItem'] },
      { partitions: ['PLATFORMACCOUNT#*'], actions: ['GetItem', 'PutItem', 'DeleteItem'] },
      { partitions: ['SWEEP'], actions: ['GetItem'] },
      { partitions: coops, actions: ['GetItem', 'Query', 'PutItem'] },
    ],
    objects: [],
    writesWebhookSecrets: true,
  },
  'bank-handler': {
    ...printing,
    table: [
      ...whoAsks,
      { partitions: departments, actions: ['GetItem'] },
      { partitions: coops, actions: [...write, 'DeleteItem'] },
    ],
    objects: [{ prefixes: ['drafts/'], actions: ['GetObject', 'PutObject'] }],
  },
  'documents-handler': {
    ...printing,
    table: [
      ...whoAsks,
      { partitions: coops, actions: write },
      { partitions: papers, actions: ['GetItem'] },
    ],
    objects: [
      { prefixes: ['quarantine/'], actions: ['GetObject', 'PutObject', 'DeleteObject'] },
      { prefixes: ['coops/'], actions: ['GetObject', 'PutObject'] },
    ],
  },
  'reports-handler': {
    ...printing,
    table: [
      ...whoAsks,
      { partitions: ['LINK#*'], actions: ['GetItem', 'PutItem', 'UpdateItem'] },
      { partitions: departments, actions: [...write, 'ConditionCheckItem'] },
    ],
    objects: [{ prefixes: ['coops/', 'drafts/'], actions: ['GetObject', 'PutObject'] }],
  },
  'headoffice-handler': {
    ...quick,
    table: [
      ...whoAsks,
      { partitions: departments, actions: write },
      { partitions: ['NATION'], actions: ['Query'] },
    ],
    objects: [{ prefixes: ['exports/', 'coops/'], actions: ['GetObject'] }],
  },
  'headoffice-worker': {
    memoryMiB: 1_769, // One whole processor: an export of an association is a minute of it.
    timeoutSeconds: 300,
    table: [{ partitions: departments, actions: [...read, 'UpdateItem'] }],
    objects: [
      { prefixes: ['exports/'], actions: ['GetObject', 'PutObject'] },
      { prefixes: ['coops/'], actions: ['GetObject'] },
    ],
  },
  'headoffice-scheduled': {
    memoryMiB: 512,
    timeoutSeconds: 300,
    table: [
      { partitions: ['NATION'], actions: ['Query'] },
      { partitions: departments, actions: [...read, 'PutItem'] },
    ],
    objects: [],
  },
  'governance-handler': {
    ...quick,
    table: [
      ...whoAsks,
      { partitions: ['USER#*', 'MAIL#*'], actions: write },
      { partitions: coops, actions: write },
    ],
    objects: [],
  },
};

export const isFunctionName = (name: string): name is FunctionName =>
  Object.hasOwn(functionNeeds, name);
