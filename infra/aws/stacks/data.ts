import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  BucketEncryption,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { privateBucket } from '../constructs/private-bucket.ts';
import { People } from '../constructs/people.ts';
import type { Stage } from '../stages.ts';

/** What must survive everything else: the table, the documents, the people who sign in. */
export class DataStack extends Stack {
  readonly key: Key;
  readonly table: TableV2;
  readonly documents: IBucket;
  readonly logs: IBucket;
  readonly people: People;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { env: stage.env, terminationProtection: stage.keepsData });
    const removalPolicy = stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.key = this.#key(removalPolicy);
    this.table = this.#table(stage, removalPolicy);
    this.logs = this.#logs(removalPolicy);
    this.documents = this.#documents(stage, removalPolicy);
    this.people = new People(this, 'People', { stage, removalPolicy });
    new CfnOutput(this, 'TableName', { value: this.table.tableName });
    new CfnOutput(this, 'UserPoolId', { value: this.people.userPoolId });
  }

  #key(removalPolicy: RemovalPolicy): Key {
    const key = new Key(this, 'Key', {
      description: 'Tirelire: entries, documents, logs, dead letters, alarms',
      enableKeyRotation: true,
      rotationPeriod: Duration.days(365),
      removalPolicy,
    });
    const logService = new ServicePrincipal(`logs.${this.region}.amazonaws.com`);
    const logGroups = `arn:aws:logs:${this.region}:${this.account}:*`;
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogsOfThisAccount',
        effect: Effect.ALLOW,
        principals: [logService],
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups } },
      }),
    );
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsAndBudgetOfThisAccount',
        effect: Effect.ALLOW,
        principals: [
          new ServicePrincipal('cloudwatch.amazonaws.com'),
          new ServicePrincipal('budgets.amazonaws.com'),
        ],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    return key;
  }

  #table({ keepsData, requestUnitsMax }: Stage, removalPolicy: RemovalPolicy): TableV2 {
    return new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand({
        maxReadRequestUnits: requestUnitsMax,
        maxWriteRequestUnits: requestUnitsMax,
      }),
      // Sparse: an event of a platform is in it until somebody has worked on it.
      globalSecondaryIndexes: [
        {
          indexName: 'waiting',
          partitionKey: { name: 'waitingIn', type: AttributeType.STRING },
          sortKey: { name: 'receivedAt', type: AttributeType.STRING },
          projectionType: ProjectionType.INCLUDE,
          nonKeyAttributes: ['provider', 'eventId'],
        },
      ],
      dynamoStream: StreamViewType.NEW_IMAGE,
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: 35,
      },
      timeToLiveAttribute: 'expiresAt',
      deletionProtection: keepsData,
      removalPolicy,
    });
  }

  /** Who came, as seen by CloudFront and S3. Addresses are personal data: kept a month. */
  #logs(removalPolicy: RemovalPolicy): IBucket {
    return privateBucket(this, 'Logs', {
      // CloudFront and S3 cannot deliver their logs under a key of ours.
      encryption: BucketEncryption.S3_MANAGED,
      // CloudFront delivers its logs by an ACL.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
      lifecycleRules: [{ expiration: Duration.days(30) }],
      serverAccessLogsPrefix: 'of-logs/',
      removalPolicy,
    });
  }

  #documents({ origin }: Stage, removalPolicy: RemovalPolicy): IBucket {
    return privateBucket(this, 'Documents', {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.key,
      bucketKeyEnabled: true,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 'documents/',
      cors: [
        {
          allowedOrigins: [origin],
          allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
          allowedHeaders: ['content-type'],
          maxAge: 3_600,
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        {
          // What was announced and never checked was never a voucher.
          prefix: 'quarantine/',
          expiration: Duration.days(1),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // A draft of the CRF is printed to be looked at, and printed again.
        { prefix: 'drafts/', expiration: Duration.days(7) },
        {
          // A voucher is kept ten years and read in its first months.
          transitions: [
            { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(90) },
          ],
        },
      ],
      removalPolicy,
    });
  }
}
