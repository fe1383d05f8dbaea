import type { App } from 'aws-cdk-lib';
import { AlarmsStack } from './stacks/alarms.ts';
import { ApiStack } from './stacks/api.ts';
import { DataStack } from './stacks/data.ts';
import { EdgeWafStack } from './stacks/edge-waf.ts';
import { JobsStack } from './stacks/jobs.ts';
import { WebStack } from './stacks/web.ts';
import type { Stage } from './stages.ts';

export interface PortalProps {
  readonly stage: Stage;
  readonly bundlesPath: string;
  readonly webPath: string;
}

/** One running portal: the six stacks of a stage, in the order they are deployed. */
export class Portal {
  readonly data: DataStack;
  readonly api: ApiStack;
  readonly jobs: JobsStack;
  readonly edgeWaf: EdgeWafStack;
  readonly web: WebStack;
  readonly alarms: AlarmsStack;

  constructor(app: App, { stage, bundlesPath, webPath }: PortalProps) {
    const named = (part: string) => `tirelire-${stage.name}-${part}`;
    this.data = new DataStack(app, named('data'), stage);
    const of = { stage, data: this.data, bundlesPath };
    this.api = new ApiStack(app, named('api'), of);
    this.jobs = new JobsStack(app, named('jobs'), of);
    this.edgeWaf = new EdgeWafStack(app, named('edge-waf'), stage);
    const { data, api, jobs } = this;
    const { webAclArn } = this.edgeWaf;
    this.web = new WebStack(app, named('web'), { stage, data, api, webAclArn, webPath });
    this.alarms = new AlarmsStack(app, named('alarms'), { stage, data, api, jobs });
  }
}
