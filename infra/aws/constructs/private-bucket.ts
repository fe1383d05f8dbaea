import { BlockPublicAccess, Bucket, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** A bucket nobody reaches without a signature and TLS. */
export function privateBucket(scope: Construct, id: string, props: BucketProps): IBucket {
  const bucket: unknown = new Bucket(scope, id, {
    ...props,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
  });
  if (isBucket(bucket)) return bucket;
  throw new Error('not a bucket');
}

/** The CDK's own classes do not fit its interfaces under `exactOptionalPropertyTypes`. */
const isBucket = (made: unknown): made is IBucket => made instanceof Bucket;
