// OverdoseBot on Azure: Container Apps over PostgreSQL, Azure Bot Service, Azure AI Language, one managed identity.
// No secret is in these files or in a parameter: they stand in a Key Vault that exists before (../runbook.md) and are read from there.
//   az deployment group create --resource-group GROUP --parameters deploy/azure/main.bicepparam
targetScope = 'resourceGroup'

@description('Where everything stands.')
param location string = resourceGroup().location

@description('Begins every name; those that must be unique in the world get a part that is.')
@minLength(3)
@maxLength(16)
param name string = 'overdosebot'

@description('The image in the registry, with tag or digest, such as overdosebot:1.')
param image string

@description('An Azure Container Registry in this resource group.')
param registryName string

@description('A Key Vault in this resource group with role-based access and the secrets postgres-password and signing-key.')
param vaultName string

@description('The host people open, once it is bound to the app (../runbook.md); empty: the one that Azure gives.')
param publicHost string = ''

@description('The id of its certificate in the Container Apps environment.')
param certificateId string = ''

@description('A region of dialogs/regions.yaml.')
param region string = 'us'

@description('The language when nobody chose one.')
param language string = 'en'

@description('Other settings that are no secret, such as { Sms__Twilio__From: \'+15551230002\' }.')
param otherSettings object = {}

@description('Other settings that are: which secret of the vault each is, such as { Journal__Key: \'journal-key\', Sms__Twilio__AuthToken: \'twilio-auth-token\' }.')
param fromVault object = {}

@description('The number of Azure Bot Service\'s own SMS channel, another than that of /sms/twilio; empty: no such channel. Needs the secret twilio-auth-token.')
param channelNumber string = ''

@description('The Twilio account of that channel.')
param channelAccountSid string = ''

@description('The fewest replicas: one may go at any time.')
@minValue(2)
param fewest int = 2

@description('The most replicas. Each holds up to 17 connections of PostgreSQL.')
@maxValue(40)
param most int = 10

var worldwide = '${name}-${uniqueString(resourceGroup().id)}'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

module who 'identity.bicep' = {
  params: { name: name, location: location, vaultName: vaultName, registryName: registryName }
}

module network 'network.bicep' = {
  params: { name: name, location: location }
}

module store 'postgres.bicep' = {
  params: {
    name: worldwide
    location: location
    subnetId: network.outputs.storeSubnetId
    zoneId: network.outputs.storeZoneId
    password: vault.getSecret('postgres-password')
  }
}

module opinions 'language.bicep' = {
  params: { name: worldwide, location: location, principalId: who.outputs.principalId }
}

module app 'app.bicep' = {
  params: {
    name: name
    location: location
    subnetId: network.outputs.appSubnetId
    registry: '${registryName}${environment().suffixes.acrLoginServer}'
    image: image
    vaultUri: vault.properties.vaultUri
    identityId: who.outputs.id
    clientId: who.outputs.clientId
    publicHost: publicHost
    certificateId: certificateId
    fromVault: fromVault
    fewest: fewest
    most: most
    settings: union(otherSettings, {
      Journal__Connection: 'Host=${store.outputs.host};Database=overdosebot;Username=bot;SSL Mode=VerifyFull'
      Sentiment__Endpoint: opinions.outputs.endpoint
      Region: region
      Language: language
    })
  }
}

module registration 'bot.bicep' = {
  params: {
    name: worldwide
    endpoint: 'https://${app.outputs.host}/api/messages'
    origin: 'https://${app.outputs.host}'
    identityId: who.outputs.id
    clientId: who.outputs.clientId
  }
}

module channel 'sms.bicep' = if (channelNumber != '') {
  params: {
    botName: registration.outputs.name
    number: channelNumber
    accountSid: channelAccountSid
    authToken: vault.getSecret('twilio-auth-token')
  }
}

@description('Where the service is.')
output host string = app.outputs.host
