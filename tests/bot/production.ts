const guid = '8a1c2b54-6f0d-4f2e-8f6a-3b7d5e9c1f20';

/** A complete environment of a production server; the ids are invented. */
export const PRODUCTION = {
  PUBLIC_URL: 'https://turntable.example.com',
  STORAGE_TABLES_URL: 'https://turntable.table.core.windows.net',
  STORAGE_QUEUES_URL: 'https://turntable.queue.core.windows.net',
  TENANT_ID: guid,
  TAB_CLIENT_ID: guid,
  BOT_APP_ID: guid,
  BOT_APP_TYPE: 'UserAssignedMSI',
  TEAMS_APP_ID: guid,
  PSEUDONYM_KEY: 'Zk3v9Qw7Lr2xTb8Nf5Hs1Pd6Yc4Mg0Ja',
};
