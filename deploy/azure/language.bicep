// Azure AI Language, for the second opinion on distress. No key exists: only the identity may ask.
param name string
param location string
param principalId string

var asks = 'a97b65f3-24c7-4388-baec-2e87135dc908' // Cognitive Services User

resource account 'Microsoft.CognitiveServices/accounts@2024-10-01' = {
  name: name
  location: location
  kind: 'TextAnalytics'
  sku: { name: 'S' }
  properties: {
    // Entra needs an address of its own.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

resource may 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, principalId, asks)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', asks)
  }
}

output endpoint string = account.properties.endpoint
