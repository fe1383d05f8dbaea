/** Where the secrets of webhooks are in the parameter store. */
export const secretsFolder = '/tirelire/local/webhooks';

/** The webhook secrets of the demonstration: they sign nothing but what is invented here. */
export const demoEndpoints = [
  {
    provider: 'jaikan',
    scheme: 'standard',
    token: 'demo-jaikan-oliviers-nice-2026',
    secretName: `${secretsFolder}/jaikan-oliviers`,
    secret: 'whsec_ZGVtb25zdHJhdGlvbi10aXJlbGlyZS1qYWlrYW4tMDE=',
    apiKeyName: undefined,
  },
  {
    provider: 'stripe',
    scheme: 'stripe',
    token: 'demo-stripe-oliviers-nice-2026',
    secretName: `${secretsFolder}/stripe-oliviers`,
    secret: 'whsec_demonstrationTirelireStripe0123456789',
    apiKeyName: `${secretsFolder}/stripe-oliviers-key`,
  },
] as const;

const keyOf = (name: string | undefined): [string, string][] =>
  name === undefined ? [] : [[name, 'rk_test_demonstration']];

/** Every secret that the local parameter store answers with, by name. */
export const demoSecrets: Readonly<Record<string, string>> = Object.fromEntries(
  demoEndpoints.flatMap(({ secretName, secret, apiKeyName }): [string, string][] => [
    [secretName, secret],
    ...keyOf(apiKeyName),
  ]),
);
