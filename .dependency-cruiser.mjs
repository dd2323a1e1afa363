// The walls of docs/architecture.md: what each room may import. A room that is not in this list may import nothing of the
// project. `npm run walls` checks them; test/walls.test.ts tries forbidden imports and sees them refused.

/** Rooms below each room: it may import these, itself, and nothing else of the project. */
const MAY_IMPORT = {
  foundation: [],
  statistics: ['foundation'],
  charts: ['foundation'],
  areas: ['foundation'],
  lake: ['foundation'],
  record: ['foundation'],
  analyse: ['statistics', 'foundation'],
  illustrative: ['areas', 'statistics', 'foundation'],
  sources: ['areas', 'lake', 'foundation'],
  measures: ['lake', 'areas', 'statistics', 'foundation'],
  checks: ['measures', 'lake', 'areas', 'statistics', 'foundation'],
  evidence: ['measures', 'record', 'lake', 'areas', 'statistics', 'foundation'],
  fetch: ['sources', 'lake', 'areas', 'foundation'],
  opening: ['illustrative', 'record', 'measures', 'sources', 'lake', 'areas', 'foundation'],
  publish: [
    'evidence',
    'record',
    'measures',
    'charts',
    'lake',
    'areas',
    'statistics',
    'foundation',
    'web/(components|layout|theme|assets)',
  ],
  web: [
    'publish',
    'evidence',
    'checks',
    'record',
    'measures',
    'sources',
    'charts',
    'lake',
    'areas',
    'analyse',
    'statistics',
    'foundation',
  ],
};

const TOP = '^src/(cli/|app\\.ts$)';
const TEST = '(\\.test\\.tsx?|/testing/.*|/testing\\.tsx?)$';

const rooms = Object.entries(MAY_IMPORT).map(([room, below]) => ({
  name: `walls-of-${room}`,
  comment: `${room} may import only: ${['itself', ...below].join(', ')}. See docs/architecture.md.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|test|bench|scripts)/', pathNot: [room, ...below].map((name) => `^src/${name}/`) },
}));

const unknownRoom = {
  name: 'no-unknown-room',
  comment: 'A new folder of src needs its line in .dependency-cruiser.mjs and in docs/architecture.md.',
  severity: 'error',
  from: { path: '^src/', pathNot: [TOP, ...Object.keys(MAY_IMPORT).map((room) => `^src/${room}/`)] },
  to: { path: '^(src|test|bench|scripts)/' },
};

const ROOMS_WITH_AN_ENTRY = ['statistics', 'charts', 'areas', 'fetch'];

const entries = ROOMS_WITH_AN_ENTRY.map((room) => ({
  name: `entry-of-${room}`,
  comment: `Other rooms reach ${room} through its index.ts (examples and the texts about methods aside).`,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/${room}/`, TEST] },
  to: {
    path: `^src/${room}/`,
    pathNot: [`^src/${room}/index\\.ts$`, '^src/statistics/about/', '/examples\\.tsx?$'],
  },
}));

/** Packages and built-in modules that only certain rooms may touch. */
const outside = [
  {
    name: 'pure-rooms',
    comment: 'Statistics, charts and method definitions compute: they read no file, no clock and no network.',
    severity: 'error',
    from: { path: '^src/(statistics|charts)/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'duckdb-behind-the-lake',
    comment:
      'Everything but the lake and the importer speaks to the Engine interface, so that another engine can stand behind it.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/lake/', '^src/sources/', TEST] },
    to: { path: 'node_modules/@duckdb/' },
  },
  {
    name: 'database-behind-the-record',
    comment: 'Only the record room speaks to PostgreSQL.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/record/', TOP, TEST] },
    to: { path: 'node_modules/(kysely|pg|@electric-sql)/' },
  },
  {
    name: 'web-framework-at-the-top',
    comment: 'Only the web room knows Hono (publish renders its components).',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/(web|publish)/', TOP] },
    to: { path: 'node_modules/(hono|@hono)/' },
  },
  {
    name: 'disclosure-at-the-door',
    comment: 'Only publish and web know about disclosure to the public.',
    severity: 'error',
    from: { path: '^src/', pathNot: ['^src/(publish|web)/', TOP] },
    to: { path: '^src/.*disclosure' },
  },
];

const hygiene = [
  {
    name: 'no-circular',
    comment: 'A cycle means that two things are one.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'A file that nothing imports and that imports nothing.',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: ['\\.d\\.ts$', '\\.config\\.ts$', '^src/web/browser/', '^scripts/', '^bin/'],
    },
    to: {},
  },
  {
    name: 'not-to-unresolvable',
    comment: 'The import leads nowhere.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '^geojson$' },
  },
  {
    name: 'no-test-code-in-the-program',
    comment: 'The program never imports tests, test helpers or benches.',
    severity: 'error',
    from: { path: '^(src|bin)/', pathNot: TEST },
    to: { path: ['^(test|bench)/', TEST] },
  },
  {
    name: 'no-development-packages-in-the-program',
    comment: 'What the program needs at run time belongs under "dependencies".',
    severity: 'error',
    from: { path: '^(src|bin)/', pathNot: TEST },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
// oxlint-disable-next-line import/no-default-export -- dependency-cruiser reads the default export
export default {
  forbidden: [...rooms, unknownRoom, ...entries, ...outside, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.build|\\.scrutineer[^/]*)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
