import { z } from 'zod';
import { KEPT_DAYS } from '#domain/privacy/retention.ts';
import { appId, insightsConnection, isPlaceholder, originUrl, secret, UNRESOLVED } from './settings.ts';

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
    /** Empty where an identity stands for it. */
    password: string;
    /** The managed identity whose tokens the bot's Entra application trusts; empty where a password proves who it is. */
    identityClientId: string;
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
  /** For so many days after their last programme people are kept. */
  keptDays: number;
  hearing: {
    /** Topics are heard by their meaning too, which takes 200 MB; else by their names alone. */
    byMeaning: boolean;
    /** The organisation's own Azure OpenAI deployment. Without a key the managed identity asks for a token. */
    openAi?: { endpoint: string; deployment: string; key: string };
  };
  /** The Application Insights that is told how the server does; where none is set nothing is told to anybody. */
  insights?: { connectionString: string; endpoint: string; hasIdentity: boolean };
}

/** The connector hosts of Teams in the commercial cloud, of which GCC is a part; GCC High and DoD are others. */
const TEAMS_SERVICE_URLS = [
  'https://smba.trafficmanager.net/',
  'https://smba.infra.gcc.teams.microsoft.com/',
];

const orNoId = z.preprocess((id) => id || undefined, appId.optional()).transform((id) => id ?? '');

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
    BOT_IDENTITY_CLIENT_ID: orNoId,
    TEAMS_APP_ID: appId,
    TEAMS_CATALOG_APP_ID: orNoId,
    PSEUDONYM_KEY: secret,
    RETENTION_DAYS: z.preprocess(
      (text) => text || `${KEPT_DAYS}`,
      z
        .string()
        .regex(/^\d{1,4}$/, 'must be a number of days such as 365')
        .transform(Number)
        .pipe(z.number().min(30, 'must be at least 30').max(3_650, 'must be at most 3650')),
    ),
    HEARING: z.preprocess((text) => text || 'full', z.enum(['full', 'names'])),
    HEARING_OPENAI_ENDPOINT: z.preprocess(
      (text) => text || undefined,
      originUrl
        .refine(
          (url) => /\.(?:openai\.azure|cognitiveservices\.azure|services\.ai\.azure)\.(?:com|us)$/.test(url),
          'must be an Azure OpenAI resource, such as https://contoso.openai.azure.com',
        )
        .optional(),
    ),
    HEARING_OPENAI_DEPLOYMENT: z
      .string()
      .regex(/^[\w.-]{0,64}$/, 'must be the name of a deployment, such as topics')
      .default(''),
    HEARING_OPENAI_KEY: z
      .string()
      .trim()
      .refine(
        (text) => !UNRESOLVED.test(text),
        'is a reference that nothing has resolved; set the key itself',
      )
      .default(''),
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnection.optional(),
    /** App Service names the instance; its front end is then the only way in. */
    WEBSITE_INSTANCE_ID: z.string().optional(),
  })
  .refine(
    (env) => env.BOT_APP_TYPE === 'UserAssignedMSI' || env.BOT_IDENTITY_CLIENT_ID || env.BOT_APP_PASSWORD,
    {
      path: ['BOT_IDENTITY_CLIENT_ID'],
      message:
        'is needed for a SingleTenant bot: the managed identity that its Entra application trusts (or, where there is none, BOT_APP_PASSWORD)',
    },
  )
  .refine((env) => !(env.BOT_IDENTITY_CLIENT_ID && env.BOT_APP_PASSWORD), {
    path: ['BOT_APP_PASSWORD'],
    message: 'must not be set beside BOT_IDENTITY_CLIENT_ID: a secret that nobody needs is one that can leak',
  })
  .refine((env) => (env.HEARING_OPENAI_ENDPOINT === undefined) === (env.HEARING_OPENAI_DEPLOYMENT === ''), {
    path: ['HEARING_OPENAI_DEPLOYMENT'],
    message: 'and HEARING_OPENAI_ENDPOINT must be set together, or neither',
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
      identityClientId: found.BOT_IDENTITY_CLIENT_ID,
      openIdMetadataUrl: '',
      tokenIssuer: '',
    },
    serviceUrls: TEAMS_SERVICE_URLS,
    teamsAppId: found.TEAMS_CATALOG_APP_ID || found.TEAMS_APP_ID,
    tickEveryMs: 60_000,
    workerPollMs: 500,
    pseudonymKey: found.PSEUDONYM_KEY,
    keptDays: found.RETENTION_DAYS,
    hearing: {
      byMeaning: found.HEARING === 'full',
      ...(found.HEARING_OPENAI_ENDPOINT && {
        openAi: {
          endpoint: found.HEARING_OPENAI_ENDPOINT,
          deployment: found.HEARING_OPENAI_DEPLOYMENT,
          key: found.HEARING_OPENAI_KEY,
        },
      }),
    },
    ...(found.APPLICATIONINSIGHTS_CONNECTION_STRING && {
      insights: { ...found.APPLICATIONINSIGHTS_CONNECTION_STRING, hasIdentity: true },
    }),
  };
}
