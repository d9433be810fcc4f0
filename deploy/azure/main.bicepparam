using 'main.bicep'

// Yours in place of these. No secret belongs here: ../runbook.md says how each gets into the vault.
param registryName = 'exampleregistry'
param vaultName = 'example-vault'
param image = 'overdosebot:1'
param region = 'us'
// What people write is sealed with it before it is kept.
param fromVault = { Journal__Key: 'journal-key' }
// A collector for metrics and traces (../watching.md); its key, if it wants one, is a secret: fromVault.
// param otherSettings = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4317' }
