// The service. Its settings are those of the README; those that are secrets are read from the vault by the identity.
param name string
param location string
param subnetId string
param registry string
param image string
param vaultUri string
param identityId string
param clientId string
param publicHost string
param certificateId string
param fewest int
param most int
param settings object
param fromVault object

var host = publicHost != '' ? publicHost : '${name}.${place.properties.defaultDomain}'
var port = 8080

// Setting → secret of the vault.
var hidden = union({ PGPASSWORD: 'postgres-password', DirectLine__SigningKey: 'signing-key' }, fromVault)

var open = union(settings, {
  ASPNETCORE_HTTP_PORTS: string(port)
  Drain: '00:00:10'
  // The person's own address and https, as the ingress saw them: limits count people, not the ingress.
  ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true'
  DirectLine__PublicUrl: 'https://${host}'
  Sms__Twilio__PublicUrl: 'https://${host}'
  MicrosoftAppType: 'UserAssignedMSI'
  MicrosoftAppId: clientId
  MicrosoftAppTenantId: subscription().tenantId
  // Which identity asks Azure AI Language.
  AZURE_CLIENT_ID: clientId
})

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30 }
}

resource place 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    zoneRedundant: true
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: { destination: 'azure-monitor' }
  }
}

resource toLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: place
  name: 'logs'
  properties: { workspaceId: logs.id, logs: [{ categoryGroup: 'allLogs', enabled: true }] }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: place.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      registries: [{ server: registry, identity: identityId }]
      secrets: map(
        items(hidden),
        s => { name: s.value, identity: identityId, keyVaultUrl: '${vaultUri}secrets/${s.value}' }
      )
      ingress: {
        external: true
        targetPort: port
        // WebSockets go over it; the service pings each stream every 20 s.
        transport: 'http'
        allowInsecure: false
        customDomains: publicHost == ''
          ? []
          : [{ name: publicHost, certificateId: certificateId, bindingType: 'SniEnabled' }]
      }
    }
    template: {
      // Drain, 20 s in which the program finishes what it has taken, and some to spare.
      terminationGracePeriodSeconds: 45
      containers: [
        {
          name: 'overdosebot'
          image: '${registry}/${image}'
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(
            map(items(open), s => { name: s.key, value: s.value }),
            map(items(hidden), s => { name: s.key, secretRef: s.value })
          )
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/health/ready', port: port }
              periodSeconds: 2
              timeoutSeconds: 6
              failureThreshold: 60
            }
            // While the journal is away no replica is ready, and each still gives the emergency card.
            {
              type: 'Readiness'
              httpGet: { path: '/health/serving', port: port }
              periodSeconds: 2
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health/live', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
          ]
        }
      ]
      scale: {
        minReplicas: fewest
        maxReplicas: most
        rules: [
          // A turn is a request: this grows with turns.
          { name: 'turns', http: { metadata: { concurrentRequests: '100' } } }
          { name: 'processor', custom: { type: 'cpu', metadata: { type: 'Utilization', value: '60' } } }
        ]
      }
    }
  }
}

output host string = host
