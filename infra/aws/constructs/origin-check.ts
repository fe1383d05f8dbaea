import { buildSync } from 'esbuild';
import { Duration, Validations } from 'aws-cdk-lib';
import {
  HttpLambdaAuthorizer,
  HttpLambdaResponseType,
} from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { secretsLayer } from './area-function.ts';
import { LoggedRole } from './logged-role.ts';

/** The header by which CloudFront proves to the gateway that a request came through it. */
export const originHeader = 'x-tirelire-origin';

export interface OriginCheckProps {
  readonly stage: Stage;
  readonly key: IKey;
}

/**
 * Refuses what did not come through CloudFront, and so through its firewall: an HTTP API can have
 * no firewall of its own, and its address is public. The answer is cached by the gateway: one call
 * every five minutes, not one a request.
 */
export class OriginCheck extends Construct {
  readonly authorizer: HttpLambdaAuthorizer;
  readonly lambda: LambdaFunction;
  /** What CloudFront sends: the newest. */
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { stage, key }: OriginCheckProps) {
    super(scope, id);
    const secrets = stage.originSecrets.map((number) => this.#secret(number));
    const newest = secrets.at(-1);
    if (!newest) throw new Error('no origin secret');
    this.secret = newest;
    const name = 'origin-check';
    const { role, logs } = new LoggedRole(this, 'Role', { name, stage, key });
    this.lambda = new LambdaFunction(this, 'Function', {
      functionName: `tirelire-${stage.name}-${name}`,
      code: Code.fromInline(handlerText()),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.seconds(5),
      tracing: Tracing.ACTIVE,
      role,
      logGroup: logs,
      loggingFormat: LoggingFormat.JSON,
      paramsAndSecrets: secretsLayer(),
      environment: {
        ORIGIN_HEADER: originHeader,
        ORIGIN_SECRET_IDS: secrets.map(({ secretArn }) => secretArn).join(' '),
        SECRETS_URL: 'http://localhost:2773',
      },
      ...(stage.reservedConcurrency !== undefined && {
        reservedConcurrentExecutions: stage.reservedConcurrency,
      }),
    });
    for (const secret of secrets) secret.grantRead(this.lambda);
    this.authorizer = new HttpLambdaAuthorizer('OriginCheck', this.lambda, {
      identitySource: [`$request.header.${originHeader}`],
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.minutes(5),
    });
  }

  #secret(number: number): Secret {
    const secret = new Secret(this, `Secret${number}`, {
      description: 'What CloudFront says to the gateway',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    Validations.of(secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'CloudFront and the gateway must change together: rotated by a deployment, through two ' +
        'living secrets (docs/runbook.md, "Rotating the origin secret").',
    });
    return secret;
  }
}

/** The check as one small script: written in TypeScript, deployed inside the template. */
const handlerText = (): string => {
  const { outputFiles } = buildSync({
    entryPoints: ['infra/aws/origin-check/handler.ts'],
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
};
