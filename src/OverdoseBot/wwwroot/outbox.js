// Taps and words that the service has not yet echoed, in order. Each has an id of its own, by which the service knows a second
// sending, so nothing is lost and nothing counts twice.
const RETRY = 2000, ECHO = 3000;

export class Outbox {
  #memory;
  #posts;
  #busy = false;
  #again = 0;

  constructor(memory, changed) {
    this.#memory = memory;
    this.#posts = memory.unsent;
    this.changed = changed;
  }

  get waiting() {
    return this.#posts;
  }

  add(activity) {
    const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
    activity.channelData = { ...activity.channelData, clientActivityID: id };
    // What was refused stands on the screen till the person says it in other words.
    this.#posts = this.#posts.filter(p => !p.refused);
    this.#posts.push({ id, activity, since: Date.now() });
    this.#keep();
  }

  // One at a time: the order of what happened to a person matters. What the network swallowed stays for the next time.
  async flush(send) {
    if (this.#busy) return;
    this.#busy = true;
    clearTimeout(this.#again);
    try {
      for (let post; (post = this.#posts.find(p => !p.sent && !p.refused));) {
        const answer = await send(post.activity);
        if (answer === 'later') {
          this.#again = setTimeout(() => this.flush(send), RETRY);
          break;
        }
        post[answer] = true;
        this.#keep();
      }
    } finally {
      this.#busy = false;
    }
  }

  // After a break the echo of what was sent may have been lost with the post itself.
  resend() {
    for (const post of this.#posts) if (Date.now() - post.since > ECHO) post.sent = false;
  }

  echoed(id) {
    const left = this.#posts.filter(p => p.id !== id);
    if (left.length < this.#posts.length) {
      this.#posts = left;
      this.#keep();
    }
  }

  // The oldest post that still has no echo: how long the person has waited for a sign.
  get oldest() {
    return this.#posts.find(p => !p.refused)?.since ?? Infinity;
  }

  #keep() {
    this.#memory.unsent = this.#posts;
    this.changed();
  }
}
