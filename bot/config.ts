import { isIP } from 'node:net';
import { z } from 'zod';

/** The settings of one running server. Read in two steps: text of the environment, then checked shape. */
export interface Config {
  host: string;
  port: number;
  /** Where people reach the tabs, without a slash at the end. */
  publicUrl: string;
  /** A front end stands before the server and appends the caller's address to X-Forwarded-For. */
  hasFrontEnd: boolean;
  storage:
    | { kind: 'connectionString'; value: string }
    | { kind: 'managedIdentity'; tablesUrl: string; queuesUrl: string };
  /** Entra access tokens of the tabs. */
  tab: { issuer: string; jwksUri: string; audience: string; tenantId: string; clientId: string };
  bot: {
    appId: string;
    appType: 'SingleTenant' | 'UserAssignedMSI';
    tenantId: string;
    password: string;
    /** Where botbuilder finds the keys of the channel; empty for Microsoft's own. */
    openIdMetadataUrl: string;
    tokenIssuer: string;
  };
  /** Prefixes of the connector addresses the bot may talk to. */
  serviceUrls: string[];
  /** What the catalogue calls the app that people have, for deep links: not always the id of the manifest. */
  teamsAppId: string;
  tickEveryMs: number;
  workerPollMs: number;
  pseudonymKey: string;
}

/** The connector hosts of Teams: commercial and US government clouds. */
const TEAMS_SERVICE_URLS = [
  'https://smba.trafficmanager.net/',
  'https://smba.infra.gcc.teams.microsoft.com/',
  'https://smba.infra.gov.teams.microsoft.us/',
  'https://smba.infra.dod.teams.microsoft.us/',
];

/** What stands for a secret until something puts the secret in its place. */
const UNRESOLVED = /\$[{(]|^@Microsoft\.KeyVault/iu;
/** What a template says where somebody should have written. */
const TO_BE_WRITTEN =
  /[<>]|x{4,}|\.{3}|…|(?<![a-z0-9])(?:todo|tbd|fixme|change-?me|(?:replace|insert|enter|paste|put)-?(?:me|this|with|here|your|the)|placeholder|your-?(?:own|app|bot|client|company|domain|host|id|key|name|password|random|secret|server|storage|tenant|value)[a-z]*)(?![a-z0-9])/u;

/** Whether a text only says that something else belongs in its place. */
const isPlaceholder = (text: string): boolean =>
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
const appId = z
  .guid({ abort: true, error: `must be the id that Entra or Teams gave, such as ${EXAMPLE_ID}` })
  .toLowerCase()
  .refine((id) => id !== EXAMPLE_ID && !isInvented(id), 'must be a real id, not a placeholder or an example')
  .refine(
    (id) => !id.startsWith(LOCAL_WORLD),
    'is an id of the local Teams; take the one of your own tenant',
  );

/** An address of ours in Azure, and nothing behind the host: `https://turntable.example.com`. */
const originUrl = z.string().transform((text, check) => {
  const wrong = whatIsWrongWith(text);
  if (wrong === '') return new URL(text).origin;
  check.addIssue({ code: 'custom', message: wrong, input: text });
  return z.NEVER;
});

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

const SHORTEST_SECRET = 32;
const FEWEST_SIGNS = 8;

/** Something nobody guesses: long, without blanks, and not the same few signs over and over. */
const secret = z.string().transform((text, check) => {
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

const Environment = z
  .object({
    PORT: z
      .string()
      .regex(/^[1-9]\d{0,4}$/, 'must be a number such as 8080')
      .transform(Number)
      .pipe(z.number().max(65_535, 'must be at most 65535'))
      .default(8080),
    PUBLIC_URL: originUrl,
    STORAGE_TABLES_URL: originUrl.refine(
      (url) => url.includes('.table.'),
      'must be the address of the tables, such as https://turntable.table.core.windows.net',
    ),
    STORAGE_QUEUES_URL: originUrl.refine(
      (url) => url.includes('.queue.'),
      'must be the address of the queues, such as https://turntable.queue.core.windows.net',
    ),
    TENANT_ID: appId,
    TAB_CLIENT_ID: appId,
    BOT_APP_ID: appId,
    BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']),
    BOT_APP_PASSWORD: z
      .string()
      .trim()
      .refine(
        (text) => !isPlaceholder(text),
        'is a placeholder, or a reference that nothing has resolved; set the secret itself',
      )
      .default(''),
    TEAMS_APP_ID: appId,
    TEAMS_CATALOG_APP_ID: z.preprocess((id) => id || undefined, appId.optional()).transform((id) => id ?? ''),
    PSEUDONYM_KEY: secret,
    /** App Service names the instance; its front end is then the only way in. */
    WEBSITE_INSTANCE_ID: z.string().optional(),
  })
  .refine((env) => env.BOT_APP_TYPE === 'UserAssignedMSI' || env.BOT_APP_PASSWORD !== '', {
    path: ['BOT_APP_PASSWORD'],
    message: 'is needed for a SingleTenant bot',
  });

/** Settings that only exist on a developer's machine: their presence in production is a mistake to stop at. */
const LOCAL_ONLY = [
  'STORAGE_CONNECTION_STRING',
  'BOT_OPENID_METADATA_URL',
  'BOT_TOKEN_ISSUER',
  'TAB_ISSUER',
  'TAB_JWKS_URI',
  'SERVICE_URLS',
];

export class ConfigError extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`Turntable cannot start:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/** The production settings. Throws `ConfigError` with a sentence for every setting that is missing or local. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const local = LOCAL_ONLY.filter((name) => env[name] !== undefined);
  const parsed = Environment.safeParse(env);
  const problems = [
    ...local.map((name) => `${name} is a local setting; in production it must not be set.`),
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`) ?? []),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const found = parsed.data;
  const authority = `https://login.microsoftonline.com/${found.TENANT_ID}`;
  return {
    host: '0.0.0.0',
    port: found.PORT,
    publicUrl: found.PUBLIC_URL,
    hasFrontEnd: found.WEBSITE_INSTANCE_ID !== undefined,
    storage: {
      kind: 'managedIdentity',
      tablesUrl: found.STORAGE_TABLES_URL,
      queuesUrl: found.STORAGE_QUEUES_URL,
    },
    tab: {
      issuer: `${authority}/v2.0`,
      jwksUri: `${authority}/discovery/v2.0/keys`,
      audience: `api://${new URL(found.PUBLIC_URL).host}/botid-${found.BOT_APP_ID}`,
      tenantId: found.TENANT_ID,
      clientId: found.TAB_CLIENT_ID,
    },
    bot: {
      appId: found.BOT_APP_ID,
      appType: found.BOT_APP_TYPE,
      tenantId: found.TENANT_ID,
      password: found.BOT_APP_PASSWORD,
      openIdMetadataUrl: '',
      tokenIssuer: '',
    },
    serviceUrls: TEAMS_SERVICE_URLS,
    teamsAppId: found.TEAMS_CATALOG_APP_ID || found.TEAMS_APP_ID,
    tickEveryMs: 60_000,
    workerPollMs: 500,
    pseudonymKey: found.PSEUDONYM_KEY,
  };
}
