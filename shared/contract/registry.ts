import { accessRoutes } from './access/routes.ts';
import { bankRoutes } from './bank/routes.ts';
import { collectionsRoutes } from './collections/routes.ts';
import { documentsRoutes } from './documents/routes.ts';
import type { Endpoint, Routes } from './endpoint.ts';
import { familiesRoutes } from './families/routes.ts';
import { governanceRoutes } from './governance/routes.ts';
import { headofficeRoutes } from './headoffice/routes.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { receiveWebhookEndpoint } from './payments/receive-webhook.ts';
import { paymentsRoutes } from './payments/routes.ts';
import { platformsRoutes } from './platforms/routes.ts';
import { reportsRoutes } from './reports/routes.ts';

/** Every route that answers a person, by the area whose function answers it. */
export const registry = {
  access: accessRoutes,
  ledger: ledgerRoutes,
  collections: collectionsRoutes,
  families: familiesRoutes,
  payments: paymentsRoutes,
  platforms: platformsRoutes,
  bank: bankRoutes,
  documents: documentsRoutes,
  reports: reportsRoutes,
  headoffice: headofficeRoutes,
  governance: governanceRoutes,
} as const satisfies Readonly<Record<string, Routes>>;

export type Area = keyof typeof registry;

/** `GET /api/me`: how API Gateway names a route. */
export const routeKeyOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string =>
  `${method} ${path}`;

/** Every route of the gateway with the function that answers it, the webhook receiver included. */
export const gatewayRoutes = (): readonly {
  readonly routeKey: string;
  readonly functionName: string;
  readonly endpoint: Endpoint;
}[] => [
  ...Object.entries(registry).flatMap(([area, routes]) =>
    Object.values<Endpoint>(routes).map((endpoint) => ({
      routeKey: routeKeyOf(endpoint),
      functionName: `${area}-handler`,
      endpoint,
    })),
  ),
  {
    routeKey: routeKeyOf(receiveWebhookEndpoint),
    functionName: 'payments-webhook',
    endpoint: receiveWebhookEndpoint,
  },
];
