import { isIP } from 'node:net';
import { z } from 'zod';

/** What stands for a secret until something puts the secret in its place. */
export const UNRESOLVED = /\$[{(]|^@Microsoft\.KeyVault/iu;
/** What a template says where somebody should have written. */
const TO_BE_WRITTEN =
  /[<>]|x{4,}|\.{3}|…|(?<![a-z0-9])(?:todo|tbd|fixme|change-?me|(?:replace|insert|enter|paste|put)-?(?:me|this|with|here|your|the)|placeholder|your-?(?:own|app|bot|client|company|domain|host|id|key|name|password|random|secret|server|storage|tenant|value)[a-z]*)(?![a-z0-9])/u;

/** Whether a text only says that something else belongs in its place. */
export const isPlaceholder = (text: string): boolean =>
  UNRESOLVED.test(text) || TO_BE_WRITTEN.test(text.toLowerCase().replace(/[\s_]+/gu, '-'));

const DIGITS = '0123456789abcdef';
const COUNTED = 8;

/** Whether somebody counted up or down in it: `12345678`, `fedcba98`. */
function isCounted(text: string): boolean {
  const said = text.toLowerCase();
  const runs = Array.from({ length: DIGITS.length - COUNTED + 1 }, (_, n) => DIGITS.slice(n, n + COUNTED));
  return runs.some((run) => said.includes(run) || said.includes([...run].reverse().join('')));
}

/** So few different digits come about by chance in one id of some ten million. */
const FEWEST_DIGITS = 8;

/** Whether an id was made up, as in documentation: `11112222-…`, `12345678-1234-…`, `deadbeef-…`. */
function isInvented(id: string): boolean {
  const digits = id.replaceAll('-', '');
  const isOfFours = /^(?:([0-9a-f])\1{3})+$/u.test(digits);
  return isOfFours || new Set(digits).size < FEWEST_DIGITS || digits.includes('deadbeef') || isCounted(id);
}

/** The ids of the local Teams begin like this: the same on every machine, so they prove nothing. */
const LOCAL_WORLD = '7e4a7e4a-';
/** The id that our own sentence names. */
const EXAMPLE_ID = '8a1c2b54-6f0d-4f2e-8f6a-3b7d5e9c1f20';

/** An id as Entra or Teams gave it. */
export const appId = z
  .guid({ abort: true, error: `must be the id that Entra or Teams gave, such as ${EXAMPLE_ID}` })
  .toLowerCase()
  .refine((id) => id !== EXAMPLE_ID && !isInvented(id), 'must be a real id, not a placeholder or an example')
  .refine(
    (id) => !id.startsWith(LOCAL_WORLD),
    'is an id of the local Teams; take the one of your own tenant',
  );

/** An address of ours in Azure, and nothing behind the host: `https://turntable.example.com`. */
export const originUrl = z.string().transform((text, check) => {
  const wrong = whatIsWrongWith(text);
  if (wrong === '') return new URL(text).origin;
  check.addIssue({ code: 'custom', message: wrong, input: text });
  return z.NEVER;
});

/** Names that belong to nobody, so that texts can show them (RFC 2606). */
const IN_EXAMPLES = /(?:^|\.)example(?:\.(?:com|net|org))?$/u;

function whatIsWrongWith(text: string): string {
  if (isPlaceholder(text)) return 'must be your own address, not a placeholder';
  if (!URL.canParse(text) || /\s/.test(text))
    return 'must be an address such as https://turntable.example.com';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'must start with https://';
  if (url.username || url.password || text.includes('@')) return 'must not carry a name or a password';
  if (url.port) return 'must not name a port; https has its own';
  if (!/^https:\/\/[^/?#\\]+\/?$/i.test(text))
    return 'must end after the host, without a path, a query or a fragment';
  if (IN_EXAMPLES.test(url.hostname)) return 'must be your own address, not one that only stands in examples';
  return isNameOfAHost(url.hostname)
    ? ''
    : 'must name a host that others reach too, such as turntable.example.com, never this machine or a number';
}

/** A full name. Numbers are refused as a whole: loopback, private, link-local, in whatever way they are written. */
function isNameOfAHost(name: string): boolean {
  const isNumber = isIP(name.replace(/^\[|\]$/g, '')) > 0;
  const isHere = /(?:^|\.)(?:localhost|localdomain|local|internal|lan|home|test|invalid)$/.test(name);
  return !isNumber && !isHere && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name);
}

/** Where Application Insights takes things in, in the commercial cloud. */
const INGESTION = /^https:\/\/[a-z0-9-]+\.in\.applicationinsights\.azure\.com\/?$/u;

/** The connection string of an Application Insights; undefined where there is none. */
export const insightsConnection = z
  .string()
  .trim()
  .transform((text, check) => {
    if (text === '') return undefined;
    const fields = new Map(text.split(';').map((field) => splitOnce(field.trim())));
    const endpoint = fields.get('IngestionEndpoint') ?? '';
    if (z.guid().safeParse(fields.get('InstrumentationKey')).success && INGESTION.test(endpoint))
      return { connectionString: text, endpoint };
    const message =
      'must be the connection string of your own Application Insights, as its page shows it, with an IngestionEndpoint such as https://westeurope-5.in.applicationinsights.azure.com/';
    check.addIssue({ code: 'custom', message, input: '' });
    return z.NEVER;
  });

function splitOnce(field: string): [name: string, value: string] {
  const at = field.indexOf('=');
  return [field.slice(0, at), field.slice(at + 1)];
}

const SHORTEST_SECRET = 32;
const FEWEST_SIGNS = 8;

/** Something nobody guesses: long, without blanks, and not the same few signs over and over. */
export const secret = z.string().transform((text, check) => {
  if (isSecret(text)) return text;
  const message = `must be ${SHORTEST_SECRET} random characters or more, without blanks, such as \`openssl rand -hex 32\` gives`;
  check.addIssue({ code: 'custom', message, input: text });
  return z.NEVER;
});

function isSecret(text: string): boolean {
  if (text.length < SHORTEST_SECRET || /[\s\p{Cc}]/u.test(text) || isPlaceholder(text) || isCounted(text))
    return false;
  const isRepeated = /^(.{1,16}?)\1+/u.exec(text)?.[0].length;
  return !(isRepeated && isRepeated > text.length / 2) && new Set(text).size >= FEWEST_SIGNS;
}
