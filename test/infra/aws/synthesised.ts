import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { functionNeeds } from '#infra/aws/functions.ts';
import { Portal } from '#infra/aws/portal.ts';
import { stageOf } from '#infra/aws/stages.ts';

const cdkJson = JSON.parse(readFileSync('cdk.json', 'utf8')) as {
  context: Record<string, unknown>;
};

/** Bundles and pages small enough to synthesise with, whatever has been built. */
function builtFixture(): { bundlesPath: string; webPath: string } {
  const root = mkdtempSync(join(tmpdir(), 'tirelire-cdk-'));
  for (const name of Object.keys(functionNeeds)) {
    mkdirSync(join(root, 'functions', name), { recursive: true });
    writeFileSync(join(root, 'functions', name, 'index.mjs'), `// ${name}`);
  }
  mkdirSync(join(root, 'web', 'assets'), { recursive: true });
  writeFileSync(join(root, 'web', 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'web', 'assets', 'page-4f2a.js'), '');
  return { bundlesPath: join(root, 'functions'), webPath: join(root, 'web') };
}

/** The app of a stage as `cdk synth` sees it, with context of its own added. */
export function appFor(stage: string, context: Record<string, unknown> = {}): App {
  const outdir = mkdtempSync(join(tmpdir(), `tirelire-cdk-out-`));
  return new App({ outdir, context: { ...cdkJson.context, ...context, stage } });
}

const portalIn = (app: App): Portal => new Portal(app, { stage: stageOf(app), ...builtFixture() });

/** Costly, and of no use to a test that reads templates. */
const withoutTraces = {
  'aws:cdk:disable-stack-trace': true,
  'aws:cdk:disable-asset-staging': true,
  '@aws-cdk/core:validateAgainstDefaultRules': false,
};

/** The templates of a stage, by the last word of the stack's name; with cdk-nag when asked. */
export function synthesised(
  stage: string,
  { checked = false, context = {} }: { checked?: boolean; context?: Record<string, unknown> } = {},
) {
  const app = appFor(stage, { ...withoutTraces, ...context });
  const { data, api, jobs, edgeWaf, web, alarms } = portalIn(app);
  if (checked) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const templates = {
    data: Template.fromStack(data),
    api: Template.fromStack(api),
    jobs: Template.fromStack(jobs),
    edgeWaf: Template.fromStack(edgeWaf),
    web: Template.fromStack(web),
    alarms: Template.fromStack(alarms),
  };
  return { outdir: app.outdir, templates };
}

export type Synthesised = ReturnType<typeof synthesised>;
