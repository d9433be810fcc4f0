// Drives the service with the real client of Web Chat (wire-protocols.md 3.3 to 3.6).
// Usage: node script.mjs BASE. It prints one line a step. After "restart" it waits for a line on standard input.
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import XMLHttpRequest from 'xhr2';

const sockets = [];
globalThis.XMLHttpRequest = XMLHttpRequest;
globalThis.WebSocket = class extends WebSocket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
};
Math.random = () => 0; // The client comes back after 3 s plus a random time.

const { ConnectionStatus, DirectLine } = (await import('botframework-directlinejs')).default;
const domain = `${process.argv[2]}/v3/directline`;
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const ok = step => console.log(`ok ${step}`);

function fail(why) {
  console.log(`failed: ${why}`);
  process.exit(1);
}

process.on('uncaughtException', error => fail(error.stack));
process.on('unhandledRejection', error => fail(error?.stack ?? error));

async function connect(webSocket, conversationStartProperties) {
  const { token } = await (await fetch(`${domain}/tokens/generate`, { method: 'POST' })).json();
  const chat = new DirectLine({ token, domain, webSocket, conversationStartProperties });
  const heard = [];
  const statuses = [];
  chat.connectionStatus$.subscribe(status => statuses.push(status));
  chat.activity$.subscribe(activity => heard.push(activity), error => error.message === 'conversation ended' || fail(error));
  return { chat, heard, statuses };
}

async function until(what, found, seconds = 40) {
  for (let i = 0; i < seconds * 20; i++) {
    const value = found();
    if (value) return value;
    await new Promise(done => setTimeout(done, 50));
  }
  return fail(`no ${what} in ${seconds} s`);
}

const post = (chat, text, id) =>
  new Promise((done, failed) => chat.postActivity({
    type: 'message', channelId: 'webchat', text, textFormat: 'plain', locale: 'en-US', from: { id: 'r_page', name: '', role: 'user' },
    localTimestamp: new Date().toISOString(), attachments: [], channelData: { attachmentSizes: [], clientActivityID: id },
  }).subscribe(done, failed));

const echoOf = (heard, id) => heard.find(a => a.channelData?.clientActivityID === id);

async function answered({ heard }, id, posted) {
  const echo = await until(`echo of ${id}`, () => echoOf(heard, id));
  const reply = await until(`reply to ${id}`, () => heard.find(a => a.replyToId === echo.id));
  if (posted !== echo.id) fail(`the post's id is not the echo's: ${posted} ${echo.id}`);
  if (heard.indexOf(reply) < heard.indexOf(echo)) fail('the reply came before the echo');
}

function complete({ heard, statuses }) {
  const ids = heard.map(a => a.id);
  if (new Set(ids).size !== ids.length) fail(`doubles: ${ids}`);
  const stamps = heard.map(a => Date.parse(a.timestamp));
  if (stamps.some((s, i) => i > 0 && s <= stamps[i - 1])) fail(`out of order: ${heard.map(a => a.timestamp)}`);
  if (statuses.includes(ConnectionStatus.FailedToConnect) || statuses.includes(ConnectionStatus.ExpiredToken)) fail(`connection: ${statuses}`);
}

const live = await connect(true);
await until('greeting', () => live.heard[0]?.from.role === 'bot');
ok('greeting before anything was typed');

await answered(live, 'one', await post(live.chat, 'he is blue', 'one'));
ok('echo before reply');

sockets.at(-1).terminate();
const meanwhile = await post(live.chat, 'not waking', 'two');
await answered(live, 'two', meanwhile);
complete(live);
ok('cut and back, nothing lost or doubled');

console.log('restart');
await lines.next();
const before = sockets.length;
await until('new socket', () => sockets.length > before && sockets.at(-1).readyState === WebSocket.OPEN);
await answered(live, 'three', await post(live.chat, 'not breathing', 'three'));
complete(live);
ok('restart in the middle of the conversation');
live.chat.end();

const poll = await connect(false);
await until('greeting', () => poll.heard[0]?.from.role === 'bot');
await answered(poll, 'four', await post(poll.chat, 'he is blue', 'four'));
complete(poll);
poll.chat.end();
ok('polling');

// Of the properties it passes on only those that Microsoft's service knows; the region is told by the event.
const spanish = await connect(true, { locale: 'es-MX' });
const hello = await until('Spanish greeting', () => spanish.heard[0]);
if (hello.locale !== 'es' || !hello.text.includes('911')) fail(`greeted in ${hello.locale}: ${hello.text}`);
spanish.chat.postActivity({ type: 'event', name: 'set', value: { region: 'uk' }, from: { id: 'r_page' } }).subscribe(() => {}, fail);
await until('the number of the UK', () => spanish.heard.find(a => a.from.role === 'bot' && a.locale === 'es' && a.text?.includes('999')));
spanish.chat.end();
ok('starts in its own language and learns the region');

const { token, conversationId } = live.chat;
const resumed = new DirectLine({ token, conversationId, domain, watermark: '0', webSocket: true });
const history = [];
resumed.activity$.subscribe(activity => history.push(activity), () => {});
await until('history', () => history.length >= live.heard.length);
if (live.heard.some((a, i) => a.id !== history[i].id)) fail('the history is not what was heard');
resumed.end();
ok('resume with the whole history');
console.log('done');
process.exit(0);
