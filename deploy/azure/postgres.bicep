// The journal. Durability settings are the server's own: the program refuses one with synchronous_commit off.
param name string
param location string
param subnetId string
param zoneId string

@description('Two processors carry a city; the runbook tells how to grow.')
param size string = 'Standard_D2ds_v5'

@description('A standby in another zone. Not every region has one.')
param standby bool = true

@secure()
param password string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: name
  location: location
  sku: { name: size, tier: 'GeneralPurpose' }
  properties: {
    version: '17'
    administratorLogin: 'bot'
    administratorLoginPassword: password
    // The program signs in with a password; it cannot renew tokens of Entra.
    authConfig: { activeDirectoryAuth: 'Disabled', passwordAuth: 'Enabled' }
    storage: { storageSizeGB: 64, autoGrow: 'Enabled' }
    // The shortest there is: text that was deleted lives on in backups for as long.
    backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: standby ? 'ZoneRedundant' : 'Disabled' }
    network: {
      delegatedSubnetResourceId: subnetId
      privateDnsZoneArmResourceId: zoneId
      publicNetworkAccess: 'Disabled'
    }
  }

  resource database 'databases' = {
    name: 'overdosebot'
    properties: { charset: 'UTF8', collation: 'C.utf8' }
  }
}

output host string = server.properties.fullyQualifiedDomainName
