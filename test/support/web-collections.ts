import { vi } from 'vitest';
import type { Collection, Family, Payment, Whole } from '#web/features/collections/queries.ts';

/** A collecte as the server shows it, for the pages that draw it. */
export const webCollection = (changed: Partial<Collection> = {}): Collection => ({
  id: 'C1',
  kind: 'trip',
  title: 'Classe de mer',
  accountNumber: '7080',
  expectedCents: 4_500 as Collection['expectedCents'],
  dueOn: '2026-04-30',
  seatsTaken: 0,
  instalments: [],
  shareToken: 'a'.repeat(22),
  status: 'open',
  createdAt: '2026-03-01T08:00:00.000Z',
  familyCount: 2,
  paidCount: 1,
  partlyPaidCount: 0,
  receivedCents: 4_500 as Collection['receivedCents'],
  creditCents: 0 as Collection['creditCents'],
  overdrawnCents: 0 as Collection['overdrawnCents'],
  expectedTotalCents: 9_000 as Collection['expectedTotalCents'],
  ...changed,
});

export const webFamily = (changed: object = {}): Family => ({
  ...({
    id: 'lea',
    pupil: 'Léa M.',
    className: 'CM2',
    reference: 'TRL-7K2MX',
    token: 'b'.repeat(22),
    expectedCents: 4_500,
    paidCents: 4_500,
    creditCents: 0,
    overdrawnCents: 0,
    state: 'paid',
  } as Family),
  ...changed,
});

export const webPayment = (changed: object = {}): Payment => ({
  ...({
    id: 'P1',
    familyId: 'lea',
    means: 'cheque',
    chequeNumber: '800411',
    grossCents: 4_500,
    refundedCents: 0,
    paidOn: '2026-03-10',
    state: 'booked',
  } as Payment),
  ...changed,
});

export const webWhole = (changed: Partial<Whole> = {}): Whole => ({
  collection: webCollection(),
  families: [webFamily()],
  payments: [webPayment()],
  carries: [],
  ...changed,
});

/** A server that answers each path, and remembers what was sent to it. */
export function webServer(answers: Readonly<Record<string, unknown>>, otherwise: object = {}) {
  const sent: { method: string; path: string; body: Record<string, unknown> | undefined }[] = [];
  const me = {
    name: 'Camille',
    grants: [{ role: 'mandateHolder', from: '2025-09-01', coopId: 'tilleuls' }],
  };
  vi.stubGlobal('fetch', async (path: string, init: { method?: string; body?: string } = {}) => {
    const method = init.method ?? 'GET';
    if (method !== 'GET')
      sent.push({ method, path, body: init.body ? JSON.parse(init.body) : undefined });
    return Response.json(path === '/api/me' ? me : (answers[path] ?? otherwise));
  });
  return sent;
}
