using 'main.bicep'

// Yours in place of these. No secret belongs here: ../runbook.md says how each gets into the vault.
param registryName = 'exampleregistry'
param vaultName = 'example-vault'
param image = 'overdosebot:1'
param region = 'us'
// What people write is sealed with it before it is kept.
param fromVault = { Journal__Key: 'journal-key' }
