import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { gatewayRoutes } from '#shared/contract/registry.ts';
import { AreaFunction, type FunctionsOf } from '../constructs/area-function.ts';
import { OriginCheck } from '../constructs/origin-check.ts';
import { isFunctionName, type FunctionName } from '../functions.ts';

/** The gateway: one route per route of the registry, answered by the function of its area. */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly functions: ReadonlyMap<FunctionName, AreaFunction>;
  readonly originCheck: OriginCheck;

  constructor(scope: Construct, id: string, of: FunctionsOf) {
    super(scope, id, { env: of.stage.env });
    this.originCheck = new OriginCheck(this, 'OriginCheck', { ...of, key: of.data.key });
    this.api = new HttpApi(this, 'Api', {
      apiName: `tirelire-${of.stage.name}`,
      createDefaultStage: false,
      defaultAuthorizer: this.originCheck.authorizer,
    });
    const { functions, routes } = this.#routes(of);
    this.functions = functions;
    // A stage that throttles a route is refused before that route exists.
    this.#stage(of).node.addDependency(...routes);
  }

  #routes(of: FunctionsOf) {
    const routes: HttpRoute[] = [];
    const functions = new Map<FunctionName, AreaFunction>();
    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    for (const { functionName, endpoint } of gatewayRoutes()) {
      if (!isFunctionName(functionName)) throw new Error(`${functionName} has no needs written`);
      const area = functions.get(functionName) ?? new AreaFunction(this, functionName, of);
      const integration =
        integrations.get(functionName) ??
        new HttpLambdaIntegration(functionName, area.lambda, { scopePermissionToRoute: false });
      functions.set(functionName, area);
      integrations.set(functionName, integration);
      routes.push(
        ...this.api.addRoutes({
          path: endpoint.path,
          methods: [HttpMethod[endpoint.method]],
          integration,
        }),
      );
    }
    return { functions, routes };
  }

  #stage({ stage, data }: FunctionsOf): HttpStage {
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/tirelire/${stage.name}/gateway`,
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: data.key,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const gatewayStage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(accessLogLine),
      },
    });
    throttleOpenDoors(gatewayStage);
    return gatewayStage;
  }
}

/** The route and not the path: a path holds tokens. No address: CloudFront's logs have them. */
const accessLogLine = JSON.stringify({
  requestId: AccessLogField.contextRequestId(),
  at: '$context.requestTimeEpoch',
  routeKey: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  bytes: '$context.responseLength',
  integrationStatus: '$context.integrationStatus',
  integrationLatencyMs: '$context.integrationLatency',
  authorizerError: '$context.authorizer.error',
});

/** The routes that answer without a session get less of the gateway than the portal itself. */
function throttleOpenDoors(gatewayStage: HttpStage): void {
  const cfnStage = gatewayStage.node.defaultChild;
  if (!(cfnStage instanceof CfnStage)) throw new Error('the stage has changed shape');
  cfnStage.routeSettings = Object.fromEntries(
    gatewayRoutes()
      .filter(({ endpoint }) => endpoint.permission === 'public')
      .map(({ routeKey }) => [
        routeKey,
        { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100, DetailedMetricsEnabled: true },
      ]),
  );
}
