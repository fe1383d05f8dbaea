import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { Portal } from './portal.ts';
import { stageOf } from './stages.ts';

const app = new App();
const stage = stageOf(app);
new Portal(app, { stage, bundlesPath: 'dist/functions', webPath: 'dist/web' });
Tags.of(app).add('application', 'tirelire');
Tags.of(app).add('stage', stage.name);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
