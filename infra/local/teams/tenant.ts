/** The plainly invented organisation of the local Teams. The ids are the same on every machine. */
export const TENANT_ID = '7e4a7e4a-0000-4000-8000-000000000001';
/** The Entra app: audience of the tab tokens. */
export const CLIENT_ID = '7e4a7e4a-0000-4000-8000-000000000002';
/** The Azure Bot: audience of what Teams sends to the bot. */
export const BOT_APP_ID = '7e4a7e4a-0000-4000-8000-000000000003';
/** What the manifest calls the app. Teams knows it by another id: that of the organisation's catalogue. */
export const MANIFEST_APP_ID = '7e4a7e4a-0000-4000-8000-000000000004';
export const TEAMS_APP_ID = '7e4a7e4a-0000-4000-8000-000000000005';
/** What the bot is called in a conversation, as Teams writes it. */
export const BOT = { id: `28:${BOT_APP_ID}`, name: 'Turntable' };
/** The audience of what the bot sends to the connector. */
export const CONNECTOR_AUDIENCE = 'https://api.botframework.com';
