import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { gatewayRoutes } from '#shared/contract/registry.ts';
import { functionNeeds } from '#infra/aws/functions.ts';
import { actionsIn, type CloudResource, policyOf, resources } from './read-template.ts';
import { synthesised, type Synthesised } from './synthesised.ts';

const patienceMs = 240_000;
let prod: Synthesised;
let all: readonly Template[];

beforeAll(() => {
  prod = synthesised('prod', { checked: true });
  all = Object.values(prod.templates);
}, patienceMs);

const every = (type: string): CloudResource[] => all.flatMap((one) => resources(one, type));

test('cdk-nag finds no error', () => {
  const report = JSON.parse(readFileSync(join(prod.outdir, 'validation-report.json'), 'utf8')) as {
    pluginReports: { conclusion: string }[];
  };
  expect(report.pluginReports.filter(({ conclusion }) => conclusion !== 'success')).toEqual([]);
});

describe('the data', () => {
  test('the table is kept, protected, recoverable for 35 days and capped', () => {
    prod.templates.data.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: 4_000 },
        Replicas: [
          Match.objectLike({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: {
              PointInTimeRecoveryEnabled: true,
              RecoveryPeriodInDays: 35,
            },
            ReadOnDemandThroughputSettings: { MaxReadRequestUnits: 4_000 },
          }),
        ],
      },
    });
  });

  test('the key turns every year and outlives its stack', () => {
    prod.templates.data.hasResource('AWS::KMS::Key', {
      DeletionPolicy: 'Retain',
      Properties: { EnableKeyRotation: true, RotationPeriodInDays: 365 },
    });
  });

  test('no bucket can be public, and each refuses what is not TLS', () => {
    const buckets = every('AWS::S3::Bucket');
    expect(buckets).toHaveLength(3);
    for (const { Properties } of buckets)
      expect(Properties['PublicAccessBlockConfiguration']).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
    const refusals = every('AWS::S3::BucketPolicy').map(({ Properties }) =>
      JSON.stringify(Properties['PolicyDocument']),
    );
    expect(refusals).toHaveLength(3);
    for (const policy of refusals)
      expect(policy).toMatch(/"aws:SecureTransport":"false"\}\},"Effect":"Deny"/u);
  });

  test('documents are versioned, kept, and taken from the portal only', () => {
    prod.templates.data.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        VersioningConfiguration: { Status: 'Enabled' },
        CorsConfiguration: {
          CorsRules: [
            Match.objectLike({
              AllowedOrigins: ['https://tirelire.example.org'],
              AllowedMethods: ['PUT', 'GET'],
            }),
          ],
        },
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({ Prefix: 'quarantine/', ExpirationInDays: 1, Status: 'Enabled' }),
          ]),
        },
      },
    });
  });

  test('people are invited, use two factors, and come back to one exact address', () => {
    prod.templates.data.hasResource('AWS::Cognito::UserPool', {
      DeletionPolicy: 'Retain',
      Properties: {
        AdminCreateUserConfig: Match.objectLike({ AllowAdminCreateUserOnly: true }),
        MfaConfiguration: 'ON',
        EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
        DeletionProtection: 'ACTIVE',
        Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 12 }) },
      },
    });
    prod.templates.data.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      CallbackURLs: ['https://tirelire.example.org/api/session/callback'],
    });
  });
});

describe('the gateway', () => {
  test('every route of the registry is there, and no other', () => {
    const keys = resources(prod.templates.api, 'AWS::ApiGatewayV2::Route').map(
      ({ Properties }) => Properties['RouteKey'],
    );
    expect(keys.toSorted()).toEqual(
      gatewayRoutes()
        .map(({ routeKey }) => routeKey)
        .toSorted(),
    );
  });

  test('every route first asks whether the request came through CloudFront', () => {
    for (const { Properties } of resources(prod.templates.api, 'AWS::ApiGatewayV2::Route'))
      expect(Properties).toMatchObject({ AuthorizationType: 'CUSTOM' });
    prod.templates.api.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      IdentitySource: ['$request.header.x-tirelire-origin'],
      AuthorizerType: 'REQUEST',
    });
  });

  test('the log of accesses holds routes, never paths, addresses or agents', () => {
    const [stage] = resources(prod.templates.api, 'AWS::ApiGatewayV2::Stage');
    const { Format } = stage?.Properties['AccessLogSettings'] as { Format: string };
    expect(Format).toContain('$context.routeKey');
    expect(Format).not.toMatch(/context\.path|sourceIp|userAgent|querystring/u);
  });

  test('doors without a session open less wide', () => {
    const [stage] = resources(prod.templates.api, 'AWS::ApiGatewayV2::Stage');
    const settings = stage?.Properties['RouteSettings'] as Record<string, unknown>;
    expect(settings['POST /hooks/{provider}/{token}']).toMatchObject({ ThrottlingRateLimit: 50 });
    expect(stage?.Properties['DefaultRouteSettings']).toMatchObject({ ThrottlingRateLimit: 200 });
  });
});

describe('functions', () => {
  const ours = () =>
    every('AWS::Lambda::Function').filter(({ Properties }) =>
      String(Properties['FunctionName']).startsWith('tirelire-'),
    );

  test('each runs on Node 24 and ARM, is traced, bounded, and keeps its own logs', () => {
    expect(ours()).toHaveLength(Object.keys(functionNeeds).length + 1);
    for (const { Properties } of ours()) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        ReservedConcurrentExecutions: 40,
        LoggingConfig: { LogFormat: 'JSON' },
      });
      expect(Properties['Timeout']).toBeLessThanOrEqual(300);
    }
    for (const { Properties } of every('AWS::Logs::LogGroup'))
      expect(Properties).toMatchObject({
        RetentionInDays: 90,
        KmsKeyId: expect.anything() as unknown,
      });
  });

  test('each that answers the gateway gives up before the gateway does', () => {
    for (const { Properties } of resources(prod.templates.api, 'AWS::Lambda::Function'))
      expect(Properties['Timeout']).toBeLessThan(30);
  });

  test('no two share a role', () => {
    const roles = ours().map(({ Properties }) => JSON.stringify(Properties['Role']));
    expect(new Set(roles).size).toBe(roles.length);
  });

  test('none may scan, or do anything to a whole service', () => {
    const actions = [prod.templates.api, prod.templates.jobs].flatMap(actionsIn);
    expect(actions).toContain('dynamodb:PutItem');
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    expect(actions).not.toContain('dynamodb:Scan');
  });

  test('each action on the table is bound to partitions', () => {
    const unbound = [prod.templates.api, prod.templates.jobs]
      .flatMap((template) => resources(template, 'AWS::IAM::Policy'))
      .flatMap(policyOf)
      .filter(({ actions }) =>
        actions.some((action) => /^dynamodb:(?!.*Stream|GetRecords|GetShard)/u.test(action)),
      )
      .filter(({ condition }) => !JSON.stringify(condition).includes('dynamodb:LeadingKeys'));
    expect(unbound).toEqual([]);
  });

  test('the webhook function reaches endpoints and inboxes, not an entry nor a document', () => {
    const [policy] = resources(prod.templates.api, 'AWS::IAM::Policy').filter(({ Properties }) =>
      String(Properties['PolicyName']).startsWith('paymentswebhook'),
    );
    const statements = policy ? policyOf(policy) : [];
    const onTable = statements
      .filter(({ actions }) => actions.some((action) => action.startsWith('dynamodb:')))
      .map(({ actions, condition }) => ({ actions, condition }));
    expect(onTable).toEqual([
      {
        actions: ['dynamodb:GetItem'],
        condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['ENDPOINT#*'] } },
      },
      {
        actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
        condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['INBOX#D#*#C#*'] } },
      },
    ]);
    expect(statements.flatMap(({ actions }) => actions).filter((a) => a.startsWith('s3:'))).toEqual(
      [],
    );
    expect(JSON.stringify(statements)).toContain(':parameter/tirelire/prod/webhooks/*');
  });

  test('no variable of a function is a secret', () => {
    for (const { Properties } of every('AWS::Lambda::Function')) {
      const { Variables = {} } = (Properties['Environment'] ?? {}) as { Variables?: object };
      expect(JSON.stringify(Variables)).not.toMatch(/resolve:|sk_live|sk_test|whsec_|-----BEGIN/u);
      expect(Object.keys(Variables).filter((name) => /PASSWORD|TOKEN|_KEY$/u.test(name))).toEqual(
        [],
      );
    }
  });
});
