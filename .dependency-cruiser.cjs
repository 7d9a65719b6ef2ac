const own = '^(app|components|lib|server|scripts|e2e|prisma)/'
const isTest = '\\.test\\.tsx?$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two modules are one; types alone may point back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'lib-stands-alone',
      comment: 'lib runs in the browser and on the server, and knows neither.',
      severity: 'error',
      from: { path: '^lib/', pathNot: isTest },
      to: { path: `${own}|^node_modules/(react|react-dom|next|pg|@prisma)/`, pathNot: '^lib/' },
    },
    {
      name: 'lib-without-node',
      comment: 'The browser has no modules of Node.',
      severity: 'error',
      from: { path: '^lib/', pathNot: isTest },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'components-know-lib-only',
      comment: 'The page hands a component what it shows and what it calls.',
      severity: 'error',
      from: { path: '^components/', pathNot: isTest },
      to: { path: own, pathNot: '^(components|lib)/' },
    },
    {
      name: 'server-knows-lib-only',
      severity: 'error',
      from: { path: '^server/', pathNot: `${isTest}|test-support` },
      to: { path: own, pathNot: '^(server|lib|prisma/generated)/' },
    },
    {
      name: 'app-knows-no-scripts',
      severity: 'error',
      from: { path: '^app/', pathNot: isTest },
      to: { path: own, pathNot: '^(app|components|server|lib)/' },
    },
    {
      name: 'one-door-to-the-data',
      comment: 'Only the server may talk to the database.',
      severity: 'error',
      from: { pathNot: '^(server|prisma/generated)/' },
      to: { path: '^prisma/generated/' },
    },
    {
      name: 'viewers-come-from-auth',
      comment: 'Whoever makes a viewer by hand may read any workspace.',
      severity: 'error',
      from: { pathNot: `^server/(auth|testing)/|^server/db\\.ts$|${isTest}|test-support` },
      to: { path: '^server/auth/mint\\.ts$' },
    },
    {
      name: 'pages-know-no-door',
      comment: 'A page asks a query; it opens no transaction and acts for no operator.',
      severity: 'error',
      from: { path: '^(app|components)/', pathNot: `${isTest}|crawl|test-support` },
      to: { path: '^server/(db|auth/viewers)\\.ts$' },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^(app|components|lib|server)/', pathNot: `${isTest}|test-support` },
      to: { dependencyTypes: ['npm-dev'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // These two are types alone: there is nothing that could be loaded.
      to: { couldNotResolve: true, pathNot: '^(geojson|topojson-specification)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^prisma/generated' },
    exclude: { path: '\\.css$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
