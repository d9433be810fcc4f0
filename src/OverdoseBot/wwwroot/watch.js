// The watchdog: a dead chat must never look alive. It asks every second when the service last gave a sign.
const LOOK = 1000, FAILING = 4000, SILENT = 28000, UNECHOED = 7000;

export class Watch {
  #sign = Date.now();
  #failing = 0;
  #down = null;
  #looked = Date.now();

  constructor(outbox, changed) {
    this.outbox = outbox;
    this.changed = changed;
    setInterval(() => this.look(), LOOK);
    for (const event of ['online', 'offline']) addEventListener(event, () => this.look());
  }

  sign() {
    this.#sign = Date.now();
    this.#failing = 0;
    this.look();
  }

  fail() {
    this.#failing ||= Date.now();
    this.look();
  }

  get down() {
    return this.#down === true;
  }

  look() {
    const now = Date.now();
    // The phone slept: what it did not hear meanwhile proves nothing. The service gets as long as after a failure, no longer.
    if (now - this.#looked > 3 * LOOK) this.#sign = Math.max(this.#sign, now - SILENT + FAILING);
    this.#looked = now;
    const down = navigator.onLine === false
      || (this.#failing > 0 && now - this.#failing > FAILING)
      || now - this.#sign > SILENT
      || now - this.outbox.oldest > UNECHOED;
    if (down !== this.#down) {
      this.#down = down;
      this.changed(down);
    }
  }
}
