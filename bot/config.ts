import { z } from 'zod';

/** The settings of one running server. Read in two steps: text of the environment, then checked shape. */
export interface Config {
  host: string;
  port: number;
  /** Where people reach the tabs, without a slash at the end. */
  publicUrl: string;
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

const httpsUrl = z
  .url()
  .refine((url) => url.startsWith('https://'), 'must start with https://')
  .refine((url) => !isLoopback(url), 'must not point to this machine')
  .transform((url) => url.replace(/\/+$/, ''));

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65_535).default(8080),
    PUBLIC_URL: httpsUrl,
    STORAGE_TABLES_URL: httpsUrl,
    STORAGE_QUEUES_URL: httpsUrl,
    TENANT_ID: z.guid(),
    TAB_CLIENT_ID: z.guid(),
    BOT_APP_ID: z.guid(),
    BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMSI']),
    BOT_APP_PASSWORD: z.string().default(''),
    TEAMS_APP_ID: z.guid(),
    TEAMS_CATALOG_APP_ID: z.guid().or(z.literal('')).default(''),
    PSEUDONYM_KEY: z.string().min(32, 'must have at least 32 characters'),
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

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(localhost|.*\.localhost|127\.|0\.0\.0\.0|\[::1?\])/.test(hostname);
}
