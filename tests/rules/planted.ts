/** A fault, planted alone, and the rule that has to refuse it there: its name, or how its message begins. */
export interface Planted {
  fault: string;
  file: string;
  code: string;
  /** Line of the file that is refused. */
  line: number;
  rule: string;
  /** What must lie beside it. */
  beside?: Record<string, string>;
}

const inServer = (fault: string, rule: string, line: number, code: string): Planted => ({
  ...{ fault, rule, line, code },
  file: 'bot/domain/basics/planted.ts',
});
const inTab = (fault: string, rule: string, line: number, code: string): Planted => ({
  ...{ fault, rule, line, code },
  file: 'tabs/parts/Planted.tsx',
});

/** Each was in the tree once without anybody noticing (twenty of them), or could have been. */
export const LINT: readonly Planted[] = [
  inServer('==', 'lint/suspicious/noDoubleEquals', 1, 'export const f = (a: string, b: string) => a == b;\n'),
  inServer(
    'x = 5 in an if',
    'lint/suspicious/noAssignInExpressions',
    2,
    'export function f(x: number): number {\n  if ((x = 5)) return x;\n  return 0;\n}\n',
  ),
  inServer('x === x', 'lint/suspicious/noSelfCompare', 1, 'export const f = (x: number) => x === x;\n'),
  inServer('=== NaN', 'lint/correctness/useIsNan', 1, 'export const f = (x: number) => x === NaN;\n'),
  inServer(
    'a case twice',
    'lint/suspicious/noDuplicateCase',
    5,
    "export function f(x: string): number {\n  switch (x) {\n    case 'a':\n      return 1;\n    case 'a':\n      return 2;\n    default:\n      return 3;\n  }\n}\n",
  ),
  inServer('debugger', 'lint/suspicious/noDebugger', 2, 'export function f(): void {\n  debugger;\n}\n'),
  inServer('eval', 'lint/security/noGlobalEval', 1, "export const f = (): unknown => eval('1');\n"),
  inServer('var', 'lint/suspicious/noVar', 1, 'export var x = 1;\n'),
  inServer('any', 'lint/suspicious/noExplicitAny', 1, 'export const f = (x: any): unknown => x;\n'),
  inServer(
    'an unused variable',
    'lint/correctness/noUnusedVariables',
    1,
    'const unused = 1;\nexport const x = 2;\n',
  ),
  inServer(
    'an unused parameter',
    'lint/correctness/noUnusedFunctionParameters',
    1,
    'export const f = (unused: number): number => 1;\n',
  ),
  inServer(
    'an unsafe finally',
    'lint/correctness/noUnsafeFinally',
    5,
    "export function f(): number {\n  try {\n    return JSON.parse('1');\n  } finally {\n    return 2;\n  }\n}\n",
  ),
  inServer(
    'a floating promise',
    'lint/nursery/noFloatingPromises',
    3,
    'const wait = async (): Promise<number> => 1;\nexport function f(): void {\n  wait();\n}\n',
  ),
  inServer(
    'an async callback where none is awaited',
    'lint/nursery/noMisusedPromises',
    3,
    'const wait = async (x: number): Promise<number> => x;\nexport function f(): void {\n  [1].forEach(async (x) => {\n    await wait(x);\n  });\n}\n',
  ),
  inServer('console', 'lint/suspicious/noConsole', 1, "console.log('planted');\n"),
  inServer('the time of day', 'noClock', 1, 'export const f = (): number => new Date().getTime();\n'),
  inServer(
    'the time of day, by a detour',
    'noClock',
    1,
    'export const f = (): Date => new globalThis.Date();\n',
  ),
  inServer(
    'an undeclared package',
    'lint/correctness/noUndeclaredDependencies',
    1,
    "import lodash from 'lodash';\nexport const x = lodash;\n",
  ),
  inServer(
    'more turns than a head can hold',
    'lint/complexity/noExcessiveCognitiveComplexity',
    1,
    `export function f(x: number): number {\n${'  if (x > 1) { for (let n = 0; n < x; n++) if (n > 3) return n; }\n'.repeat(4)}  return 0;\n}\n`,
  ),
  inTab(
    'a conditional hook',
    'lint/correctness/useHookAtTopLevel',
    3,
    "import { useState } from 'react';\nexport function Planted({ a }: { a: boolean }) {\n  if (a) useState(1);\n  return null;\n}\n",
  ),
  inTab(
    'a missing effect dependency',
    'lint/correctness/useExhaustiveDependencies',
    3,
    "import { useEffect } from 'react';\nexport function Planted({ a, tell }: { a: string; tell(a: string): void }) {\n  useEffect(() => {\n    tell(a);\n  }, [tell]);\n  return null;\n}\n",
  ),
  inTab(
    'a missing key',
    'lint/correctness/useJsxKeyInIterable',
    4,
    'export const Planted = ({ names }: { names: string[] }) => (\n  <ul>\n    {names.map((name) => (\n      <li>{name}</li>\n    ))}\n  </ul>\n);\n',
  ),
  inTab(
    'an img without alt',
    'lint/a11y/useAltText',
    1,
    'export const Planted = () => <img src="a.png" />;\n',
  ),
  inTab(
    'a click on a div',
    'lint/a11y/noStaticElementInteractions',
    1,
    'export const Planted = ({ go }: { go(): void }) => <div onClick={go}>go</div>;\n',
  ),
  inTab(
    'target=_blank without rel',
    'lint/security/noBlankTarget',
    2,
    'export const Planted = () => (\n  <a href="https://x.example" target="_blank">\n    x\n  </a>\n);\n',
  ),
  {
    fault: 'the same key twice in JSON',
    file: 'bot/words/en/planted.json',
    code: '{\n  "a": "one",\n  "a": "two"\n}\n',
    line: 2,
    rule: 'lint/suspicious/noDuplicateObjectKeys',
  },
  {
    fault: 'a circle in the domain',
    file: 'bot/domain/basics/planted.ts',
    code: "import { b } from './other.ts';\nexport const a = (): number => b();\n",
    line: 1,
    rule: 'lint/suspicious/noImportCycles',
    beside: {
      'bot/domain/basics/other.ts':
        "import { a } from './planted.ts';\nexport const b = (): number => a();\n",
    },
  },
  {
    fault: 'a circle of types, across folders',
    file: 'bot/domain/basics/planted.ts',
    code: "import type { B } from '#domain/people/other.ts';\nexport type A = B | 1;\n",
    line: 1,
    rule: 'lint/suspicious/noImportCycles',
    beside: {
      'bot/domain/people/other.ts':
        "import type { A } from '#domain/basics/planted.ts';\nexport type B = A | 2;\n",
    },
  },
];

const imports = (fault: string, file: string, code: string, rule = 'rings'): Planted => ({
  ...{ fault, file, rule, line: 1 },
  code: `${code}\n`,
});

export const IMPORTS: readonly Planted[] = [
  imports(
    'a side-effect import of api in domain',
    'bot/domain/basics/planted.ts',
    "import '#api/routes/index.ts';",
    'import(no-unassigned-import)',
  ),
  imports(
    'a value import of the topic catalogue into tabs',
    'tabs/parts/planted.ts',
    "export { TOPICS } from '#domain/hearing/topics/topics.ts';",
  ),
  imports(
    'new globalThis.Date in domain',
    'bot/domain/basics/planted.ts',
    'export const f = (): Date => new globalThis.Date();',
    'eslint(no-restricted-globals)',
  ),
  imports(
    'import() of an expression',
    'bot/usecases/story/planted.ts',
    'export const f = (name: string): Promise<unknown> => import(name);',
    'import(no-dynamic-require)',
  ),
  imports(
    'storage in usecases',
    'bot/usecases/story/planted.ts',
    "export { Tables } from '#storage/tables.ts';",
  ),
  imports(
    'storage in usecases, at run time',
    'bot/usecases/story/planted.ts',
    "export const f = () => import('#storage/tables.ts');",
  ),
  imports(
    'storage in usecases, by a path',
    'bot/usecases/story/planted.ts',
    "export { Tables } from '../../storage/tables.ts';",
  ),
  imports(
    'storage in usecases, as a type in a type',
    'bot/usecases/story/planted.ts',
    "export type T = import('#storage/tables.ts').Tables;",
    'typescript(consistent-type-imports)',
  ),
  imports(
    'to the right in domain',
    'bot/domain/people/planted.ts',
    "export type { Pair } from '#domain/pairs/pair.ts';",
    'order',
  ),
  imports(
    'to the right in usecases',
    'bot/usecases/people/planted.ts',
    "export { getPair } from '#usecases/pairs/pairs.ts';",
    'order',
  ),
  imports(
    'from a folder nobody placed',
    'bot/domain/strange/planted.ts',
    "export { asId } from '#domain/basics/ids.ts';",
    'order',
  ),
  imports(
    'a server library in domain',
    'bot/domain/basics/planted.ts',
    "export { hostname } from 'node:os';",
  ),
  imports(
    'the checker in the engine',
    'bot/domain/matching/engine/planted.ts',
    "export { Checker } from '#domain/matching/checker/checker.ts';",
    'apart',
  ),
  imports(
    'the engine in the checker',
    'bot/domain/matching/checker/planted.ts',
    "export type { Suits } from '#domain/matching/engine/fitRows.ts';",
    'apart',
  ),
  imports(
    'words that know the domain',
    'bot/words/planted.ts',
    "export { asId } from '#domain/basics/ids.ts';",
  ),
  imports(
    'storage that knows a story',
    'bot/storage/planted.ts',
    "export { personOf } from '#usecases/people/people.ts';",
  ),
  imports('teams in api', 'bot/api/http/planted.ts', "export { draw } from '#teams/cards/parts.ts';"),
  imports('a route of a route', 'bot/api/routes/planted.ts', "export * from './me.ts';", 'nouns'),
  imports(
    "another noun's card",
    'bot/teams/cards/pairs/planted.ts',
    "export { statusCard } from '#teams/cards/home/status.ts';",
    'nouns',
  ),
  imports(
    'botbuilder in an answer',
    'bot/teams/answering/planted.ts',
    "export type { Activity } from 'botbuilder';",
    'seams',
  ),
  imports('the app from inside', 'bot/delivery/planted.ts', "export { createApp } from '../app.ts';"),
  imports(
    'infra in the app',
    'bot/delivery/planted.ts',
    "export { findPerson } from '#local/teams/people.ts';",
  ),
  imports(
    'tests in the app',
    'bot/delivery/planted.ts',
    "export { aContext } from '#tests/fakes/context.ts';",
  ),
  imports(
    'a server in a tab',
    'tabs/home/planted.ts',
    "export { personOf } from '#usecases/people/people.ts';",
  ),
  imports(
    'a value of the contract in a tab',
    'tabs/home/planted.ts',
    "export { Problem } from '#api/contract/basics.ts';",
  ),
  imports(
    'a rule of the domain in a tab',
    'tabs/home/planted.ts',
    "import { emptyProfile } from '#domain/profile/profile.ts';\nexport const f = emptyProfile;",
  ),
  imports(
    'a feature in a feature',
    'tabs/search/planted.ts',
    "export * from '../pair/pairProps.ts';",
    'features',
  ),
  imports(
    'a feature in a deep feature',
    'tabs/pair/goals/planted.ts',
    "export * from '../../home/nextStep.ts';",
    'features',
  ),
  imports('a feature in parts', 'tabs/parts/planted.ts', "export * from '../pair/pairProps.ts';", 'order'),
  imports('parts in api', 'tabs/api/planted.ts', "export * from '../parts/names.ts';", 'order'),
  imports(
    'teams-js in a screen',
    'tabs/home/planted.ts',
    "export { app } from '@microsoft/teams-js';",
    'seams',
  ),
  imports(
    'teamsfx in a screen',
    'tabs/home/planted.ts',
    "export const f = () => import('@microsoft/teamsfx');",
    'seams',
  ),
  ...['Date.now()', 'Math.random()'].map((call) =>
    imports(
      `${call} in domain`,
      'bot/domain/basics/planted.ts',
      `export const f = (): number => ${call};`,
      'eslint(no-restricted-properties)',
    ),
  ),
  ...['crypto.randomUUID()', 'performance.now()', "fetch('https://x.example')", 'process.pid'].map((call) =>
    imports(
      `${call} in domain`,
      'bot/domain/basics/planted.ts',
      `export const f = (): unknown => ${call};`,
      'eslint(no-restricted-globals)',
    ),
  ),
  imports(
    'the environment outside of config.ts',
    'bot/usecases/story/planted.ts',
    'export const home = process.env.HOME;',
    'node(no-process-env)',
  ),
];

/** By the project whose world it breaks. */
export const TYPES: readonly (Planted & { world: string })[] = [
  {
    ...inServer('window in domain', 'TS2304', 1, 'export const f = (): unknown => window.localStorage;\n'),
    world: 'bot',
  },
  {
    ...inTab('process.env in tabs', 'TS2591', 1, 'export const f = (): unknown => process.env;\n'),
    world: 'tabs',
  },
];
