// Twilio's own library in front of the loopback Messages API: what it reads there, the service was answered with; and what the service sent is a message to it.
// node api.mjs ADDRESS ACCOUNT TOKEN
import assert from 'node:assert/strict';
import twilio from 'twilio';

const [address, account, token] = process.argv.slice(2);

class Loopback extends twilio.RequestClient {
  request(options) {
    return super.request({ ...options, uri: options.uri.replace('https://api.twilio.com', address) });
  }
}

const client = twilio(account, token, { httpClient: new Loopback() });

const [sent] = await client.messages.list({ limit: 1 });
assert.match(sent.sid, /^SM[0-9a-f]{32}$/);
assert.equal(sent.direction, 'outbound-api');
assert.ok(sent.dateCreated instanceof Date && !Number.isNaN(sent.dateCreated.getTime()));
console.log('sent ' + JSON.stringify({ to: sent.to, from: sent.from, body: sent.body, segments: sent.numSegments }));

const made = await client.messages.create({ to: '+16175550155', from: '+15551230002', body: 'x', validityPeriod: 120 });
assert.equal(made.status, 'queued');
assert.equal(made.accountSid, account);
console.log('ok made');

for (let i = 0; i < 3; i++) {
  try {
    await client.messages.create({ to: '+16175550155', from: '+15551230002', body: 'x' });
    assert.fail('refused by the loopback');
  } catch (error) {
    console.log(`error ${error.status} ${error.code}`);
  }
}

console.log('done');
