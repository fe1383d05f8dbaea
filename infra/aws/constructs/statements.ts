import { Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { ItemAccess, ObjectAccess } from '../functions.ts';
import type { Stage } from '../stages.ts';

/** Acts on items by the partition they are in, and on no other. */
export const useItems = (
  table: TableV2,
  { partitions, actions, index }: ItemAccess,
): PolicyStatement =>
  new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [index === undefined ? table.tableArn : `${table.tableArn}/index/${index}`],
    conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] } },
  });

/** Acts on objects by how their key begins. */
export const useObjects = (bucket: IBucket, { prefixes, actions }: ObjectAccess): PolicyStatement =>
  new PolicyStatement({
    actions: actions.map((action) => `s3:${action}`),
    resources: prefixes.map((prefix) => bucket.arnForObjects(`${prefix}*`)),
  });

/** Uses the key, and only through the services that hold what it protects. */
export const useKey = (key: IKey, services: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'],
    resources: [key.keyArn],
    conditions: {
      StringEquals: {
        'kms:ViaService': services.map(
          (service) => `${service}.${Stack.of(key).region}.amazonaws.com`,
        ),
      },
    },
  });

/** The secrets of payment platforms, of one stage only. */
export const secretsOf = ({ name, env }: Stage): string =>
  `arn:aws:ssm:${env.region}:${env.account}:parameter/tirelire/${name}/webhooks/*`;

export const readSecrets = (stage: Stage): PolicyStatement =>
  new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [secretsOf(stage)] });

/** Writes them, and reads back the one that another follows. */
export const writeSecrets = (stage: Stage): PolicyStatement =>
  new PolicyStatement({
    actions: ['ssm:GetParameter', 'ssm:PutParameter'],
    resources: [secretsOf(stage)],
  });

/** Puts aside what failed, on one queue. */
export const sendTo = (queue: IQueue): PolicyStatement =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });

/** Sends from the address of the stage, of its verified domain, and from no other. */
export const sendMail = ({ env, mailFrom }: Stage): PolicyStatement =>
  new PolicyStatement({
    actions: ['ses:SendEmail'],
    resources: [
      `arn:aws:ses:${env.region}:${env.account}:identity/${mailFrom.slice(mailFrom.indexOf('@') + 1)}`,
    ],
    conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
  });
