// The registration at Azure Bot Service, with Direct Line. The service proves who it is as the identity: there is no password.
param name string
param endpoint string
param origin string
param identityId string
param clientId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'S1' }
  properties: {
    displayName: 'OverdoseBot'
    endpoint: endpoint
    msaAppType: 'UserAssignedMSI'
    msaAppId: clientId
    msaAppTenantId: subscription().tenantId
    msaAppMSIResourceId: identityId
  }

  resource directLine 'channels' = {
    name: 'DirectLineChannel'
    location: 'global'
    properties: {
      channelName: 'DirectLineChannel'
      properties: {
        sites: [
          {
            siteName: 'page'
            isEnabled: true
            isV1Enabled: false
            isV3Enabled: true
            isSecureSiteEnabled: true
            trustedOrigins: [origin]
          }
        ]
      }
    }
  }
}

output name string = bot.name
