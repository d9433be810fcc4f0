// offline-directline as Direct Line in front of /api/messages, and the client of Web Chat in front of that. Nothing is signed: it all is on this machine.
// Usage: node offline.mjs BOT PORT
import express from 'express';
import offline from 'offline-directline';
import XMLHttpRequest from 'xhr2';
import { check, fail, ok, until } from './told.mjs';

globalThis.XMLHttpRequest = XMLHttpRequest;
globalThis.WebSocket = class {}; // The client asks for the name; offline-directline has no stream.
const { DirectLine } = (await import('botframework-directlinejs')).default;
const [, , bot, port] = process.argv;
offline.initializeRoutes(express(), Number(port), `${bot}/api/messages`);

const heard = [];
const chat = new DirectLine({ secret: 'none', domain: `http://127.0.0.1:${port}/directline`, webSocket: false, pollingInterval: 200 });
chat.activity$.subscribe(activity => heard.push(activity), error => fail(error.message));

async function say(text, value) {
  const id = await new Promise((done, failed) => chat.postActivity({ type: 'message', from: { id: 'user1' }, text, value }).subscribe(done, failed));
  return await until(`reply to "${text}"`, () => heard.filter(a => a.replyToId === id).at(-1));
}

const first = await say('he does not wake up and he is not breathing');
check('the first reply', first.text.includes('911') && first.channelId === 'emulator', first);
ok('first');

const { value, text } = (await say('on the phone with 911')).suggestedActions.actions.find(a => a.value.answer === 'normal');
const next = await say(text, value);
check('after the tap', next.text.includes('side'), next);
ok('tap');

const again = await say('he stopped breathing');
check('bad news wins', /push hard/i.test(again.text), again);
ok('bad news');

const mine = heard.filter(a => a.from.id === 'user1').length;
check('everything is there once', mine === 4 && new Set(heard.map(a => a.id)).size === heard.length, heard.map(a => a.text));
console.log('done');
process.exit(0);
