@description('Prefix of every resource name: 3 to 11 lower-case letters and digits, a letter first.')
@minLength(3)
@maxLength(11)
param name string

@description('Azure region of the resources; the people data stays in it.')
param location string = resourceGroup().location

@description('The one Entra application of tab and bot (single sign-on, RSC consent, single-tenant bot).')
param appId string

@description('Id of the Teams app, as in its manifest.')
param teamsAppId string

@description('Id that the organisation\'s catalogue has given to the app when it was published; links lead there.')
param teamsCatalogAppId string = teamsAppId

@description('Secret of this installation for the pseudonyms of measures, at least 32 characters.')
@secure()
@minLength(32)
param pseudonymKey string

@description('Who gets the alerts.')
param alertMail string

@description('Host where people reach the tabs, without https:// and in lower case; empty for the one App Service gives.')
param publicHost string = ''

@description('App Service plan. P0v3 scales out by itself; B1 is enough to try things out and does not.')
param planSku string = 'P0v3'

@description('Instances that always run. With two, nobody notices when Azure replaces one.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('Instances at most, on a plan that scales out by itself.')
@minValue(1)
@maxValue(30)
param mostInstances int = 4

@description('How storage is kept: ZRS over three zones of the region, GZRS in a second region too, LRS where a region has no zones.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS', 'Standard_RAGRS', 'Standard_RAGZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Whether the server tells Application Insights how it does: requests by their pattern, times and counts; nothing of people. false: it tells nobody.')
param telemetry bool = true

@description('For so many days after their last programme people are kept; then they are erased by themselves.')
@minValue(30)
@maxValue(3650)
param retentionDays int = 365

@description('How topics are heard: full, or names on a plan with little memory (full takes 200 MB more).')
@allowed(['full', 'names'])
param hearing string = 'full'

@description('Address of the organisation\'s own Azure OpenAI resource, if it is to hear topics too; empty: nothing leaves the server.')
param hearingOpenAiEndpoint string = ''

@description('Name of the deployment in that resource.')
param hearingOpenAiDeployment string = ''

@description('Its key; empty where the identity of the server has the role Cognitive Services OpenAI User.')
@secure()
param hearingOpenAiKey string = ''

var unique = '${name}${uniqueString(resourceGroup().id)}'
// A vault keeps its name for 90 days after it was deleted, so it is made of the prefix too.
var vaultName = 'kv-${uniqueString(resourceGroup().id, name)}'
var scalesOut = !startsWith(toUpper(planSku), 'B')
var host = empty(publicHost) ? app.properties.defaultHostName : publicHost

var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

// Who the server is: towards storage, the vault and, by a federated credential of the Entra application, as the bot.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: take(toLower(unique), 24)
  location: location
  kind: 'StorageV2'
  sku: {
    name: storageRedundancy
  }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    allowCrossTenantReplication: false
    defaultToOAuthAuthentication: true
  }
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: storage
  name: 'default'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-01-01' = [
  for table in ['people', 'pairs', 'cohorts', 'concerns', 'deliveries', 'due', 'lookups']: {
    parent: tableService
    name: table
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-01-01' = {
  parent: storage
  name: 'default'
}

resource queues 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-01-01' = [
  for queue in ['turntable-deliveries', 'turntable-deliveries-poison']: {
    parent: queueService
    name: queue
  }
]

resource storageLock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-what-people-wrote'
  scope: storage
  properties: {
    level: 'CanNotDelete'
    notes: 'Tables have neither soft delete nor a way back to an earlier time.'
  }
}

resource mayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, tableContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
  }
}

resource mayUseQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, queueContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueContributor)
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: vaultName
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

resource pseudonymSecret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'pseudonym-key'
  properties: {
    value: pseudonymKey
    contentType: 'text/plain'
  }
}

resource openAiSecret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = if (!empty(hearingOpenAiKey)) {
  parent: vault
  name: 'hearing-openai-key'
  properties: {
    value: hearingOpenAiKey
    contentType: 'text/plain'
  }
}

resource vaultLock 'Microsoft.Authorization/locks@2020-05-01' = {
  name: 'keep-the-pseudonym-key'
  scope: vault
  properties: {
    level: 'CanNotDelete'
    notes: 'Without this key measures that were taken under a pseudonym are found by nobody.'
  }
}

resource maySeeSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: unique
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node index.js'
      alwaysOn: true
      http20Enabled: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      healthCheckPath: '/readyz'
    }
  }
}

// Deployments sign in with Entra; nobody does with a password.
resource noPasswordForFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noPasswordForScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

// After the site, because only it knows its own host, and after the role, without which no secret is found.
resource settings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  dependsOn: [maySeeSecrets]
  properties: {
    WEBSITE_RUN_FROM_PACKAGE: '1'
    SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
    WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
    AZURE_CLIENT_ID: identity.properties.clientId
    PUBLIC_URL: 'https://${host}'
    STORAGE_TABLES_URL: storage.properties.primaryEndpoints.table
    STORAGE_QUEUES_URL: storage.properties.primaryEndpoints.queue
    TENANT_ID: tenant().tenantId
    TAB_CLIENT_ID: appId
    BOT_APP_ID: appId
    BOT_APP_TYPE: 'SingleTenant'
    BOT_IDENTITY_CLIENT_ID: identity.properties.clientId
    TEAMS_APP_ID: teamsAppId
    TEAMS_CATALOG_APP_ID: teamsCatalogAppId
    PSEUDONYM_KEY: '@Microsoft.KeyVault(SecretUri=${pseudonymSecret.properties.secretUri})'
    RETENTION_DAYS: string(retentionDays)
    APPLICATIONINSIGHTS_CONNECTION_STRING: telemetry ? watch.outputs.insightsConnection : ''
    HEARING: hearing
    HEARING_OPENAI_ENDPOINT: hearingOpenAiEndpoint
    HEARING_OPENAI_DEPLOYMENT: hearingOpenAiDeployment
    HEARING_OPENAI_KEY: empty(hearingOpenAiKey)
      ? ''
      : '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=hearing-openai-key)'
  }
}

resource scaleOut 'Microsoft.Insights/autoscalesettings@2022-10-01' = if (scalesOut) {
  name: '${name}-scale'
  location: location
  properties: {
    enabled: true
    targetResourceUri: plan.id
    profiles: [
      {
        name: 'by load'
        capacity: {
          minimum: string(instances)
          maximum: string(max(instances, mostInstances))
          default: string(instances)
        }
        rules: [
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT10M'
              timeAggregation: 'Average'
              operator: 'GreaterThan'
              threshold: 65
            }
            scaleAction: {
              direction: 'Increase'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT5M'
            }
          }
          {
            metricTrigger: {
              metricName: 'CpuPercentage'
              metricResourceUri: plan.id
              timeGrain: 'PT1M'
              statistic: 'Average'
              timeWindow: 'PT30M'
              timeAggregation: 'Average'
              operator: 'LessThan'
              threshold: 25
            }
            scaleAction: {
              direction: 'Decrease'
              type: 'ChangeCount'
              value: '1'
              cooldown: 'PT20M'
            }
          }
        ]
      }
    ]
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  // One name over all of Azure, as those of site and storage.
  name: unique
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Turntable'
    endpoint: 'https://${host}/api/messages'
    msaAppId: appId
    msaAppTenantId: tenant().tenantId
    msaAppType: 'SingleTenant'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}

module watch 'watch.bicep' = {
  name: '${name}-watch'
  params: {
    name: name
    location: location
    appName: app.name
    vaultName: vault.name
    principalId: identity.properties.principalId
    host: host
    alertMail: alertMail
    logDays: logDays
  }
}

output APP_SERVICE_RESOURCE_ID string = app.id
output TAB_DOMAIN string = host
output IDENTITY_PRINCIPAL_ID string = identity.properties.principalId
