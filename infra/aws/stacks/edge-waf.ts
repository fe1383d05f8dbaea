import { CrossStackReferences, ReferenceStrength, Stack } from 'aws-cdk-lib';
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

type Rule = CfnWebACL.RuleProperty;
type Statement = CfnWebACL.StatementProperty;

/** The firewall before CloudFront. AWS keeps those of CloudFront in us-east-1: hence its own stack. */
export class EdgeWafStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id, { env: { account: stage.env.account, region: 'us-east-1' } });
    const webAcl = new CfnWebACL(this, 'WebAcl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seenAs('WebAcl'),
      rules: [
        // Platforms send in bursts, from few addresses; a flood is another order of magnitude.
        rateRule(0, 'HooksRate', 1_500, beginsWith('/hooks/')),
        // A link of the quitus opens without a session: guessing must be slow.
        rateRule(1, 'QuitusRate', 100, beginsWith('/api/quitus/')),
        rateRule(2, 'SignInRate', 100, beginsWith('/api/session/')),
        // A school evening: many families on one address, and still no guessing.
        rateRule(7, 'FamiliesRate', 600, beginsWith('/f/')),
        // A whole school may share one address.
        rateRule(3, 'Rate', 3_000),
        managedRule(4, 'AWSManagedRulesAmazonIpReputationList'),
        managedRule(5, 'AWSManagedRulesKnownBadInputsRuleSet'),
        // Statements of a bank and photos of vouchers are larger than 8 KB.
        managedRule(6, 'AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY']),
      ],
    });
    // CloudFront is deployed in another region: the reference is read there at deployment.
    CrossStackReferences.of(webAcl).produce(ReferenceStrength.WEAK);
    this.webAclArn = webAcl.attrArn;
  }
}

const seenAs = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  // Sampled requests hold paths, and paths hold tokens.
  sampledRequestsEnabled: false,
});

const beginsWith = (searchString: string): Statement => ({
  byteMatchStatement: {
    fieldToMatch: { uriPath: {} },
    positionalConstraint: 'STARTS_WITH',
    searchString,
    textTransformations: [{ priority: 0, type: 'NORMALIZE_PATH' }],
  },
});

/** Blocks an address that asks more than so often in five minutes. */
const rateRule = (priority: number, name: string, limit: number, where?: Statement): Rule => ({
  name,
  priority,
  action: { block: { customResponse: { responseCode: 429 } } },
  statement: {
    rateBasedStatement: {
      aggregateKeyType: 'IP',
      limit,
      evaluationWindowSec: 300,
      ...(where && { scopeDownStatement: where }),
    },
  },
  visibilityConfig: seenAs(name),
});

/** A list of rules that AWS keeps; what it would wrongly refuse is counted instead. */
const managedRule = (priority: number, name: string, counted: readonly string[] = []): Rule => ({
  name,
  priority,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  visibilityConfig: seenAs(name),
});
