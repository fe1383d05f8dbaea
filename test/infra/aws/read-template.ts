import type { Template } from 'aws-cdk-lib/assertions';

export interface CloudResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
}

/** The resources of a type, in the order of the template. */
export const resources = (template: Template, type: string): CloudResource[] =>
  Object.values(template.findResources(type)) as CloudResource[];

export interface Statement {
  readonly actions: readonly string[];
  readonly resource: unknown;
  readonly condition: unknown;
}

interface PolicyDocument {
  readonly Statement: readonly {
    readonly Action: string | readonly string[];
    readonly Resource: unknown;
    readonly Condition?: unknown;
  }[];
}

/** The statements of an IAM policy. */
export const policyOf = ({ Properties }: CloudResource): Statement[] =>
  (Properties['PolicyDocument'] as PolicyDocument).Statement.map((statement) => ({
    actions: [statement.Action].flat(),
    resource: statement.Resource,
    condition: statement.Condition,
  }));

/** Every action that a template allows to anybody. */
export const actionsIn = (template: Template): string[] =>
  resources(template, 'AWS::IAM::Policy')
    .flatMap(policyOf)
    .flatMap(({ actions }) => actions);
