import type { Bicep, Resource, Value } from './bicep.ts';

/** What must stand in it whatever else changes: type, the way to the property, its value. */
const MUST: [type: string, path: string, value: string][] = [
  ['Microsoft.Storage/storageAccounts', 'properties.allowSharedKeyAccess', 'false'],
  ['Microsoft.Storage/storageAccounts', 'properties.allowBlobPublicAccess', 'false'],
  ['Microsoft.Storage/storageAccounts', 'properties.supportsHttpsTrafficOnly', 'true'],
  ['Microsoft.Storage/storageAccounts', 'properties.minimumTlsVersion', 'TLS1_2'],
  ['Microsoft.Storage/storageAccounts', 'properties.allowCrossTenantReplication', 'false'],
  ['Microsoft.Storage/storageAccounts', 'sku.name', 'storageRedundancy'],
  ['Microsoft.KeyVault/vaults', 'properties.enableRbacAuthorization', 'true'],
  ['Microsoft.KeyVault/vaults', 'properties.enablePurgeProtection', 'true'],
  ['Microsoft.Web/sites', 'properties.httpsOnly', 'true'],
  ['Microsoft.Web/sites', 'properties.keyVaultReferenceIdentity', 'identity.id'],
  ['Microsoft.Web/sites', 'properties.siteConfig.linuxFxVersion', 'NODE|24-lts'],
  ['Microsoft.Web/sites', 'properties.siteConfig.appCommandLine', 'node index.js'],
  ['Microsoft.Web/sites', 'properties.siteConfig.alwaysOn', 'true'],
  ['Microsoft.Web/sites', 'properties.siteConfig.ftpsState', 'Disabled'],
  ['Microsoft.Web/sites', 'properties.siteConfig.minTlsVersion', '1.2'],
  ['Microsoft.Web/sites', 'properties.siteConfig.scmMinTlsVersion', '1.2'],
  ['Microsoft.Web/sites', 'properties.siteConfig.healthCheckPath', '/readyz'],
  ['Microsoft.Web/sites/basicPublishingCredentialsPolicies', 'properties.allow', 'false'],
  ['Microsoft.Web/sites/config', 'properties.WEBSITE_RUN_FROM_PACKAGE', '1'],
  ['Microsoft.Web/sites/config', 'properties.BOT_APP_TYPE', 'SingleTenant'],
  ['Microsoft.Web/sites/config', 'properties.BOT_IDENTITY_CLIENT_ID', 'identity.properties.clientId'],
  ['Microsoft.BotService/botServices', 'properties.msaAppType', 'SingleTenant'],
  ['Microsoft.BotService/botServices', 'name', 'unique'],
  ['Microsoft.BotService/botServices', 'properties.endpoint', "'https://${host}/api/messages'"],
  ['Microsoft.Web/sites/config', 'properties.PUBLIC_URL', "'https://${host}'"],
  ['Microsoft.Authorization/roleAssignments', 'properties.principalId', 'identity.properties.principalId'],
  ['Microsoft.Authorization/locks', 'properties.level', 'CanNotDelete'],
];
/** What must be there as a scope of a lock. */
const LOCKED = ['storage', 'vault'];
/** Both ways to deploy with a password. */
const WITH_PASSWORD = ['ftp', 'scm'];

/** Where a Bicep of ours is less safe than it was, one sentence each. */
export function safetyProblems(bicep: Bicep): string[] {
  const of = (type: string): Resource[] =>
    bicep.resources.filter((one) => one.type.startsWith(`${type}@`) && !one.isExisting);
  const unlike = MUST.flatMap(([type, path, wanted]) => {
    const found = of(type).map((resource) => textAt(resource, path));
    if (found.length === 0) return [`There is no ${type}.`];
    return found
      .filter((text) => text !== wanted)
      .map((text) => `${path} of ${type} must be ${wanted}, not ${text}.`);
  });
  const locked = of('Microsoft.Authorization/locks').map((lock) => textAt(lock, 'scope'));
  const closed = of('Microsoft.Web/sites/basicPublishingCredentialsPolicies').map((one) =>
    textAt(one, 'name'),
  );
  return [
    ...unlike,
    ...LOCKED.filter((name) => !locked.includes(name)).map(
      (name) => `Nothing keeps ${name} from being deleted.`,
    ),
    ...WITH_PASSWORD.filter((name) => !closed.includes(name)).map((name) => `${name} takes a password.`),
    ...bicep.params.filter(({ isSecure }) => isSecure).flatMap(({ name }) => leaks(bicep, name)),
  ];
}

/** A secret goes into the vault and nowhere else; whether it is empty may be asked. */
function leaks({ resources }: Bicep, secret: string): string[] {
  const word = new RegExp(`(?<!empty\\()\\b${secret}\\b`);
  return resources.flatMap(({ symbol, type, body }) =>
    leavesOf({ kind: 'object', properties: body })
      .filter(({ path, text }) => word.test(text) && !(isSecret(type) && path === '.properties.value'))
      .map(({ path }) => `${secret} stands in ${symbol}${path} in plain.`),
  );
}

const isSecret = (type: string): boolean => type.startsWith('Microsoft.KeyVault/vaults/secrets@');

function leavesOf(value: Value, path = ''): { path: string; text: string }[] {
  if (value.kind === 'array') return value.items.flatMap((item) => leavesOf(item, `${path}[]`));
  if (value.kind === 'object')
    return value.properties.flatMap((property) =>
      leavesOf(property.value, `${path}.${property.name ?? '*'}`),
    );
  return value.kind === 'expression' ? [{ path, text: value.text }] : [];
}

function textAt({ body }: Resource, path: string): string | undefined {
  let value: Value | undefined = { kind: 'object', properties: body };
  for (const step of path.split('.'))
    value = value?.kind === 'object' ? value.properties.find(({ name }) => name === step)?.value : undefined;
  return value && 'text' in value ? value.text : undefined;
}
