@description('Prefix of every resource name, 3 to 11 lower-case letters and digits.')
@minLength(3)
@maxLength(11)
param name string

@description('Azure region of the resources.')
param location string = resourceGroup().location

@description('The one Entra application of tab and bot (single sign-on, RSC consent, single-tenant bot).')
param appId string

@description('Client secret of that application, for the bot.')
@secure()
param appPassword string

@description('Id of the Teams app, as in its manifest.')
param teamsAppId string

@description('Id that the organisation\'s catalogue has given to the app when it was published; links lead there.')
param teamsCatalogAppId string = teamsAppId

@description('Secret of this installation for the pseudonyms of measures, at least 32 characters.')
@secure()
@minLength(32)
param pseudonymKey string

@description('App Service plan; B1 is the smallest that stays awake.')
param planSku string = 'B1'

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
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take(toLower(unique), 24)
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
  }
}

resource tables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, tableContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
  }
}

resource queues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(storage.id, identity.id, queueContributor)
  scope: storage
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueContributor)
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: planSku
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
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
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      appCommandLine: 'node bot/index.ts'
      alwaysOn: true
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      healthCheckPath: '/readyz'
      appSettings: [
        {
          name: 'PUBLIC_URL'
          value: 'https://${unique}.azurewebsites.net'
        }
        {
          name: 'STORAGE_TABLES_URL'
          value: storage.properties.primaryEndpoints.table
        }
        {
          name: 'STORAGE_QUEUES_URL'
          value: storage.properties.primaryEndpoints.queue
        }
        {
          name: 'AZURE_CLIENT_ID'
          value: identity.properties.clientId
        }
        {
          name: 'TENANT_ID'
          value: tenant().tenantId
        }
        {
          name: 'TAB_CLIENT_ID'
          value: appId
        }
        {
          name: 'BOT_APP_ID'
          value: appId
        }
        {
          name: 'BOT_APP_TYPE'
          value: 'SingleTenant'
        }
        {
          name: 'BOT_APP_PASSWORD'
          value: appPassword
        }
        {
          name: 'TEAMS_APP_ID'
          value: teamsAppId
        }
        {
          name: 'TEAMS_CATALOG_APP_ID'
          value: teamsCatalogAppId
        }
        {
          name: 'PSEUDONYM_KEY'
          value: pseudonymKey
        }
        {
          name: 'HEARING'
          value: hearing
        }
        {
          name: 'HEARING_OPENAI_ENDPOINT'
          value: hearingOpenAiEndpoint
        }
        {
          name: 'HEARING_OPENAI_DEPLOYMENT'
          value: hearingOpenAiDeployment
        }
        {
          name: 'HEARING_OPENAI_KEY'
          value: hearingOpenAiKey
        }
      ]
    }
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
    endpoint: 'https://${app.properties.defaultHostName}/api/messages'
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
  }
}

output APP_SERVICE_RESOURCE_ID string = app.id
output TAB_DOMAIN string = app.properties.defaultHostName
