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
}

const coops = ['D#*#C#*'] as const;
/** An association and its cooperatives: a pattern cannot say "no second #". */
const departments = ['D#*'] as const;

const read = ['GetItem', 'BatchGetItem', 'Query'] as const;
const write = [...read, 'ConditionCheckItem', 'PutItem', 'UpdateItem'] as const;

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
    table: [...whoAsks, { partitions: coops, actions: [...write, 'DeleteItem'] }],
    objects: [],
  },
  'collections-handler': {
    ...quick,
    table: [...whoAsks, { partitions: coops, actions: write }],
    objects: [],
  },
  'payments-handler': {
    ...quick,
    table: [...whoAsks, { partitions: coops, actions: read }],
    objects: [],
  },
  'payments-webhook': {
    ...quick,
    table: [
      { partitions: ['ENDPOINT#*'], actions: ['GetItem'] },
      { partitions: coops, actions: ['PutItem', 'UpdateItem'] },
    ],
    objects: [],
    readsWebhookSecrets: true,
  },
  'payments-worker': {
    ...printing,
    table: [{ partitions: coops, actions: write }],
    objects: [{ prefixes: ['documents/'], actions: ['PutObject'] }],
    readsWebhookSecrets: true,
  },
  'bank-handler': {
    ...printing,
    table: [...whoAsks, { partitions: coops, actions: [...write, 'DeleteItem'] }],
    objects: [],
  },
  'documents-handler': {
    ...printing,
    table: [...whoAsks, { partitions: coops, actions: write }],
    objects: [
      { prefixes: ['quarantine/'], actions: ['GetObject', 'PutObject', 'DeleteObject'] },
      { prefixes: ['documents/'], actions: ['GetObject', 'PutObject'] },
    ],
  },
  'reports-handler': {
    ...printing,
    table: [
      ...whoAsks,
      { partitions: ['LINK#*'], actions: ['GetItem', 'PutItem', 'UpdateItem'] },
      { partitions: departments, actions: write },
    ],
    objects: [{ prefixes: ['documents/'], actions: ['GetObject', 'PutObject'] }],
  },
  'headoffice-handler': {
    ...quick,
    table: [
      ...whoAsks,
      { partitions: departments, actions: write },
      { partitions: ['NATION'], actions: ['Query'] },
    ],
    objects: [{ prefixes: ['exports/'], actions: ['GetObject'] }],
  },
  'headoffice-worker': {
    memoryMiB: 1_769, // One whole processor: an export of an association is a minute of it.
    timeoutSeconds: 300,
    table: [{ partitions: departments, actions: write }],
    objects: [{ prefixes: ['exports/'], actions: ['PutObject'] }],
  },
  'headoffice-scheduled': {
    memoryMiB: 512,
    timeoutSeconds: 300,
    table: [
      { partitions: ['NATION'], actions: ['Query'] },
      { partitions: departments, actions: write },
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
