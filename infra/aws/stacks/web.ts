import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  type FunctionAssociation,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  type ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { privateBucket } from '../constructs/private-bucket.ts';
import { originHeader } from '../constructs/origin-check.ts';
import { pageOfRouteText, viewerAddressText } from '../edge-functions.ts';
import { portalHeaders } from '../constructs/portal-headers.ts';
import { PortalFiles } from '../constructs/portal-files.ts';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { ApiStack } from './api.ts';
import type { DataStack } from './data.ts';

export interface WebStackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly api: ApiStack;
  readonly webAclArn: string;
  /** The built pages. */
  readonly webPath: string;
}

/** The one address of the portal: its pages, and behind the same name its API and webhooks. */
export class WebStack extends Stack {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: WebStackProps) {
    super(scope, id, { env: props.stage.env });
    if (!existsSync(join(props.webPath, 'index.html')))
      throw new Error(`${props.webPath}/index.html is not there: run npm run build first`);
    const files = this.#bucket(props);
    this.distribution = this.#distribution(files, props);
    new CfnOutput(this, 'PointThePortalNameTo', {
      value: this.distribution.distributionDomainName,
    });
    new PortalFiles(this, 'Files', {
      bucket: files,
      distribution: this.distribution,
      webPath: props.webPath,
      logs: new LogGroup(this, 'FilesLogs', {
        retention: RetentionDays.THREE_MONTHS,
        encryptionKey: props.data.key,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });
  }

  /** The pages can be built again: they need no key and no recovery. */
  #bucket({ data }: WebStackProps): IBucket {
    return privateBucket(this, 'Pages', {
      encryption: BucketEncryption.S3_MANAGED,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      serverAccessLogsBucket: data.logs,
      serverAccessLogsPrefix: 'pages/',
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  #distribution(files: IBucket, { stage, data, api, webAclArn }: WebStackProps): Distribution {
    const documents = `https://${data.documents.bucketRegionalDomainName}`;
    const responseHeadersPolicy = portalHeaders(this, 'Headers', { documents });
    const gateway = this.#gateway(api, responseHeadersPolicy);
    const families = {
      ...gateway,
      responseHeadersPolicy: portalHeaders(this, 'FamilyHeaders', {
        documents,
        keepsStricterPolicy: true,
      }),
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Tirelire ${stage.name}`,
      domainNames: [stage.portalHost],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: webAclArn,
      enableLogging: true,
      logBucket: data.logs,
      logFilePrefix: 'portal/',
      logIncludesCookies: false,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(files),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        compress: true,
        responseHeadersPolicy,
        functionAssociations: [
          { eventType: FunctionEventType.VIEWER_REQUEST, function: this.#pageOfRoute() },
        ],
      },
      additionalBehaviors: {
        '/api/*': gateway,
        '/hooks/*': { ...gateway, functionAssociations: [this.#withViewerAddress()] },
        '/f/*': families,
      },
    });
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR1',
      reason: 'Teachers sign in from overseas departments and from school trips abroad.',
    });
    return distribution;
  }

  /** Nothing of the API is kept by CloudFront, and its 404s stay its own. */
  #gateway({ api, originCheck }: ApiStack, headers: ResponseHeadersPolicy): BehaviorOptions {
    return {
      origin: new HttpOrigin(`${api.apiId}.execute-api.${this.region}.${this.urlSuffix}`, {
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
        readTimeout: Duration.seconds(30),
        // Resolved by CloudFormation at deployment: the template holds a name, not a value.
        customHeaders: { [originHeader]: originCheck.secret.secretValue.unsafeUnwrap() },
      }),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      compress: true,
      responseHeadersPolicy: headers,
    };
  }

  #withViewerAddress(): FunctionAssociation {
    return {
      eventType: FunctionEventType.VIEWER_REQUEST,
      function: new EdgeFunction(this, 'ViewerAddress', {
        comment: 'Says to the receiver which address calls',
        runtime: FunctionRuntime.JS_2_0,
        code: FunctionCode.fromInline(viewerAddressText),
      }),
    };
  }

  #pageOfRoute(): EdgeFunction {
    return new EdgeFunction(this, 'PageOfRoute', {
      comment: 'A route of the portal is answered by its one page',
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(pageOfRouteText),
    });
  }
}
