/**
 * The one door to every script: installs what is missing, then runs the script on Node 24. Plain JavaScript and
 * nothing but Node, because at first there is nothing else. Runs on Node 20 or newer.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SCRIPTS = {
  start: 'infra/local/start.ts',
  test: 'tests/run.ts',
  quick: 'tests/quick.ts',
  imports: 'infra/imports.ts',
  build: 'infra/build.ts',
  package: 'infra/package.ts',
  sbom: 'infra/sbom.ts',
  playground: 'infra/local/playground.ts',
  bench: 'tests/bench/run.ts',
  soak: 'tests/soak/run.ts',
  match: 'bot/cli/match.ts',
  topics: 'bot/cli/topics.ts',
  prompts: 'bot/cli/prompts.ts',
  hearing: 'tests/hearing/run.ts',
};
const OLDEST_TO_SET_UP = 20;
const OLDEST_TO_RUN = 24;
const LOCKFILE = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
/** Holds the hash of the lockfile that node_modules was installed from. */
const STAMP = join(MODULES, '.turntable-installed');

const say = (sentence) => void process.stderr.write(`${sentence}\n`);

const [script = '', ...args] = process.argv.slice(2);
if (!(script in SCRIPTS)) leave(2, `There is no script "${script}": ${Object.keys(SCRIPTS).join(', ')}.`);
if (majorOf(process.version) < OLDEST_TO_SET_UP)
  leave(
    2,
    `Turntable needs Node ${OLDEST_TO_SET_UP} or newer; this is ${process.version}. See https://nodejs.org.`,
  );

installModules();
if (script === 'test') {
  const { ensureChromium } = await import('./chromium.mjs');
  const chromium = ensureChromium(say);
  if (!chromium) process.exit(2);
  process.env.CHROMIUM_PATH = chromium;
}
const entry = join(ROOT, SCRIPTS[script]);
if (!existsSync(entry)) leave(2, `${SCRIPTS[script]} is not there.`);
run(nodeToRun(), [entry, ...args]);

/** `npm ci` when node_modules is missing or belongs to another lockfile. */
function installModules() {
  const wanted = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  if (!isInstalledByHand()) {
    say('Installing what Turntable needs (npm ci); the first time this takes a minute or two.');
    if (npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
      leave(1, 'npm ci failed, see above. With a working connection to the npm registry, try again.');
  }
  writeFileSync(STAMP, wanted);
}

/** npm writes its own lockfile last; newer than ours means that somebody ran `npm install` or `npm ci`. */
function isInstalledByHand() {
  if (existsSync(STAMP)) return false;
  const installed = statSync(join(MODULES, '.package-lock.json'), { throwIfNoEntry: false });
  return installed !== undefined && installed.mtimeMs >= statSync(LOCKFILE).mtimeMs;
}

/** The Node of node_modules; where its install script was not allowed to run, our own if it is new enough. */
function nodeToRun() {
  const installed = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (versionOf(installed) >= OLDEST_TO_RUN) return installed;
  if (majorOf(process.version) >= OLDEST_TO_RUN) return process.execPath;
  npm(['rebuild', 'node', '--foreground-scripts', '--loglevel=error']);
  if (versionOf(installed) >= OLDEST_TO_RUN) return installed;
  return leave(
    2,
    `Node ${OLDEST_TO_RUN} could not be installed beside ${process.version}. Install it yourself.`,
  );
}

function versionOf(program) {
  if (!existsSync(program)) return 0;
  return majorOf(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout ?? '');
}

function majorOf(version) {
  return Number(/^v(\d+)/.exec(version)?.[1] ?? 0);
}

/** The npm that runs us, or the one of the path. */
function npm(args) {
  const cli = process.env.npm_execpath;
  const isNpm = cli?.endsWith('npm-cli.js');
  const [command, first] = isNpm ? [process.execPath, [cli]] : ['npm', []];
  const shell = !isNpm && process.platform === 'win32';
  return spawnSync(command, [...first, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], shell })
    .status;
}

/** Hands over: what is typed, asked to stop, and answered at the end passes through. */
function run(node, args) {
  const path = `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const child = spawn(node, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => leave(1, error.message));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function leave(code, sentence) {
  say(sentence);
  process.exit(code);
}
