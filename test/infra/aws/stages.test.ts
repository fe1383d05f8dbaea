import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { streamConsumers } from '#shared/contract/background.ts';
import { contentSecurityPolicy, securityHeaders } from '#infra/security-headers.ts';
import { articles } from '#infra/aws/constructs/runbook.ts';
import { functionNeeds, type FunctionName } from '#infra/aws/functions.ts';
import { stageOf } from '#infra/aws/stages.ts';
import { readFileSync } from 'node:fs';
import { resources } from './read-template.ts';
import { appFor, synthesised } from './synthesised.ts';
import { usedByBundle } from './used-by-bundle.ts';

let staging: ReturnType<typeof synthesised>['templates'];

beforeAll(() => {
  staging = synthesised('staging', { context: { 'tirelire:staging': rotating } }).templates;
}, 240_000);

/** Staging in the middle of a rotation of the secret of the origin. */
const rotating = {
  account: '222222222222',
  portalHost: 'essai.tirelire.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:222222222222:certificate/one',
  mailFrom: 'ne-pas-repondre@example.org',
  alarmMail: 'alertes@example.org',
  originSecrets: [1, 2],
};

describe('a stage', () => {
  test('that is not production leaves nothing behind, and costs less', () => {
    staging.data.hasResource('AWS::DynamoDB::GlobalTable', {
      DeletionPolicy: 'Delete',
      Properties: {
        WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: 400 },
        Replicas: [Match.objectLike({ DeletionProtectionEnabled: false })],
      },
    });
    const [anyFunction] = resources(staging.api, 'AWS::Lambda::Function');
    expect(anyFunction?.Properties).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test('reads the secrets of its own stage only', () => {
    const text = JSON.stringify(staging.api.toJSON());
    expect(text).toContain(':parameter/tirelire/staging/webhooks/*');
    expect(text).not.toContain('/prod/');
  });

  test('that is unknown, or whose place is wrong, is refused by name', () => {
    expect(() => stageOf(appFor('production'))).toThrow(/prod/u);
    const wrong = { 'tirelire:prod': { ...rotating, certificateArn: 'arn:aws:acm:eu-west-3:1' } };
    expect(() => stageOf(appFor('prod', wrong))).toThrow(/tirelire:prod.*certificateArn/su);
  });
});

describe('the edge', () => {
  const distribution = () => {
    const [found] = resources(staging.web, 'AWS::CloudFront::Distribution');
    return found?.Properties['DistributionConfig'] as Record<string, unknown>;
  };

  test('the firewall stands before it, with its rates for open doors', () => {
    expect(distribution()['WebACLId']).toEqual({
      'Fn::GetStackOutput': expect.objectContaining({ Region: 'us-east-1' }) as unknown,
    });
    const [acl] = resources(staging.edgeWaf, 'AWS::WAFv2::WebACL');
    const rules = JSON.stringify(acl?.Properties['Rules']);
    for (const needed of ['/hooks/', '/api/quitus/', '/f/', 'AWSManagedRulesCommonRuleSet'])
      expect(rules).toContain(needed);
  });

  test('answers over TLS 1.2 at least, and never keeps what the API said', () => {
    expect(distribution()['ViewerCertificate']).toMatchObject({
      MinimumProtocolVersion: 'TLSv1.2_2021',
    });
    const behaviours = distribution()['CacheBehaviors'] as Record<string, unknown>[];
    expect(behaviours.map((one) => one['PathPattern'])).toEqual(['/api/*', '/hooks/*', '/f/*']);
    for (const behaviour of behaviours)
      expect(behaviour).toMatchObject({
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        ViewerProtocolPolicy: 'https-only',
      });
  });

  test('lets the pages of families keep their own stricter policy, and nothing else theirs', () => {
    const overrides = resources(staging.web, 'AWS::CloudFront::ResponseHeadersPolicy').map(
      ({ Properties }) => {
        const { SecurityHeadersConfig } = Properties['ResponseHeadersPolicyConfig'] as {
          SecurityHeadersConfig: Record<string, { Override: boolean }>;
        };
        return Object.entries(SecurityHeadersConfig)
          .filter(([, { Override }]) => !Override)
          .map(([header]) => header);
      },
    );
    expect(overrides).toEqual([[], ['ContentSecurityPolicy']]);
  });

  test('only the worker of families sends mail, from the one address of the stage', () => {
    const sending = [staging.api, staging.jobs]
      .flatMap((template) => resources(template, 'AWS::IAM::Policy'))
      .filter(({ Properties }) => JSON.stringify(Properties).includes('ses:SendEmail'));
    expect(sending).toHaveLength(1);
    const said = JSON.stringify(sending[0]?.Properties);
    expect(said).toContain('"ses:FromAddress":');
    expect(said).toMatch(/:identity\/[^*"]+"/u);
  });

  test('sends the newest secret of the origin by reference, while the gateway takes both', () => {
    const origins = JSON.stringify(distribution()['Origins']);
    expect(origins).toContain('{{resolve:secretsmanager:');
    expect(origins).toContain('OriginCheckSecret2');
    expect(resources(staging.api, 'AWS::SecretsManager::Secret')).toHaveLength(2);
  });

  test('says every header of the list', () => {
    const [policy] = resources(staging.web, 'AWS::CloudFront::ResponseHeadersPolicy');
    const said = JSON.stringify(policy?.Properties).toLowerCase();
    const [beforeBucket = ''] = contentSecurityPolicy('https://').split('https://');
    expect(said).toContain(beforeBucket.toLowerCase());
    for (const [header, value] of Object.entries(securityHeaders()))
      if (header !== 'content-security-policy') {
        expect(said).toContain(
          header === 'x-content-type-options' ? 'contenttypeoptions' : value.toLowerCase(),
        );
      }
    expect(said).toContain('"accesscontrolmaxagesec":63072000');
  });

  test('a page lives as long as its next version, a hashed file for ever', () => {
    const caches = resources(staging.web, 'Custom::CDKBucketDeployment').map(
      ({ Properties }) => (Properties['SystemMetadata'] as Record<string, string>)['cache-control'],
    );
    expect(caches).toEqual(['public, max-age=31536000, immutable', 'no-cache']);
  });
});

describe('jobs', () => {
  test('each consumer wakes for its kinds only, and puts aside what fails', () => {
    const mappings = resources(staging.jobs, 'AWS::Lambda::EventSourceMapping');
    const patterns = mappings.map(({ Properties }) => {
      const { Filters } = Properties['FilterCriteria'] as { Filters: { Pattern: string }[] };
      return JSON.parse(Filters[0]?.Pattern ?? '') as unknown;
    });
    expect(patterns).toEqual(
      streamConsumers.map(({ kinds }) => ({
        dynamodb: { NewImage: { kind: { S: [...kinds] } } },
      })),
    );
    for (const { Properties } of mappings)
      expect(Properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 8,
        DestinationConfig: { OnFailure: { Destination: expect.anything() as unknown } },
      });
  });

  test('what has an hour has it in Paris, and its failures are kept', () => {
    staging.jobs.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(15 3 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Paris',
      Target: Match.objectLike({ DeadLetterConfig: { Arn: Match.anyValue() } }),
    });
  });

  test('what starts again and again does so at its own pace, and is told its name', () => {
    staging.jobs.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(15 minutes)',
      Target: Match.objectLike({ Input: '{"schedule":"hot-sweep"}' }),
    });
    staging.jobs.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(40 1 * * ? *)',
      Target: Match.objectLike({ Input: '{"schedule":"nightly-sweep"}' }),
    });
  });

  test('W-17 money that no message told wakes somebody', () => {
    staging.alarms.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: '{ $.message = "sweep" }',
      MetricTransformations: [Match.objectLike({ MetricValue: '$.missed' })],
    });
    staging.alarms.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'MissedWebhooks',
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
      AlarmDescription: 'What to do: docs/runbook.md#missed-webhooks',
    });
  });

  test('dead letters are encrypted and wait two weeks', () => {
    for (const { Properties } of resources(staging.jobs, 'AWS::SQS::Queue'))
      expect(Properties).toMatchObject({
        MessageRetentionPeriod: 1_209_600,
        KmsMasterKeyId: expect.anything() as unknown,
      });
  });
});

describe('alarms', () => {
  const alarms = () => resources(staging.alarms, 'AWS::CloudWatch::Alarm');

  test('each tells somebody, and sends them to an article that exists', () => {
    const runbook = readFileSync('docs/runbook.md', 'utf8');
    for (const article of articles) expect(runbook).toContain(`\n## ${article}\n`);
    const cited = alarms().map(({ Properties }) => {
      expect(Properties['AlarmActions']).toHaveLength(1);
      return String(Properties['AlarmDescription']).split('docs/runbook.md#')[1];
    });
    expect([...new Set(cited)].toSorted()).toEqual([...articles].toSorted());
  });

  test('each function has its errors and throttles watched', () => {
    const watched = JSON.stringify(alarms().map(({ Properties }) => Properties));
    const ids = Object.keys(staging.alarms.findResources('AWS::CloudWatch::Alarm')).join(' ');
    for (const name of [...Object.keys(functionNeeds), 'origin-check'])
      for (const kind of ['Errors', 'Throttles'])
        expect(ids).toContain(`${name.replaceAll('-', '')}${kind}`);
    expect(watched).toContain('IteratorAge');
  });

  test('are sent under the key of the portal', () => {
    staging.alarms.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  });
});

describe('what a function may do is what its code does', () => {
  const environments = (template: Template) =>
    new Map(
      resources(template, 'AWS::Lambda::Function').map(({ Properties }) => [
        String(Properties['FunctionName']).replace('tirelire-staging-', ''),
        (Properties['Environment'] as { Variables: object } | undefined)?.Variables ?? {},
      ]),
    );

  test.for(Object.keys(functionNeeds) as FunctionName[])('%s', (name, { skip }) => {
    const used = usedByBundle(name);
    if (!used) return skip(`${name} is not written yet`);
    const { table, objects } = functionNeeds[name];
    const granted = (of: readonly { readonly actions: readonly string[] }[]) =>
      [...new Set(of.flatMap(({ actions }) => actions))].toSorted();
    expect(used.tableActions).toEqual(granted(table));
    expect(used.objectActions).toEqual(granted(objects));
    const openTo = new Set(
      table.flatMap(({ partitions }) => partitions.map((one) => one.replace('#*', ''))),
    );
    expect(used.partitions.filter((one) => !openTo.has(one))).toEqual([]);
    const given = new Map([...environments(staging.api), ...environments(staging.jobs)]).get(name);
    expect(used.environment.filter((variable) => !Object.hasOwn(given ?? {}, variable))).toEqual(
      [],
    );
  });
});
