import { QueryClient, QueryClientProvider } from '@tanstack/preact-query';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { journalOf } from '#shared/domain/ledger/journal.ts';
import { CollectionsPage } from '#web/features/collections/collections-page.tsx';
import { ExpertTable } from '#web/features/ledger/journal/expert-table.tsx';
import { totalsOf } from '#web/features/ledger/journal/journal-filter.ts';
import { JournalList } from '#web/features/ledger/journal/journal-list.tsx';
import { JournalTable } from '#web/features/ledger/journal/journal-table.tsx';
import { webEntry } from '#test/support/web-entries.ts';

const reach = vi.fn<typeof fetch>();

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const hostile: readonly (readonly [string, string])[] = [
  ['B-059', '👩‍👩‍👧 🇫🇷 👍🏽'],
  ['B-062', '<script>alert(1)</script>'],
  ['B-063', '"><img src=x onerror=alert(1)>'],
  ['B-064', 'javascript:alert(1)'],
  ['B-064', '<a href="javascript:alert(1)">ici</a>'],
  ['B-065', '{{7*7}} ${7*7} <%= 7*7 %>'],
];

/** Nothing of a text may become an element, an address that runs, or code behind an event. */
function expectInert(root: Element): void {
  expect(root.querySelector('script, img, iframe, object, embed, base, form')).toBeNull();
  for (const element of root.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/u);
      if (name === 'href' || name === 'src') expect(value).toMatch(/^\/(?!\/)/u);
    }
}

describe.each(hostile)('%s: the text %j', (_, text) => {
  test.each(['list', 'table', 'expert'] as const)('is read as it is in the journal: %s', (face) => {
    const rows = journalOf([webEntry({ label: text, counterparty: text })]);
    const props = { coopId: 'tilleuls', rows };
    const simple = { totals: totalsOf(rows), purposeOf: () => text, footTitle: text };
    const { container } = render(
      {
        list: <JournalList {...props} {...simple} />,
        table: <JournalTable {...props} {...simple} />,
        expert: <ExpertTable {...props} summed={rows} accountLabel={() => text} />,
      }[face],
    );
    expect(screen.getByRole('link', { name: text }).textContent).toBe(text);
    expectInert(container);
  });

  test('is read as it is as the title of a collecte', async () => {
    await openCollections([text]);
    expect(screen.getByRole('heading', { name: text }).textContent).toBe(text);
    expectInert(document.body);
  });
});

test('B-061: two names that look alike are two, each shown as it was written', async () => {
  const [latin, cyrillic] = ['Sortie à Paris', 'Sortie à P\u0430ris'];
  await openCollections([latin, cyrillic]);
  for (const name of [latin, cyrillic]) expect(screen.getByRole('heading', { name })).toBeDefined();
});

async function openCollections(titles: readonly string[]): Promise<void> {
  const collections = titles.map((title, index) => ({
    id: `C${index}`,
    title,
    status: 'open',
    dueOn: '2026-04-30',
    familyCount: 2,
    paidCount: 1,
    receivedCents: 4_500,
    expectedTotalCents: 9_000,
  }));
  reach.mockImplementation(async (url) =>
    Response.json(
      url === '/api/me' ? { name: 'Camille', grants: [] } : { collections, waiting: [] },
    ),
  );
  vi.stubGlobal('fetch', reach);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CollectionsPage coopId="tilleuls" />
    </QueryClientProvider>,
  );
  await screen.findAllByText('Suivre cette collecte');
}
