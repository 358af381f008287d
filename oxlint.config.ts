/**
 * Who may import whom (README, *The house*). An import is judged by what stands in it: `#ring/folder/file.ts` from
 * anywhere, `./file.ts` within a folder. Everything here says what is refused: an exception of one pattern would be
 * an exception of all. Later overrides replace earlier ones, so the narrowest comes last.
 */
import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type OxlintOverride } from 'oxlint';
import manifest from './package.json' with { type: 'json' };

/** Inside these rings imports go to the left only. A folder that is not placed here may import nothing of ours. */
const DOMAIN = [
  ...[
    'basics',
    'people',
    'hearing',
    'profile',
    'sponsors',
    'cohorts',
    'announcements',
    'gatherings',
    'notices',
    'pairs',
    'matching',
  ],
  ...[
    'searches',
    'meetings',
    'exchanges',
    'closing',
    'nudges',
    'enrolment',
    'life',
    'insights',
    'roster',
    'concerns',
    'privacy',
    'all',
  ],
];
const USECASES = [
  ...[
    'story',
    'people',
    'profile',
    'cohorts',
    'sponsors',
    'announcements',
    'gatherings',
    'notices',
    'pairs',
    'matching',
    'searches',
  ],
  ...[
    'meetings',
    'exchanges',
    'closing',
    'nudges',
    'enrolment',
    'life',
    'insights',
    'roster',
    'concerns',
    'privacy',
    'home',
  ],
];
/** What a person sees first stands at the roof and may show every other feature. */
const ROOF = 'home';
const FEATURES = ['profile', 'enrolment', 'search', 'pair', 'panel', 'console', 'concern', 'privacy', ROOF];
/** Where the tabs find named constants and types of the domain: small files, of which they may not use the rules. */
const CONSTANTS = [
  ...['people/person.ts', 'people/photo.ts', 'profile/limits.ts', 'profile/profile.ts', 'cohorts/cohort.ts'],
  ...[
    'announcements/announcement.ts',
    'announcements/inName.ts',
    'gatherings/gathering.ts',
    'pairs/agreement.ts',
    'pairs/goals.ts',
    'pairs/pause.ts',
    'meetings/feedback.ts',
    'meetings/jottings.ts',
    'meetings/curiosity.ts',
    'closing/closing.ts',
    'exchanges/exchange.ts',
    'exchanges/learning.ts',
    'concerns/concern.ts',
    'insights/measures.ts',
    'insights/review.ts',
    'roster/standing.ts',
    'cohorts/attributes/attributes.ts',
    'privacy/whoSees.ts',
  ],
];
const BOTBUILDER = ['activities', 'adapter', 'askedMeetings', 'federated', 'messenger'].map(
  (name) => `bot/teams/edge/${name}.ts`,
);
const PURE = ['zod', 'minisearch', 'mdast-util-from-markdown'];

const RINGS = Object.keys(manifest.imports).map((name) => name.slice(1, -2));
const PACKAGES = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
const at = (path: string): string => join(import.meta.dirname, path);
const foldersIn = (path: string): string[] =>
  readdirSync(at(path), { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));

interface Refused {
  group?: string[];
  regex?: string;
  importNamePattern?: string;
  allowTypeImports?: boolean;
  message: string;
}
const imports = (files: string[], ...patterns: Refused[]): OxlintOverride => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});
const without = <T>(all: readonly T[], some: readonly T[]): T[] => all.filter((one) => !some.includes(one));
const anyOf = (names: readonly string[]): string =>
  `(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;

const ringsBut = (ring: string, allowed: readonly string[]): Refused => ({
  regex: `^#${anyOf(without(RINGS, allowed))}/`,
  message: `rings: ${ring} may import only ${allowed.join(', ') || 'what lies beside it'}`,
});
const climbing: Refused = {
  regex: '^\\.\\.(?:/|$)',
  message: 'rings: what is not beside is imported by its #name',
};
/** config.ts is the one file of the ground that two rings read. */
const climbingButToConfig: Refused = {
  regex: '^\\.\\./(?:\\.\\./)*(?:[^./].*/|(?:app|index|log)\\.ts$)',
  message: 'rings: what is not beside is imported by its #name; above lies only config.ts',
};
const packages = (names: readonly string[], message: string): Refused => ({
  regex: `^(?:node:|${anyOf(names)}(?:/|$))`,
  message,
});
const pure = packages(
  without(PACKAGES, PURE),
  `rings: domain may import ${PURE.join(', ')}, and nothing else`,
);
const botbuilder: Refused = {
  regex: '^(?:botbuilder|botframework)',
  message: `seams: botbuilder stays in ${BOTBUILDER.join(', ')}`,
};
const browser: Refused = {
  regex: '^(?:react(?:-|/|$)|@fluentui/|@tanstack/|@microsoft/teams-js|@microsoft/teamsfx)',
  message: 'seams: a server has no browser',
};

const ring = (name: string, allowed: string[], ...also: Refused[]) =>
  imports([`bot/${name}/**`], ringsBut(name, allowed), botbuilder, browser, ...also);

function inOrder(
  name: 'domain' | 'usecases',
  order: readonly string[],
  ...also: Refused[]
): OxlintOverride[] {
  const nouns = [...new Set([...order, ...foldersIn(`bot/${name}`)])];
  return [
    imports([`bot/${name}/**`], {
      regex: '^[#.]',
      message: `order: oxlint.config.ts does not place this in ${name}`,
    }),
    ...order.map((noun, place) => {
      const right = without(nouns, order.slice(0, place + 1));
      const toTheRight: Refused = {
        regex: `^#${name}/${anyOf(right)}(?:/|\\.)`,
        message: `order: ${name}/${noun} may not import what stands to its right: ${right.join(', ')}`,
      };
      const patterns = right.length > 0 ? [...also, toTheRight] : also;
      return imports([`bot/${name}/${noun}/**`, `bot/${name}/${noun}.ts`], climbing, ...patterns);
    }),
  ];
}

const domain = [ringsBut('domain', ['domain']), pure];
const usecases = [ringsBut('usecases', ['usecases', 'domain', 'words']), botbuilder, browser];
const apart = (one: string, other: string): OxlintOverride =>
  imports(
    [`bot/domain/matching/${one}/**`],
    climbing,
    ...domain,
    {
      regex: `^#domain/${anyOf(DOMAIN.slice(DOMAIN.indexOf('matching') + 1))}(?:/|\\.)`,
      message: 'order: domain/matching may not import what stands to its right',
    },
    {
      regex: `^#domain/matching/${other}/`,
      message: `apart: ${one} and ${other} never import each other, or neither would prove anything`,
    },
  );
const onlyPorts: Refused = {
  group: ['\\#usecases/**', '!\\#usecases/story/ports.ts'],
  message: 'rings: of the stories only usecases/story/ports.ts, which is implemented here',
};
const DOWN = ['usecases', 'domain', 'words'];
const API = ['api', 'bot', ...DOWN];
const TEAMS = ['teams', 'bot', ...DOWN];
const onlyConfig: Refused = {
  group: ['\\#bot/**', '!\\#bot/config.ts'],
  message: 'rings: of the ground only config.ts',
};
const bot = [
  ring('words', ['words'], climbing),
  ...inOrder('domain', DOMAIN, ...domain),
  apart('engine', 'checker'),
  apart('checker', 'engine'),
  ...inOrder('usecases', USECASES, ...usecases),
  ring('storage', ['storage', 'usecases', 'domain'], climbing, onlyPorts),
  ring('threads', ['threads', 'usecases', 'domain'], climbing, onlyPorts),
  ring('readers', ['readers', 'usecases', 'domain'], climbing, onlyPorts),
  ring('delivery', ['delivery', ...DOWN], climbing),
  ring('telemetry', ['telemetry', 'api', ...DOWN], climbing, {
    group: ['\\#api/**', '!\\#api/contract/paths.ts'],
    message: 'rings: of the API only the names of its routes',
  }),
  ring('cli', ['cli', 'threads', ...DOWN], climbing),
  ring('api', API, climbingButToConfig, onlyConfig),
  ring('api/contract', ['api', 'domain'], climbing, {
    regex: `^#api/${anyOf(without(foldersIn('bot/api'), ['contract']))}/`,
    message: 'rings: the contract knows neither routes nor server',
  }),
  ring('api/routes', ['api', ...DOWN], climbing, {
    regex: '^(?:\\./|#api/routes/)',
    message: 'nouns: a route never imports another route; only routes/index.ts knows them all',
  }),
  imports(['bot/api/routes/index.ts'], ringsBut('api', ['api', ...DOWN]), climbing, botbuilder, browser),
  ring('teams', TEAMS, climbingButToConfig, onlyConfig),
  ring('teams/cards/*', ['teams', ...DOWN], climbing, {
    regex: '^#teams/cards/[^/]+/',
    message: "nouns: a card never imports another noun's; what cards share stands in teams/cards itself",
  }),
  imports(BOTBUILDER, ringsBut('teams', TEAMS), climbingButToConfig, onlyConfig, browser),
  imports(['bot/config.ts'], {
    group: ['\\#**', './**', '../**', '!./settings.ts'],
    message: 'rings: config.ts imports nothing of ours but the checks of single settings',
  }),
  imports(['bot/settings.ts'], { regex: '^[#.]', message: 'rings: settings.ts imports nothing of ours' }),
  imports(['bot/log.ts'], ringsBut('log.ts', ['usecases']), {
    regex: '^\\.',
    message: 'rings: only usecases',
  }),
  imports(
    ['bot/app.ts'],
    {
      regex: '^#(?:bot|infra|local|tests|tabs)/|^\\.\\./|^\\./index\\.ts$',
      message: 'rings: app.ts knows bot alone',
    },
    botbuilder,
    browser,
  ),
  imports(
    ['bot/index.ts'],
    { regex: '^(?:#|\\.\\.)', message: 'rings: index.ts may import only app.ts and config.ts' },
    {
      group: ['./**', '!./app.ts', '!./config.ts'],
      message: 'rings: index.ts may import only app.ts and config.ts',
    },
  ),
  imports(['infra/**'], {
    regex: 'bot/(?:app|index)\\.ts$',
    message: 'rings: only index.ts and infra/local start the app',
  }),
  imports(['infra/local/**']),
];

const up = (folders: readonly string[], from = '^(?:\\.\\./)+'): string => `${from}${anyOf(folders)}(?:/|$)`;
const rulesOfDomain = globSync('bot/domain/**/*.{ts,json}', { cwd: import.meta.dirname })
  .map((file) => file.replaceAll('\\', '/').replace('bot/domain/', ''))
  .filter((file) => !CONSTANTS.includes(file));
const tabsOf = (files: string[], ...also: Refused[]) =>
  imports(
    files,
    ringsBut('tabs', ['words', 'api', 'domain']),
    {
      regex: `^#api/(?:${anyOf(without(foldersIn('bot/api'), ['contract']))}/|[^/]+$)`,
      message: 'rings: of the api the tabs may import only api/contract',
    },
    {
      group: ['\\#api/contract/**', '!\\#api/contract/paths.ts'],
      allowTypeImports: true,
      message:
        'rings: of the contract the tabs may import only types (with zod the panel would grow), and paths.ts',
    },
    {
      regex: `^#domain/${anyOf(rulesOfDomain)}$`,
      message: `rings: of the domain the tabs may import only ${CONSTANTS.join(', ')}`,
    },
    {
      regex: '^#domain/',
      importNamePattern: '^[a-z]',
      message: 'rings: of the domain the tabs may import only named constants and types, no rules',
    },
    { regex: up(['bot', 'infra', 'tests', 'node_modules']), message: climbing.message },
    { regex: '^node:', message: 'seams: a browser has no Node' },
    ...also,
  );
const teamsJs: Refused = { regex: '^@microsoft/teams-js', message: 'seams: teams-js stays in tabs/teams.ts' };
const teamsFx: Refused = { regex: '^@microsoft/teamsfx', message: 'seams: teamsfx stays in tabs/signIn.ts' };
const upwards = 'order: in tabs api comes before parts, and parts before the features';
const below = (...seams: Refused[]): Refused[] => [
  ...seams,
  {
    regex: up(['api', 'parts', ...FEATURES], '^\\./'),
    message: 'order: the files of tabs itself come before all',
  },
];
const tabs = [
  ...FEATURES.map((feature) =>
    tabsOf([`tabs/${feature}/**`], teamsJs, teamsFx, {
      regex: feature === ROOF ? '^$' : up(without(FEATURES, [feature])),
      message: `features: ${feature} may not import another feature; only ${ROOF}, the roof, may`,
    }),
  ),
  tabsOf(['tabs/parts/**'], teamsJs, teamsFx, { regex: up(FEATURES), message: upwards }),
  tabsOf(['tabs/api/**'], teamsJs, teamsFx, { regex: up(['parts', ...FEATURES]), message: upwards }),
  tabsOf(['tabs/*.ts'], ...below(teamsJs, teamsFx)),
  tabsOf(['tabs/teams.ts'], ...below(teamsFx)),
  tabsOf(['tabs/signIn.ts'], ...below(teamsJs)),
  imports(['tabs/vite.config.ts']),
];

/** Neither clock nor chance, neither environment nor network: `now` and a seed are passed in. */
const pureDomain: OxlintOverride = {
  files: ['bot/domain/**'],
  rules: {
    'no-restricted-globals': [
      'error',
      ...['crypto', 'fetch', 'performance', 'process', 'globalThis', 'setTimeout', 'setInterval', 'console'],
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'The domain has no clock: pass nowMs in.' },
      { object: 'Math', property: 'random', message: 'The domain has no dice: pass a seed in.' },
    ],
  },
};

export default defineConfig({
  plugins: ['import', 'node', 'typescript'],
  categories: { correctness: 'off' },
  rules: {
    'import/no-self-import': 'error',
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: true }],
  },
  overrides: [
    {
      files: ['bot/**', 'tabs/**'],
      rules: {
        'import/no-dynamic-require': ['error', { esmodule: true }],
        'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
        'node/no-process-env': 'error',
        'typescript/no-require-imports': 'error',
      },
    },
    // Settings are read in one place, and one is written where a library looks for it.
    { files: ['bot/config.ts', 'bot/telemetry/exporting.ts'], rules: { 'node/no-process-env': 'off' } },
    ...bot,
    ...tabs,
    pureDomain,
  ],
});
