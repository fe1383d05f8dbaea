import * as z from 'zod';
import { readSample, samplesIn } from './samples.ts';

const vectorSchema = z.object({
  scheme: z.string(),
  config: z.looseObject({
    secrets: z.array(z.string()).optional(),
    signatureKeys: z.array(z.string()).optional(),
    passwords: z.array(z.string()).optional(),
    keys: z.array(z.string()).optional(),
    mode: z.string().optional(),
  }),
  now: z.int(),
  request: z.object({ headers: z.record(z.string(), z.string()), bodyBase64: z.string() }),
  expect: z.object({ verified: z.boolean() }),
});

const schemeNames = {
  stripe: 'stripe',
  standard: 'standard',
  helloasso: 'helloasso',
  gocardless: 'gocardless',
  mollie: 'mollie',
  'lyra-krypton': 'lyra',
  'lyra-vads': 'lyra-form',
} as const;

const isKnown = (name: string): name is keyof typeof schemeNames =>
  Object.hasOwn(schemeNames, name);

/** The signature vectors of a folder that have our shape, each with what it must give. */
export function vectorsOf(folder: string) {
  const names = samplesIn(`webhooks/${folder}/vectors`) ?? [];
  return names
    .filter((name) => name.startsWith('CONSTR-'))
    .flatMap((name) => {
      const { scheme, config, now, request, expect } = vectorSchema.parse(
        readSample(`webhooks/${folder}/vectors/${name}`),
      );
      if (!isKnown(scheme)) return [];
      const secrets =
        config.secrets ?? config.signatureKeys ?? config.passwords ?? config.keys ?? [];
      return [
        {
          name,
          endpoint: {
            scheme: schemeNames[scheme],
            mode: config.mode === 'TEST' ? ('test' as const) : ('live' as const),
            secretName: '/test',
          },
          secrets,
          request: {
            headers: request.headers,
            body: Buffer.from(request.bodyBase64, 'base64'),
            nowSeconds: now,
            sourceIp: '203.0.113.7',
          },
          verified: expect.verified,
        },
      ];
    });
}
