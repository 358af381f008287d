@description('Prefix of every resource name.')
param name string

@description('Azure region of the resources.')
param location string

@description('Name of the site.')
param appName string

@description('Name of the vault.')
param vaultName string

@description('Id of the principal of the identity that the server has.')
param principalId string

@description('Host where people reach the tabs.')
param host string

@description('Who gets the alerts.')
param alertMail string

@description('Days that logs are kept.')
param logDays int

@description('From where readiness is asked. These stand in Europe; the names of others are in Microsoft\'s list of availability test locations.')
param askedFrom array = ['emea-nl-ams-azr', 'emea-gb-db3-azr', 'emea-fr-pra-edge']

var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

resource app 'Microsoft.Web/sites@2024-11-01' existing = {
  name: appName
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
  }
}

// What the server says, and what App Service says of it. Not the requests: their addresses name people.
resource appLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: app
  properties: {
    workspaceId: logs.id
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
      {
        category: 'AppServiceAuditLogs'
        enabled: true
      }
    ]
  }
}

resource vaultLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-logs'
  scope: vault
  properties: {
    workspaceId: logs.id
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

// Holds the tests from outside, and what the server tells of itself: no person, no pair, no word (RUN.md).
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

// There is no key to it: the identity of the server may write into it, and read nothing.
resource mayTell 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, metricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

resource outside 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-readiness'
  location: location
  kind: 'standard'
  tags: {
    'hidden-link:${insights.id}': 'Resource'
  }
  properties: {
    SyntheticMonitorId: '${name}-readiness'
    Name: '${name}-readiness'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [for place in askedFrom: {
      Id: place
    }]
    Request: {
      RequestUrl: 'https://${host}/readyz'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-alerts'
  location: 'global'
  properties: {
    groupShortName: 'turntable'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: alertMail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-unreachable'
  location: 'global'
  properties: {
    description: 'Turntable is not reached from two places, or its certificate ends within 14 days.'
    severity: 0
    enabled: true
    scopes: [insights.id, outside.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: outside.id
      componentId: insights.id
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-not-ready'
  location: 'global'
  properties: {
    description: 'An instance does not answer to /readyz: storage does not answer it, or it did not start.'
    severity: 1
    enabled: true
    scopes: [app.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'ready'
          metricName: 'HealthCheckStatus'
          metricNamespace: 'Microsoft.Web/sites'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 100
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

resource failing 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-failing'
  location: 'global'
  properties: {
    description: 'More than ten answers in five minutes were errors of the server (5xx).'
    severity: 2
    enabled: true
    scopes: [app.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'errors'
          metricName: 'Http5xx'
          metricNamespace: 'Microsoft.Web/sites'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 10
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}

var lines = '''
AppServiceConsoleLogs
| extend line = parse_json(ResultDescription)
| extend msg = tostring(line.msg)
'''

resource undelivered 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-undelivered'
  location: location
  properties: {
    displayName: 'Turntable: deliveries fail'
    description: 'More than ten messages in a quarter of an hour did not reach Teams, or nobody knows whether they did.'
    severity: 2
    enabled: true
    scopes: [logs.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: '${lines}| where msg in ("sending broke, nobody knows where", "a message of the outbox failed and will be tried again", "a message of the queue was put aside") or (msg == "a notice was not sent" and (tostring(line.outcome.state) != "failed" or tostring(line.outcome.reason) == "refused"))'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 10
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    skipQueryValidation: true
    actions: {
      actionGroups: [people.id]
    }
  }
}

resource late 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-late'
  location: location
  properties: {
    displayName: 'Turntable: the queue is late'
    description: 'For a quarter of an hour something has waited in the queue for more than ten minutes after it was due.'
    severity: 2
    enabled: true
    scopes: [logs.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: '${lines}| where msg == "how the queue stands" | extend lateS = todouble(line.lateS)'
          timeAggregation: 'Minimum'
          metricMeasureColumn: 'lateS'
          operator: 'GreaterThan'
          threshold: 600
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    skipQueryValidation: true
    actions: {
      actionGroups: [people.id]
    }
  }
}

output insightsConnection string = insights.properties.ConnectionString
