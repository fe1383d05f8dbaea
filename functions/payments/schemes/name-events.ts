import { textAt, valueAt } from '#functions/platform/guarded-json.ts';
import { naturalId, typeOf, type NewEvent } from './new-event.ts';

type Namer = (value: unknown, text: string) => readonly NewEvent[] | undefined;

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listAt = (value: unknown, name: string): readonly unknown[] | undefined => {
  const found = valueAt(value, name);
  return Array.isArray(found) ? found : undefined;
};

/** The id of Standard Webhooks is in its headers, and signed. */
export const nameStandard =
  (eventId: string): Namer =>
  (value, payload) =>
    isObject(value) ? [{ eventId, type: typeOf(textAt(value, 'type')), payload }] : undefined;

export const nameStripe: Namer = (value, payload) => {
  const eventId = textAt(value, 'id');
  return /^evt_\w{1,120}$/u.test(eventId)
    ? [{ eventId, type: typeOf(textAt(value, 'type')), payload }]
    : undefined;
};

/** HelloAsso gives no id: a notification is what it is about, in which state, since when. */
export const nameHelloAsso: Namer = (value, payload) => {
  const type = textAt(value, 'eventType');
  const data = valueAt(value, 'data');
  if (type === '' || !isObject(data)) return undefined;
  const slug = textAt(data, 'order', 'organizationSlug') || textAt(data, 'organizationSlug');
  const about = ['id', 'state', 'formSlug', 'new_slug_organization'].map((at) => textAt(data, at));
  return [
    {
      eventId: naturalId(type, slug, ...about, textAt(data, 'meta', 'updatedAt')),
      type: typeOf(type),
      payload,
      content: JSON.stringify([valueAt(data, 'amount')]),
    },
  ];
};

const lyraParts = ['uuid', 'operationType', 'detailedStatus'] as const;
const lyraContent = ['uuid', 'amount', 'currency'] as const;

/** A notification of Lyra: its shop, and where each of its transactions stands. */
export const nameLyra: Namer = (value, payload) => {
  const transactions = listAt(value, 'transactions') ?? [];
  const [first] = transactions;
  if (first === undefined) return undefined;
  const order = textAt(value, 'orderDetails', 'orderId');
  const parts = transactions.flatMap((one) => lyraParts.map((name) => textAt(one, name)));
  const mode = textAt(value, 'orderDetails', 'mode');
  return [
    {
      eventId: naturalId(textAt(value, 'shopId'), mode, ...parts),
      type: typeOf(`${textAt(first, 'operationType')}.${textAt(first, 'detailedStatus')}`),
      payload,
      content: JSON.stringify([
        order,
        transactions.map((one) => lyraContent.map((name) => textAt(one, name))),
      ]),
    },
  ];
};

const formParts = [
  'site_id ctx_mode trans_uuid trans_date trans_id sequence_number operation_type trans_status',
  'amount currency order_id',
].map((names) => names.split(' '));

/** A notification of Lyra's payment form, kept as the JSON object of its signed fields. */
export function nameLyraForm(form: ReadonlyMap<string, string>): readonly NewEvent[] {
  const [id = [], content = []] = formParts.map((names) =>
    names.map((name) => form.get(`vads_${name}`) ?? ''),
  );
  const [operation, status] = id.slice(-2);
  return [
    {
      eventId: naturalId(...id),
      type: typeOf(`${operation}.${status}`),
      payload: JSON.stringify(Object.fromEntries(form)),
      content: JSON.stringify(content),
    },
  ];
}

const eventsMax = 250;

/** GoCardless tells many events at once: each is kept under its own id. */
export const nameGoCardless: Namer = (value) => {
  const events = listAt(value, 'events');
  if (!events || events.length > eventsMax) return undefined;
  const named = events.map((event) => ({
    eventId: textAt(event, 'id'),
    type: typeOf(`${textAt(event, 'resource_type')}.${textAt(event, 'action')}`),
    payload: JSON.stringify(event),
  }));
  return named.every(({ eventId }) => /^EV\w{1,60}$/u.test(eventId)) ? named : undefined;
};

/** A signed event of Mollie says what changed, not how: it is read again. */
export const nameMollie: Namer = (value, payload) => {
  const eventId = textAt(value, 'id');
  return /^\w{1,100}$/u.test(eventId)
    ? [{ eventId, type: typeOf(textAt(value, 'type')), payload }]
    : undefined;
};
