// A channel of Azure Bot Service made of the Bot Framework's own JavaScript: jsonwebtoken signs what goes to /api/messages, and botbuilder's
// ChannelServiceRoutes take the replies, after botframework-connector has checked the bot's token.
// Usage: node channel.mjs BOT
import { createSecretKey, generateKeyPairSync } from 'node:crypto';
import builder from 'botbuilder';
import express from 'express';
import jwt from 'jsonwebtoken';
import { ask, check, ok, until } from './told.mjs';

const { ActivityTypes, ChannelServiceHandlerBase, ChannelServiceRoutes, ConfigurationBotFrameworkAuthentication } = builder;
const bot = `${process.argv[2]}/api/messages`;
const app = '3851fb09-3b9a-4f2a-9a9e-2a2f0e8f8d11';
const tenant = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
const web = express();
const root = await new Promise(done => {
  const server = web.listen(0, '127.0.0.1', () => done(`http://127.0.0.1:${server.address().port}`));
});
const serviceUrl = `${root}/`;
const now = () => Math.floor(Date.now() / 1000);

// Issuers: keys, metadata, and the endpoint where the bot gets its own token.
const newKey = (kid, endorsements) => ({ kid, endorsements, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });
const keys = [newKey('key-1', ['webchat', 'directline'])];
const login = newKey('login-1');
const published = list => ({ keys: list.map(({ kid, endorsements, publicKey }) => ({ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', endorsements })) });
const metadata = name => ({ issuer: name, jwks_uri: `${root}/${name}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
web.get('/channel/metadata', (_, response) => response.json(metadata('channel')));
web.get('/channel/keys', (_, response) => response.json(published(keys)));
web.get('/login/metadata', (_, response) => response.json(metadata('login')));
web.get('/login/keys', (_, response) => response.json(published([login])));
web.post('/token', (_, response) => response.json({
  token_type: 'Bearer',
  expires_in: 3600,
  access_token: jwt.sign(
    { aud: 'https://api.botframework.com', iss: `https://sts.windows.net/${tenant}/`, ver: '1.0', appid: app, nbf: now() - 300, exp: now() + 3600 },
    login.privateKey, { algorithm: 'RS256', keyid: login.kid }),
}));

// The connector: only what botbuilder has authenticated and read gets here.
const replies = [];
const checks = new ConfigurationBotFrameworkAuthentication({
  MicrosoftAppId: app, MicrosoftAppPassword: 'x', MicrosoftAppType: 'MultiTenant', ToBotFromEmulatorOpenIdMetadataUrl: `${root}/login/metadata`,
});
class Connector extends ChannelServiceHandlerBase {
  authenticate(header) {
    return checks.authenticateChannelRequest(header);
  }

  async onSendToConversation(claims, conversationId, activity) {
    replies.push({ conversationId, activity, appended: true, appId: claims.getClaimValue('appid') });
    return { id: `r${replies.length}` };
  }

  async onReplyToActivity(claims, conversationId, activityId, activity) {
    replies.push({ conversationId, activityId, activity, appId: claims.getClaimValue('appid') });
    return { id: `r${replies.length}` };
  }
}
new ChannelServiceRoutes(new Connector()).register(web);

const good = () => ({ iss: 'https://api.botframework.com', aud: app, serviceurl: serviceUrl, nbf: now() - 300, exp: now() + 3600 });
const sign = (claims, key = keys[0], options) => jwt.sign(claims, key.privateKey, { algorithm: 'RS256', keyid: key.kid, ...options });
let ids = 0;
const activity = (conversation, more) => ({
  type: ActivityTypes.Message, id: `${conversation}|${String(++ids).padStart(7, '0')}`, timestamp: new Date().toISOString(), channelId: 'webchat', serviceUrl,
  from: { id: 'r_user', name: '' }, recipient: { id: 'bot@x', name: 'bot' }, conversation: { id: conversation }, locale: 'en-US', ...more,
});

async function post(sent, token = sign(good())) {
  const response = await fetch(bot, {
    method: 'POST', body: JSON.stringify(sent), headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
  });
  return { status: response.status, body: await response.text() };
}

async function say(conversation, text) {
  const sent = activity(conversation, { text });
  const { status, body } = await post(sent);
  check('a message is taken', status === 200 && body === '', { status, body });
  return (await until(`reply to "${text}"`, () => replies.filter(r => r.activityId === sent.id).at(-1))).activity;
}

await ask(`listening ${root}`);

// Somebody joins and is greeted; the bot's token was checked by botframework-connector.
const place = 'a|b+c:d;e';
check('joining', (await post(activity(place, { type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: 'bot@x' }, { id: 'r_user' }] }))).status === 200);
const greeting = await until('greeting', () => replies.find(r => r.conversationId === place));
check('the greeting', greeting.appended && greeting.appId === app && greeting.activity.text.includes('911') && greeting.activity.recipient.id === 'r_user', greeting);
ok('greeting');

// Each forgery is refused, and nothing of it is answered.
const stranger = newKey('stranger');
const secret = createSecretKey(Buffer.from(keys[0].publicKey.export({ format: 'pem', type: 'spki' })));
const table = [
  ['expired 6 minutes ago', 401, sign({ ...good(), exp: now() - 360 })],
  ['wrong audience', 401, sign({ ...good(), aud: '00000000-0000-0000-0000-000000000001' })],
  ['wrong issuer', 401, sign({ ...good(), iss: 'https://api.botframework.example' })],
  ['unknown key', 401, sign(good(), stranger)],
  ['unknown key under a known name', 401, sign(good(), stranger, { keyid: keys[0].kid })],
  ['alg none', 401, jwt.sign(good(), '', { algorithm: 'none', keyid: keys[0].kid })],
  ['HS256 with the public key', 401, jwt.sign(good(), secret, { algorithm: 'HS256', keyid: keys[0].kid })],
  ['no token', 401, null],
  ['missing endorsement', 403, sign(good()), { channelId: 'telegram' }],
  ['changed serviceUrl', 403, sign(good()), { serviceUrl: `${root}/elsewhere/` }],
];
for (const [name, expected, token, but] of table) {
  const { status } = await post(activity('forged', { text: 'he is blue', ...but }), token);
  console.log(`refused ${status} ${name}`);
  check(name, status === expected, status);
}
check('expired 4 minutes ago', (await post(activity('late', { text: 'he is blue' }), sign({ ...good(), exp: now() - 240 }))).status === 200);
await until('the late reply', () => replies.some(r => r.conversationId === 'late'));
check('forgeries are not answered', !replies.some(r => r.conversationId === 'forged'));
ok('forgeries');

// A whole emergency, with buttons, and the next dose asked about by the clock.
const first = await say(place, 'he does not wake up and he is not breathing');
check('the first reply', first.text.includes('911') && first.channelData.guide.kind === 'emergency', first);
await say(place, 'calling 911');
await say(place, 'nose spray');
const given = await say(place, 'gave the first spray');
const button = given.suggestedActions.actions[0];
check('a button', button.type === 'messageBack' && button.value.answer, button);
const before = replies.length;
await ask('pass 120');
const prompt = await until('prompt', () => replies.slice(before).find(r => r.conversationId === place && r.activity.text.includes('next dose')));
check('the prompt', prompt.appended && prompt.activity.suggestedActions, prompt);
const tapped = activity(place, { text: 'Breathing normally', value: { step: prompt.activity.channelData.guide.step, answer: 'normal' } });
check('a tap', (await post(tapped)).status === 200);
check('after the tap', (await until('reply to the tap', () => replies.find(r => r.activityId === tapped.id))).activity.text.includes('side'));
ok('emergency');

// Replies in the answer; the same activity again; many at once.
const asked = await post(activity('asks', { text: 'he is blue', deliveryMode: 'expectReplies' }));
check('expectReplies', JSON.parse(asked.body).activities.length > 0 && !replies.some(r => r.conversationId === 'asks'), asked);
const twice = activity('twice', { text: 'he is blue' });
check('duplicates', (await Promise.all([1, 2, 3, 4].map(() => post(twice)))).every(r => r.status === 200));
await until('one reply', () => replies.some(r => r.activityId === twice.id));
const burst = [...Array(20).keys()].map(i => activity('burst', { text: `word ${i}` }));
check('a burst', (await Promise.all(burst.map(b => post(b)))).every(r => r.status === 200));
await until('every reply', () => burst.every(b => replies.some(r => r.activityId === b.id)));
check('a duplicate is answered once', replies.filter(r => r.activityId === twice.id).length === 1);
ok('deliveries');

// What it does not know is taken, an invoke is not.
check('an unknown type', (await post(activity('types', { type: 'novelty' }))).status === 200);
check('an invoke', (await post(activity('types', { type: ActivityTypes.Invoke, name: 'x' }))).status === 501);
ok('types');

// The issuer changes its key.
keys.unshift(newKey('key-2', ['webchat']));
keys.pop();
await ask('pass 11');
await say('rollover', 'he is blue');
ok('rollover');

check('nobody else was answered', replies.every(r => r.appId === app));
console.log('done');
process.exit(0);
