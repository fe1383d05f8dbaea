import { Duration, Validations } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { sendTo, useKey } from './statements.ts';

/** Where work that failed every attempt waits for a person: two weeks, then it is lost. */
export class DeadLetters extends Construct {
  readonly queue: Queue;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id);
    this.#key = key;
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.KMS,
      encryptionMasterKey: key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is itself the dead-letter queue.',
    });
  }

  /** Where Lambda leaves what failed, in the words of its configuration. */
  readonly onFailure = { bind: () => ({ destination: this.queue.queueArn }) };

  /** Lets a role leave its failures here; the grants of the CDK would open more of the key. */
  letSend(role: IRole | undefined): void {
    if (!role) throw new Error('a function without a role');
    role.addToPrincipalPolicy(sendTo(this.queue));
    role.addToPrincipalPolicy(useKey(this.#key, ['sqs']));
  }
}
