import { secretOf, type WebhookScheme } from './webhook-scheme.ts';

/** What a platform asks of who connects it, in its own words. */
export interface CataloguePlatform {
  /** The name in addresses: one for each platform and way of signing. */
  readonly provider: string;
  readonly name: string;
  readonly scheme: WebhookScheme;
  /** How the platform writes the account; undefined where messages name none. */
  readonly account?: {
    readonly label: string;
    readonly hint: string;
    readonly pattern: RegExp;
    readonly isNeeded: boolean;
  };
  /** Where the secret is, on the platform. */
  readonly secretHint?: string;
  /** The read-only key, where the platform can be asked. */
  readonly apiKey?: { readonly hint: string; readonly pattern: RegExp };
}

const stripeAccount = {
  label: 'Compte Stripe relié',
  hint: 'Seulement si l’école a un compte relié\u00A0: il commence par acct_.',
  pattern: /^acct_\w{10,40}$/u,
  isNeeded: false,
};
const helloAssoAccount = {
  label: 'Nom de l’association dans son adresse HelloAsso',
  hint: 'Dans helloasso.com/associations/cooperative-des-tilleuls\u00A0: cooperative-des-tilleuls.',
  pattern: /^[a-z0-9][a-z0-9-]{1,99}$/u,
  isNeeded: true,
};
const helloAssoKey = {
  hint: 'Mon compte, API\u00A0: identifiant et secret, séparés par deux-points.',
  pattern: /^[\w-]{16,80}:[\w-]{16,120}$/u,
};
const lyraShop = {
  label: 'Identifiant de la boutique',
  hint: 'Huit chiffres, dans Paramétrage, Boutique.',
  pattern: /^\d{8}$/u,
  isNeeded: true,
};
const lyraKey = {
  hint: 'Clés d’API REST\u00A0: le mot de passe.',
  pattern: /^(?:test|prod)password_\w{8,80}$/u,
};

/** Every platform that can be connected. Its addresses are ours: nobody types one. */
export const catalogue: readonly CataloguePlatform[] = [
  {
    provider: 'jaikan',
    name: 'Jaïkan',
    scheme: 'standard',
    secretHint: 'Donné par la plateforme à la création de l’appel. Il commence par whsec_.',
  },
  {
    provider: 'partenaire',
    name: 'Autre plateforme (Standard Webhooks)',
    scheme: 'standard',
    secretHint: 'Donné par la plateforme à la création de l’appel. Il commence par whsec_.',
  },
  {
    provider: 'stripe',
    name: 'Stripe',
    scheme: 'stripe',
    account: stripeAccount,
    secretHint: 'Développeurs, Webhooks, Secret de signature. Il commence par whsec_.',
    apiKey: {
      hint: 'Clé restreinte, en lecture seule sur les paiements et les versements\u00A0: rk_…',
      pattern: /^rk_(?:live|test)_\w{10,200}$/u,
    },
  },
  {
    provider: 'helloasso',
    name: 'HelloAsso',
    scheme: 'helloasso-address',
    account: helloAssoAccount,
    apiKey: helloAssoKey,
  },
  {
    provider: 'helloassopartenaire',
    name: 'HelloAsso, compte partenaire (messages signés)',
    scheme: 'helloasso',
    account: helloAssoAccount,
    secretHint: 'La clé de signature donnée avec l’adresse de notification.',
    apiKey: helloAssoKey,
  },
  {
    provider: 'scellius',
    name: 'Scellius (La Banque Postale)',
    scheme: 'lyra',
    account: lyraShop,
    secretHint: 'Clés d’API REST\u00A0: le mot de passe de la boutique.',
    apiKey: lyraKey,
  },
  {
    provider: 'payzen',
    name: 'PayZen',
    scheme: 'lyra',
    account: lyraShop,
    secretHint: 'Clés d’API REST\u00A0: le mot de passe de la boutique.',
    apiKey: lyraKey,
  },
  {
    provider: 'payzenformulaire',
    name: 'PayZen, formulaire de paiement',
    scheme: 'lyra-form',
    account: lyraShop,
    secretHint: 'Paramétrage, Boutique, Clés\u00A0: la clé HMAC-SHA-256.',
  },
  {
    provider: 'gocardless',
    name: 'GoCardless',
    scheme: 'gocardless',
    account: {
      label: 'Organisation GoCardless',
      hint: 'Elle commence par OR.',
      pattern: /^OR\w{4,40}$/u,
      isNeeded: false,
    },
    secretHint: 'Développeurs, Webhook endpoints, Secret.',
    apiKey: { hint: 'Jeton d’accès en lecture seule.', pattern: /^[\w-]{20,200}$/u },
  },
  {
    provider: 'mollie',
    name: 'Mollie',
    scheme: 'mollie',
    secretHint: 'Seulement pour les nouveaux webhooks de Mollie.',
    apiKey: {
      hint: 'Clé d’API\u00A0: live_… ou test_…',
      pattern: /^(?:live|test|access)_\w{20,200}$/u,
    },
  },
  {
    provider: 'sumup',
    name: 'SumUp',
    scheme: 'sumup',
    account: {
      label: 'Code marchand',
      hint: 'Dans le profil de l’entreprise. Il commence par M.',
      pattern: /^M[A-Z0-9]{5,19}$/u,
      isNeeded: true,
    },
    apiKey: { hint: 'Clé d’API\u00A0: sup_sk_…', pattern: /^sup_\w{10,200}$/u },
  },
  {
    provider: 'payplug',
    name: 'PayPlug',
    scheme: 'payplug',
    apiKey: {
      hint: 'Clé secrète\u00A0: sk_live_… ou sk_test_…',
      pattern: /^sk_(?:live|test)_\w{8,200}$/u,
    },
  },
];

export const findPlatform = (provider: string): CataloguePlatform | undefined =>
  catalogue.find((platform) => platform.provider === provider);

/** The house behind a provider: an account of it is one account, whichever way it signs. */
export function houseOf({ provider, scheme }: { provider: string; scheme: WebhookScheme }): string {
  if (scheme === 'standard') return provider;
  return scheme.replace(/-(?:address|form)$/u, '');
}

/** Whether the platform's messages may be, or must be, signed with a secret. */
export const secretNeedOf = ({ scheme }: Pick<CataloguePlatform, 'scheme'>) => secretOf[scheme];
