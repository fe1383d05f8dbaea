import type { Browser, Page } from 'playwright-core';
import type { PortalProcess } from '../support/portal-process.ts';
import { asked } from '../support/screen.ts';
import { yearId } from '../support/calendar.ts';
import type { TripFamily } from '../support/trip.ts';

/** What the chapters of the story share, in order: the portal, the people, the trip. */
export interface World {
  portal: PortalProcess;
  browser: Browser;
  camille: Page;
  office: Page;
  tripPath: string;
}

/** Filled by the first chapters; reading a part before its chapter is a mistake of the test. */
export const world = {} as World;

export const title = 'Sortie à l’aquarium';
export const coop = '/coops/oliviers-nice';
export const at = (path: string): string => `${world.portal.url}${path}`;

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}

export const french = (text: string | null): string =>
  (text ?? '').replace(/[\u00A0\u202F\s]+/gu, ' ').trim();

export interface Whole {
  readonly families: readonly (TripFamily & { readonly id: string; readonly state: string })[];
  readonly payments: readonly { readonly state: string }[];
}
export interface Entries {
  readonly entries: readonly {
    readonly id: string;
    readonly kind: string;
    readonly number?: number;
    readonly label: string;
    readonly voucherSha256?: string;
    readonly lines: readonly { accountNumber: string; side: string; amountCents: number }[];
  }[];
}
export const collectionPath = (): string => new URL(world.camille.url()).pathname;
export const readCollection = (path: string) =>
  asked<Whole>(world.camille.context(), at(`/api${path.replace('/collectes/', '/collections/')}`));
export const readEntries = () =>
  asked<Entries>(world.camille.context(), at(`/api${coop}/years/${yearId}/entries`));
