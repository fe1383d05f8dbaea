import { Stack, Validations } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { IConstruct } from 'constructs';
import * as z from 'zod';
import type { ObjectAccess } from '../functions.ts';

const acknowledgeResource = (on: IConstruct, resource: string, reason: string): void =>
  Validations.of(on).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });

const imported = z.object({ 'Fn::ImportValue': z.string() });

/** Says why a role has a star after the prefix of some objects. */
export function acknowledgePrefixes(
  role: IRole,
  bucket: IBucket,
  accesses: readonly ObjectAccess[],
): void {
  const owner = Stack.of(bucket);
  const resolved: unknown = owner.resolve(owner.exportValue(bucket.bucketArn));
  const arn = imported.parse(resolved)['Fn::ImportValue'];
  for (const prefix of new Set(accesses.flatMap(({ prefixes }) => prefixes)))
    acknowledgeResource(
      role,
      `${arn}/${prefix}*`,
      'Objects are named after cooperatives and ids: the prefix of a kind is the narrowest name.',
    );
}

/** Says why a role has a star after the path of the secrets of its stage. */
export const acknowledgeSecretsPath = (role: IRole, parameters: string): void =>
  acknowledgeResource(
    role,
    parameters,
    'Each cooperative has its own secrets, added while the portal runs, under the path of its stage.',
  );
