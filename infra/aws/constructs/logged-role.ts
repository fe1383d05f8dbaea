import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

export interface LoggedRoleProps {
  readonly name: string;
  readonly stage: Stage;
  readonly key: IKey;
}

/** The role of one function, which at first may only write its own logs and traces. */
export class LoggedRole extends Construct {
  readonly role: Role;
  readonly logs: LogGroup;

  constructor(scope: Construct, id: string, { name, stage, key }: LoggedRoleProps) {
    super(scope, id);
    this.logs = new LogGroup(this, 'Logs', {
      logGroupName: `/tirelire/${stage.name}/${name}`,
      retention: RetentionDays.THREE_MONTHS,
      encryptionKey: key,
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [this.logs.logGroupArn],
      }),
    );
    Validations.of(this.role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'Traces (xray:PutTraceSegments) and the list of streams (dynamodb:ListStreams) belong to ' +
        'no resource: IAM takes nothing narrower. No other statement has a bare star.',
    });
  }
}
