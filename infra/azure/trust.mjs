/**
 * A step of `atk provision`: lets the Entra application of tab and bot trust the server's managed identity, so that
 * nobody keeps a secret for the bot. Plain JavaScript and nothing but Node and `az`, because nothing is installed yet;
 * whoever made the application may do it. Run again it finds the credential there and changes nothing.
 *
 * Fields: learn.microsoft.com, "Configure an application to trust a managed identity".
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAME = 'turntable-server';
const FILE = 'credential.json';
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What Entra is to trust: tokens that this tenant gave to this identity for an exchange. */
export const credentialFor = ({ tenantId, principalId }) => ({
  name: NAME,
  issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
  subject: principalId,
  audiences: ['api://AzureADTokenExchange'],
  description: 'The server of Turntable, by its managed identity',
});

/**
 * Makes or corrects the credential; answers `there`, `made` or `corrected`. `az(args, folder)` runs the Azure command
 * line there, answers what it wrote and throws its complaint.
 */
export function trust({ appId, tenantId, principalId }, az) {
  const missing = Object.entries({ appId, tenantId, principalId }).filter(([, id]) => !GUID.test(id ?? ''));
  if (missing.length > 0)
    throw new Error(`${missing.map(([name]) => name).join(', ')} must be the id that provisioning wrote.`);
  const wanted = credentialFor({ tenantId, principalId });
  const of = ['ad', 'app', 'federated-credential'];
  const found = JSON.parse(az([...of, 'list', '--id', appId, '--output', 'json'], tmpdir()) || '[]');
  const own = found.find(({ name }) => name === NAME);
  if (own && isSame(own, wanted)) return 'there';
  const folder = mkdtempSync(join(tmpdir(), 'turntable-trust-'));
  try {
    writeFileSync(join(folder, FILE), JSON.stringify(wanted));
    const change = own ? ['update', '--federated-credential-id', NAME] : ['create'];
    az([...of, ...change, '--id', appId, '--parameters', `@${FILE}`, '--output', 'none'], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return own ? 'corrected' : 'made';
}

const isSame = (own, wanted) =>
  own.issuer === wanted.issuer &&
  own.subject === wanted.subject &&
  own.audiences?.length === 1 &&
  own.audiences[0] === wanted.audiences[0];

/** `az` is a script on Windows, which only a shell starts: no argument may hold a blank. */
function runAz(args, cwd) {
  const shell = process.platform === 'win32';
  const { error, status, stdout, stderr } = spawnSync('az', args, { cwd, encoding: 'utf8', shell });
  if (error) throw new Error('The Azure command line is not there: https://aka.ms/installazurecli');
  if (status !== 0) throw new Error(`az ${args.slice(0, 4).join(' ')}: ${stderr.trim()}`);
  return stdout;
}

if (process.argv[1]?.endsWith('trust.mjs')) {
  const [, , appId, tenantId, principalId] = process.argv;
  try {
    process.stdout.write(`The trust in the server is ${trust({ appId, tenantId, principalId }, runAz)}.\n`);
  } catch (error) {
    process.stderr.write(
      `${error.message}\nIs \`az login\` done, in this tenant, by whoever made the application?\n`,
    );
    process.exitCode = 1;
  }
}
