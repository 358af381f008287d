/** The settings of one running server. Read from the environment in two steps: text, then checked shape. */
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
  /** Id of the app in Teams, for deep links. */
  teamsAppId: string;
  tickEveryMs: number;
  workerPollMs: number;
  pseudonymKey: string;
}
