// Azure Bot Service's own SMS channel. Its number is not that of /sms/twilio: a number has one webhook.
param botName string
param number string
param accountSid string

@secure()
param authToken string

resource bot 'Microsoft.BotService/botServices@2022-09-15' existing = {
  name: botName
}

resource channel 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'SmsChannel'
  location: 'global'
  properties: {
    channelName: 'SmsChannel'
    properties: { phone: number, accountSID: accountSid, authToken: authToken, isEnabled: true }
  }
}
