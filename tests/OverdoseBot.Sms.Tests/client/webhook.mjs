// Twilio's own library as the far side of POST /sms/twilio: it signs each form, and what comes back is what it would write itself.
// node webhook.mjs ADDRESS PUBLIC-ADDRESS TOKEN
import assert from 'node:assert/strict';
import twilio from 'twilio';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';

const [address, publicAddress, token] = process.argv.slice(2);
const path = '/sms/twilio';
let sent = 0;

function form(body, more = {}) {
  const sid = 'SM' + String(++sent).padStart(32, 'f');
  return { MessageSid: sid, SmsSid: sid, AccountSid: 'AC' + '1'.repeat(32), From: '+16175550177', To: '+15551230002', Body: body, NumMedia: '0', FromZip: '', ...more };
}

function encode(fields) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  return body.toString();
}

async function post(fields, { signature, target = path, body = encode(fields) } = {}) {
  const answer = await fetch(address + target, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'X-Twilio-Signature': signature ?? getExpectedTwilioSignature(token, publicAddress + target, fields),
      'I-Twilio-Idempotency-Token': fields.MessageSid,
    },
    body,
  });
  return { status: answer.status, type: answer.headers.get('content-type'), xml: await answer.text() };
}

// The texts in an answer: those with which the library writes the very same TwiML.
function texts(answer) {
  assert.equal(answer.status, 200);
  assert.match(answer.type, /^text\/xml/);
  const found = [...answer.xml.matchAll(/<Message(?: action="([^"]*)")?>([^<]*)<\/Message>/g)];
  const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const response = new twilio.twiml.MessagingResponse();
  for (const [, action, text] of found) {
    response.message(action ? { action: plain(action) } : {}, plain(text));
  }
  assert.equal(answer.xml, response.toString());
  return found.map(([, , text]) => plain(text));
}

const first = form('hes blue and wont wake up');
const answered = await post(first);
assert.match(texts(answered)[0], /^Call 911 now, on speaker\. /);
console.log('ok an emergency is answered in TwiML');

assert.equal((await post(first)).xml, answered.xml);
console.log('ok a retry gets the same TwiML');

assert.match(texts(await post(form('7')))[0], /push hard and fast/);
assert.equal(texts(await post(form('9 i have a vial and a needle'))).length, 3);
console.log('ok the steps go on');

for (const body of ['', ' no respira 😟 ', 'a&b=c+d', 'לא נושם', '\u0000\u0001', "it's <b>bad</b>", '%zz', 'é'.repeat(800)]) {
  assert.ok(texts(await post(form(body, { From: '+1617555' + String(1000 + sent) })))[0].length > 0);
}
assert.ok(texts(await post(form('x', { MediaUrl: ['b', 'a', 'b'], a: '1', B: '2', A: '3' })))[0].length > 0);
assert.ok(texts(await post(form('x'), { target: path + '?x=%2F&y=a%20b' }))[0].length > 0);
console.log('ok odd forms are signed as the library signs them');

const forged = await post(form('not breathing'), { signature: getExpectedTwilioSignature('other', publicAddress + path, form('not breathing')) });
assert.equal(forged.status, 403);
assert.equal(forged.xml, new twilio.twiml.MessagingResponse().toString());
console.log('ok a forgery is refused');

console.log('done');
