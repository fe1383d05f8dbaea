const rule = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to });
const npm = (name) => ({ path: `node_modules/${name}` });
const shell = 'functions/(stores|gateways|papers|platform)/';
const entryPoint = '^functions/[^/]+/(handler|worker|scheduled|webhook)\\.ts$';

/** Who may import whom. The table with its reasons is in ARCHITECTURE.md. */
module.exports = {
  forbidden: [
    rule('domain-is-pure', '^shared/domain', { pathNot: '^shared/domain' }),
    rule('contract-knows-only-domain', '^shared/contract', {
      pathNot: '^shared|node_modules/zod',
    }),
    rule('web-takes-only-types-of-the-contract', '^web', {
      path: '^shared/contract|node_modules/zod',
      dependencyTypesNot: ['type-only'],
      pathNot: '^shared/contract/messages',
    }),
    rule('aws-only-at-the-edge', '^(shared|web|functions/(?!stores|gateways))', npm('@aws-sdk')),
    rule('middy-only-in-platform', '^(shared|web|functions/(?!platform))', npm('@middy')),
    rule(
      'printing-only-in-papers',
      '^(shared|web|functions/(?!papers))',
      npm('(pdfkit|write-excel-file)'),
    ),
    rule('areas-meet-in-domain', '^functions/(?!stores|gateways|papers|platform)([^/]+)/', {
      path: '^functions',
      pathNot: `^(functions/$1/|${shell})`,
    }),
    rule('stores-know-no-area', `^${shell}`, { path: '^functions', pathNot: `^${shell}` }),
    rule('features-meet-in-app', '^web/src/features/([^/]+)/', {
      path: '^web/src/(app|features/(?!$1/))',
    }),
    rule('ui-knows-no-feature', '^web/src/(ui|api)', { path: '^web/src/(app|features)' }),
    rule('web-knows-no-server', '^web', { path: '^(functions|infra)' }),
    rule('server-knows-no-web', '^(functions|shared)', { path: '^(web|infra)' }),
    rule('cdk-knows-only-the-contract', '^infra/aws', {
      path: '^(functions|web|shared/domain|infra/local)',
    }),
    rule('local-runs-what-is-built', '^infra/local/(?!demo)', {
      path: '^(web|infra/aws|functions/(?!stores|platform))',
      pathNot: entryPoint,
    }),
    rule('nothing-imports-tests', '^(infra|functions|web|shared)', { path: '^test' }),
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdk\\.out|\\.local)' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
