/** Finds the Chromium that the browser tests drive, and installs one where that is possible. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];
const WINDOWS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
/** Without fonts a screenshot shows boxes. */
const PACKAGES = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'];

/**
 * The path of an installed Chromium, Chrome or Edge: `CHROMIUM_PATH` first, then the usual places.
 * @returns {string | undefined}
 */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return isProgram(wanted) ? wanted : undefined;
  return candidates().find(isProgram);
}

/**
 * As `findChromium`; where there is none, root on Debian or Ubuntu installs it. Otherwise the answer is undefined
 * and a sentence has said what to install.
 * @param {(sentence: string) => void} say
 * @returns {string | undefined}
 */
export function ensureChromium(say) {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM_PATH) {
    say(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, but there is no program. Point it to a Chromium.`);
    return undefined;
  }
  if (canInstall()) {
    say('Installing Chromium and two fonts for the browser tests (apt-get).');
    if (aptGet(['update']) && aptGet(['install', '-y', '--no-install-recommends', ...PACKAGES]))
      return findChromium();
  }
  say(
    'The browser tests need Chromium, Chrome or Edge. Install one (Debian, Ubuntu: sudo apt-get install ' +
      `${PACKAGES.join(' ')}), or set CHROMIUM_PATH to it, and run the tests again.`,
  );
  return undefined;
}

function candidates() {
  if (process.platform === 'darwin') return MAC;
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? WINDOWS.map((path) => join(root, path)) : []));
  }
  const folders = ['/usr/bin', '/snap/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @param {string[]} args */
function aptGet(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const ran = spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
  return ran.status === 0;
}
