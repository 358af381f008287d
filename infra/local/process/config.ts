import type { Config } from '#bot/config.ts';
import { KEPT_DAYS } from '#domain/privacy/retention.ts';
import { BOT_APP_ID, CLIENT_ID, TEAMS_APP_ID, TENANT_ID } from '#local/teams/tenant.ts';

const TICK_MS = 5_000;
const POLL_MS = 250;

interface LocalSettings {
  /** Of the front server; the app itself listens on `appPort`. */
  url: string;
  appPort: number;
  issuerUrl: string;
  connectionString: string;
  serviceUrls: string[];
  botSecret: string;
  pseudonymKey: string;
}

/** The product's settings on one machine: as in Azure, with other addresses. Every check stays on. */
export const localConfig = (local: LocalSettings): Config => ({
  host: '127.0.0.1',
  port: local.appPort,
  publicUrl: local.url,
  hasFrontEnd: false,
  storage: { kind: 'connectionString', value: local.connectionString },
  tab: {
    issuer: local.issuerUrl,
    jwksUri: `${local.issuerUrl}/keys`,
    audience: `api://${new URL(local.url).host}/botid-${BOT_APP_ID}`,
    tenantId: TENANT_ID,
    clientId: CLIENT_ID,
  },
  bot: {
    appId: BOT_APP_ID,
    appType: 'SingleTenant',
    tenantId: TENANT_ID,
    password: local.botSecret,
    identityClientId: '',
    openIdMetadataUrl: `${local.issuerUrl}/.well-known/openid-configuration`,
    tokenIssuer: local.issuerUrl,
  },
  serviceUrls: local.serviceUrls,
  teamsAppId: TEAMS_APP_ID,
  tickEveryMs: TICK_MS,
  workerPollMs: POLL_MS,
  pseudonymKey: local.pseudonymKey,
  keptDays: KEPT_DAYS,
  hearing: { byMeaning: true },
});
