import type { App, Environment } from 'aws-cdk-lib';
import * as z from 'zod';

/** Where personal data may live: Paris, and nowhere else. */
const region = 'eu-west-3';

/** What changes from one association's account to another. Nothing of it is secret. */
const place = z.strictObject({
  account: z.string().regex(/^\d{12}$/u),
  /** The name in the browser's address bar. */
  portalHost: z.hostname(),
  /** The certificate of that name. CloudFront reads certificates in us-east-1 only. */
  certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/u),
  /** Who invitations to sign in come from; its domain is verified in SES. */
  mailFrom: z.email(),
  /** Who alarms wake. */
  alarmMail: z.email(),
  /**
   * The living secrets between CloudFront and the gateway, by number: CloudFront sends the last,
   * the gateway accepts them all. Going from [1] to [1, 2] to [2] rotates without a gap.
   */
  originSecrets: z.array(z.int().positive()).min(1).max(2),
});

/** How a stage differs from another: what it is worth, and what it may cost. */
const worth = {
  prod: {
    /** Data outlives its stack, and no single command destroys it. */
    keepsData: true,
    /** What one function may take of the account's concurrency; a runaway stops there. */
    reservedConcurrency: 40,
    /** Request units a second beyond which the table refuses, rather than costs. */
    requestUnitsMax: 4_000,
    monthlyBudgetDollars: 100,
  },
  staging: {
    keepsData: false,
    reservedConcurrency: undefined,
    requestUnitsMax: 400,
    monthlyBudgetDollars: 20,
  },
} as const;

type StageName = keyof typeof worth;

/** One running portal, as its stacks need to know it. */
export interface Stage extends z.output<typeof place> {
  readonly name: StageName;
  readonly env: Required<Environment>;
  /** As browsers write it in `Origin`. */
  readonly origin: `https://${string}`;
  readonly keepsData: boolean;
  readonly reservedConcurrency: number | undefined;
  readonly requestUnitsMax: number;
  readonly monthlyBudgetDollars: number;
}

const stageName = z.enum(['prod', 'staging'] satisfies StageName[]);

/** The stage that `-c stage=…` names. Throws, saying which value of cdk.json is missing or wrong. */
export function stageOf(app: App): Stage {
  const name = stageName.parse(app.node.tryGetContext('stage'));
  const there = place.safeParse(app.node.tryGetContext(`tirelire:${name}`));
  if (!there.success)
    throw new Error(`tirelire:${name} in cdk.json: ${z.prettifyError(there.error)}`);
  return {
    name,
    ...worth[name],
    ...there.data,
    env: { account: there.data.account, region },
    origin: `https://${there.data.portalHost}`,
  };
}
