/**
 * Who may import whom (docs/architecture.md), one rule for each line of the table. A rule says what a part may reach; anything
 * else is forbidden. Tests may in addition use test libraries and `shared/testing`, and no more.
 */
const TESTS = String.raw`\.test\.tsx?$`;
const TEST_LIBRARIES = String.raw`node_modules/(vitest|fast-check|fake-indexeddb|@vitest|@playwright|smtp-server|postal-mime|pdf-lib|ical\.js)/`;
/** Names of packages; `@scope/name` too. */
const packages = (...names) => String.raw`node_modules/(${names.join('|')})/`;
/** A part: its sources without its tests. */
const sourcesOf = (folder) => ({ path: `^${folder}/`, pathNot: [TESTS, '/migrations/'] });
const only = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? sourcesOf(from) : from,
  to: { pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three. Types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      // Vite's virtual modules and `?url` suffixes are resolved by Vite alone.
      to: { couldNotResolve: true, pathNot: String.raw`\?|^virtual:` },
    },
    only('shared-lib', 'shared/lib stands below everything.', 'shared/lib', [
      '^shared/lib/',
      packages('temporal-polyfill'),
    ]),
    only('shared-records', 'Records know their schema library and shared/lib.', 'shared/records', [
      '^shared/(records|lib)/',
      packages('zod'),
    ]),
    only(
      'shared-rules',
      'The rules and the change set know no host, no words, no library but the schema one.',
      'shared/(domain|changes)',
      ['^shared/(domain|changes|lib|records)/'].concat(packages('zod')),
    ),
    {
      name: 'shared-rules-take-types-of-records',
      comment: 'Rules receive records, they do not parse them: only the types.',
      severity: 'error',
      from: sourcesOf('shared/(domain|changes)'),
      to: { path: '^shared/records/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'shared-domain-has-no-library',
      comment: 'Only the wire format of the change set itself is declared with the schema library.',
      severity: 'error',
      from: sourcesOf('shared/domain'),
      to: { path: 'node_modules/' },
    },
    only(
      'shared-borders',
      'Contracts, protocol, words and what deliveries mean: shared and their own libraries.',
      'shared/(host|sync|i18n|delivery)',
      ['^shared/', packages('zod', 'i18next', 'i18next-icu', 'intl-messageformat')],
    ),
    only('shared-testing', 'Builders and fakes know shared and the test libraries.', 'shared/testing', [
      '^shared/',
      TEST_LIBRARIES,
      packages('zod'),
    ]),
    {
      name: 'testing-is-for-tests',
      comment: 'Builders and fakes never reach the program.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|server)/', pathNot: [TESTS, '(^|/)testing/'] },
      to: { path: '(^|/)testing/' },
    },
    {
      name: 'shared-stays-in-shared',
      comment: 'shared runs anywhere and knows nobody.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|server|scripts|e2e|bench)/' },
    },
    {
      name: 'electron-only-in-main-and-preload',
      comment: 'Importing electron in plain Node starts a download; services take ports.',
      severity: 'error',
      from: { pathNot: '^electron/(main|preload)/' },
      to: { path: String.raw`node_modules/electron/|^electron$` },
    },
    {
      name: 'services-know-no-host',
      comment: 'Services run in every host: shared, Node and their libraries.',
      severity: 'error',
      from: { path: '^electron/services/' },
      to: { path: '^(electron/(main|preload|web-host)|renderer|server|scripts|e2e|bench)/' },
    },
    {
      name: 'main-is-one-host',
      comment: 'Electron main: services, shared and electron; never the other host.',
      severity: 'error',
      from: { path: '^electron/main/' },
      to: { path: '^(electron/(preload|web-host)|renderer|server|scripts|e2e|bench)/' },
    },
    {
      name: 'web-host-is-one-host',
      comment: 'The web host: services, shared and Node.',
      severity: 'error',
      from: { path: '^electron/web-host/' },
      to: { path: '^(electron/(preload|main)|renderer|server|scripts|e2e|bench)/' },
    },
    only('preload', 'The bridge: electron and types.', 'electron/preload', [
      '^electron/preload/',
      '^shared/host/',
      'node_modules/electron/',
      '^electron$',
    ]),
    {
      name: 'preload-takes-types',
      comment: 'Nothing of shared runs in the bridge.',
      severity: 'error',
      from: sourcesOf('electron/preload'),
      to: { path: '^shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-has-no-node',
      comment: 'The renderer is a web page: no Node, no host code.',
      severity: 'error',
      from: { path: '^renderer/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-stays-in-renderer',
      comment: 'What the renderer wants from a host goes through the contract.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|server|scripts|e2e|bench)/' },
    },
    {
      name: 'dexie-only-in-data',
      comment: 'Nobody but renderer/data knows what the working store is made of.',
      severity: 'error',
      from: { pathNot: ['^renderer/data/', TESTS, '^bench/'] },
      to: { path: 'node_modules/(dexie|dexie-react-hooks)/' },
    },
    {
      name: 'data-knows-no-screen',
      comment: 'renderer/data: Dexie and shared.',
      severity: 'error',
      from: { path: '^renderer/data/' },
      to: { path: '^renderer/(app|engine|features|state|ui)/|node_modules/(@mantine|@tabler|@tanstack)/' },
    },
    {
      name: 'engine-knows-data',
      comment: 'renderer/engine: data and shared; no React.',
      severity: 'error',
      from: { path: '^renderer/engine/' },
      to: {
        path: '^renderer/(app|features|state|ui)/|node_modules/(react|react-dom|@mantine|@tabler|@tanstack|zustand)/',
      },
    },
    {
      name: 'features-know-no-feature',
      comment: 'A feature that another one needs is a part of ui, of data, or of shared/domain.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'features-stay-in-their-layer',
      comment: 'renderer/features: data, state, ui, shared.',
      severity: 'error',
      from: { path: '^renderer/features/' },
      to: { path: '^renderer/(app|engine)/' },
    },
    {
      name: 'ui-is-presentational',
      comment: 'renderer/ui gets what it shows as properties.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(app|data|engine|features)/' },
    },
    {
      name: 'state-is-screen-state',
      comment: 'renderer/state: what is ticked and open, no records.',
      severity: 'error',
      from: { path: '^renderer/state/' },
      to: { path: '^renderer/(app|data|engine|features|ui)/' },
    },
    only(
      'server',
      'The sync server: shared, the adapters that send, Node and its own libraries (docs/adr/0054).',
      'server',
      [
        '^(server|shared)/',
        '^electron/services/(mail|sms|ledger)/',
        packages(
          '@electric-sql/pglite',
          'pg',
          'culori',
          'fastify',
          '@fastify/(rate-limit|swagger)',
          'fastify-type-provider-zod',
          'pino',
          'prom-client',
          'zod',
          'vitest', // in server/testing
        ),
        '^node:',
        String.raw`^(?!.*node_modules/)[a-z_/]+$`,
      ],
    ),
    {
      name: 'server-runs-alone',
      comment: 'Nothing of the desktop program reaches the server.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^server/' },
    },
    {
      name: 'migrations-are-frozen',
      comment: 'A migration is history: what it imports would change it.',
      severity: 'error',
      from: { path: '/migrations/', pathNot: TESTS },
      to: { path: '^(shared|electron|renderer|server)/', pathNot: '/migrations/' },
    },
    {
      name: 'tools-are-no-program',
      comment: 'Scripts and tests read the program, the program never reads them.',
      severity: 'error',
      from: { path: '^(shared|electron|renderer|server)/', pathNot: TESTS },
      to: { path: '^(scripts|e2e|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`^out/|\.d\.ts$|\.css$` },
    // Sees `import type`, which the compiled code no longer has.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
