import { Duration, Stack, Validations } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import * as z from 'zod';

export interface PortalFilesProps {
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
  readonly webPath: string;
  readonly logs: ILogGroup;
}

/** Files named after their content: kept for ever, by browsers and by CloudFront. */
const hashed = 'assets/*';

/**
 * Puts the built pages where CloudFront reads them: first the hashed files, which never replace
 * one another, then the pages that name them. A tab left open finds its old files still there.
 */
export class PortalFiles extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { bucket, distribution, webPath, logs }: PortalFilesProps,
  ) {
    super(scope, id);
    const assets = new BucketDeployment(this, 'Assets', {
      sources: [Source.asset(webPath)],
      destinationBucket: bucket,
      exclude: ['*'],
      include: [hashed],
      prune: false,
      logGroup: logs,
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
    });
    const pages = new BucketDeployment(this, 'Pages', {
      sources: [Source.asset(webPath)],
      destinationBucket: bucket,
      exclude: [hashed],
      prune: false,
      logGroup: logs,
      cacheControl: [CacheControl.noCache()],
      distribution,
      distributionPaths: ['/*'],
    });
    pages.node.addDependency(assets);
    acknowledgeCopier(pages, bucket);
  }
}

const attribute = z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) });

/** The function that copies is the CDK's own; it runs at deployments only and reaches no data. */
function acknowledgeCopier({ handlerRole }: BucketDeployment, bucket: IBucket): void {
  const stack = Stack.of(handlerRole);
  const resolved: unknown = stack.resolve(bucket.bucketArn);
  const pagesArn = attribute.parse(resolved)['Fn::GetAtt'].join('.');
  const assets = `arn:aws:s3:::cdk-hnb659fds-assets-${stack.account}-${stack.region}`;
  const wildcards = [
    ...['GetBucket', 'GetObject', 'List', 'DeleteObject', 'Abort'].map(
      (action) => `Action::s3:${action}*`,
    ),
    `Resource::${assets}/*`,
    `Resource::<${pagesArn}>/*`,
    'Resource::*',
  ];
  Validations.of(handlerRole).acknowledge(
    {
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
      reason: 'The CDK gives its copying function the usual policy of logs, and takes no other.',
    },
    ...wildcards.map((finding) => ({
      id: `AwsSolutions-IAM5[${finding}]`,
      reason:
        'The grants of the CDK’s BucketDeployment: every file of the built pages, from the ' +
        'bucket of assets to the bucket of pages, and the invalidation of their distribution.',
    })),
  );
  const copier = handlerRole.node.scope;
  if (copier)
    Validations.of(copier).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'The runtime of the copying function follows the version of the CDK.',
    });
}
