const guid = 'd3b07384-9f5e-4a61-8c2d-e47ab0169f35';

/** A complete environment of a production server; the ids are invented. */
export const PRODUCTION = {
  PUBLIC_URL: 'https://turntable-q7x2.azurewebsites.net',
  STORAGE_TABLES_URL: 'https://turntable.table.core.windows.net',
  STORAGE_QUEUES_URL: 'https://turntable.queue.core.windows.net',
  TENANT_ID: guid,
  TAB_CLIENT_ID: guid,
  BOT_APP_ID: guid,
  BOT_APP_TYPE: 'UserAssignedMSI',
  TEAMS_APP_ID: guid,
  PSEUDONYM_KEY: 'Zk3v9Qw7Lr2xTb8Nf5Hs1Pd6Yc4Mg0Ja',
};
