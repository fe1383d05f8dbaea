import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  ParamsAndSecretsLayerVersion,
  ParamsAndSecretsVersions,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { viewerAddressHeader } from '../edge-functions.ts';
import { functionNeeds, type FunctionName } from '../functions.ts';
import { platformUrls } from '../platform-hosts.ts';
import type { DataStack } from '../stacks/data.ts';
import type { Stage } from '../stages.ts';
import { LoggedRole } from './logged-role.ts';
import { acknowledgePrefixes, acknowledgeSecretsPath } from './narrowest.ts';
import {
  readSecrets,
  secretsOf,
  sendMail,
  useItems,
  useKey,
  useObjects,
  writeSecrets,
} from './statements.ts';

/** What every function of a stage is made from. */
export interface FunctionsOf {
  readonly stage: Stage;
  readonly data: DataStack;
  /** Where the built bundles are, one folder a function. */
  readonly bundlesPath: string;
}

/** A function of an area: its bundle, its own role, its own logs, the same limits for all. */
export class AreaFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly logs: LogGroup;

  constructor(scope: Construct, name: FunctionName, of: FunctionsOf) {
    super(scope, name);
    const { stage, data } = of;
    const needs = functionNeeds[name];
    const { memoryMiB, timeoutSeconds, readsWebhookSecrets, objects } = needs;
    const { role, logs } = new LoggedRole(this, 'Role', { name, stage, key: data.key });
    for (const statement of statementsFor(name, of)) role.addToPolicy(statement);
    if (objects.length > 0) acknowledgePrefixes(role, data.documents, objects);
    if (readsWebhookSecrets ?? needs.writesWebhookSecrets)
      acknowledgeSecretsPath(role, secretsOf(stage));
    this.logs = logs;
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: `tirelire-${stage.name}-${name}`,
      code: Code.fromAsset(bundleOf(name, of.bundlesPath)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memoryMiB,
      timeout: Duration.seconds(timeoutSeconds),
      tracing: Tracing.ACTIVE,
      role,
      logGroup: logs,
      loggingFormat: LoggingFormat.JSON,
      environment: environmentFor(name, of),
      ...(stage.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: stage.reservedConcurrency,
      }),
      ...(readsWebhookSecrets && { paramsAndSecrets: secretsLayer() }),
    });
  }
}

/** The folder of a bundle. Throws, saying how to build it, when it is not there. */
function bundleOf(name: FunctionName, bundlesPath: string): string {
  const path = join(bundlesPath, name);
  if (existsSync(join(path, 'index.mjs'))) return path;
  throw new Error(`${path}/index.mjs is not there: run npm run build first`);
}

/** AWS's own extension: functions read parameters on their loopback, kept for five minutes. */
export const secretsLayer = (): ParamsAndSecretsLayerVersion =>
  ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103, {
    parameterStoreTtl: Duration.minutes(5),
    secretsManagerTtl: Duration.minutes(5),
  });

function statementsFor(name: FunctionName, { stage, data }: FunctionsOf): PolicyStatement[] {
  const { table, objects, readsWebhookSecrets, writesWebhookSecrets, sendsMail } =
    functionNeeds[name];
  return [
    ...table.map((access) => useItems(data.table, access)),
    ...objects.map((access) => useObjects(data.documents, access)),
    useKey(data.key, objects.length > 0 ? ['dynamodb', 's3'] : ['dynamodb']),
    ...(readsWebhookSecrets ? [readSecrets(stage)] : []),
    ...(writesWebhookSecrets ? [writeSecrets(stage)] : []),
    ...(sendsMail ? [sendMail(stage)] : []),
  ];
}

function environmentFor(name: FunctionName, { stage, data }: FunctionsOf): Record<string, string> {
  const { objects, readsWebhookSecrets, writesWebhookSecrets, sendsMail } = functionNeeds[name];
  return {
    STAGE: stage.name,
    TABLE_NAME: data.table.tableName,
    APP_ORIGIN: stage.origin,
    ...(objects.length > 0 && { BUCKET_NAME: data.documents.bucketName }),
    ...(name === 'access-handler' && {
      OIDC_ISSUER: data.people.issuer,
      OIDC_CLIENT_ID: data.people.clientId,
    }),
    ...(name === 'payments-webhook' && { VIEWER_ADDRESS_HEADER: viewerAddressHeader }),
    ...(sendsMail && { MAIL_FROM: stage.mailFrom }),
    ...((readsWebhookSecrets ?? writesWebhookSecrets) && {
      SECRETS_PATH: `/tirelire/${stage.name}/webhooks`,
    }),
    ...(readsWebhookSecrets && { SECRETS_URL: 'http://localhost:2773', ...platformUrls }),
    POWERTOOLS_SERVICE_NAME: 'tirelire',
    POWERTOOLS_LOG_LEVEL: 'INFO',
    NODE_OPTIONS: '--enable-source-maps',
  };
}
