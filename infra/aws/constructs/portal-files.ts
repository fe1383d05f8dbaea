import { Duration } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';

export interface PortalFilesProps {
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
  readonly webPath: string;
}

/** Files named after their content: kept for ever, by browsers and by CloudFront. */
const hashed = 'assets/*';

/**
 * Puts the built pages where CloudFront reads them: first the hashed files, which never replace
 * one another, then the pages that name them. A tab left open finds its old files still there.
 */
export class PortalFiles extends Construct {
  constructor(scope: Construct, id: string, { bucket, distribution, webPath }: PortalFilesProps) {
    super(scope, id);
    const assets = new BucketDeployment(this, 'Assets', {
      sources: [Source.asset(webPath)],
      destinationBucket: bucket,
      exclude: ['*'],
      include: [hashed],
      prune: false,
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
      cacheControl: [CacheControl.noCache()],
      distribution,
      distributionPaths: ['/*'],
    });
    pages.node.addDependency(assets);
  }
}
