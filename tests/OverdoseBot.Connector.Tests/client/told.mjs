// What the scripts say to the test: a line for each step, and what they ask of it.
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

export const ok = step => console.log(`ok ${step}`);

export function fail(why) {
  console.log(`failed: ${why}`);
  process.exit(1);
}

process.on('uncaughtException', error => fail(error.stack));
process.on('unhandledRejection', error => fail(error?.stack ?? error));

/** Asks the test for something and waits until it is done. */
export async function ask(what) {
  console.log(what);
  await lines.next();
}

export function check(what, holds, seen) {
  if (!holds) fail(`${what}: ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`);
}

export async function until(what, found, seconds = 40) {
  for (let i = 0; i < seconds * 50; i++) {
    const value = found();
    if (value) return value;
    await new Promise(done => setTimeout(done, 20));
  }
  return fail(`no ${what} in ${seconds} s`);
}
