// What helps hands that are busy: the beat, the clock, a screen that stays on, a voice, pictures.
import { Beat } from './beat.js';
import { keepAwake } from './awake.js';
import { byId } from './view.js';
import { page, say } from './words.js';

const CLOCK_GRACE = 3000, ASK_AGAIN = 2000;

export class Aids {
  #beat = new Beat(() => this.#labelSound());
  #clock = null;
  #told = null;
  #asked = 0;
  #hushed = false;

  // due(text): true when the page told it itself.
  constructor(time, due) {
    this.time = time;
    this.due = due;
    byId('sound').onclick = () => this.#beat.sound(!this.#beat.heard);
    setInterval(() => this.#tick(), 250);
  }

  // Once the chat stands: they must be there when the network is not.
  fetchPictures() {
    for (const name of Object.keys(page.words).filter(n => n.startsWith('picture.'))) {
      new Image().src = new URL(`pictures/${say(name)}.svg`, import.meta.url);
    }
    this.fetchPictures = () => {};
  }

  show(guide) {
    this.#clock = guide?.clock ?? null;
    byId('aid').hidden = !this.#clock && !guide?.pace;
    byId('clock').hidden = !this.#clock;
    this.#showBeat(guide?.pace);
    this.#tick();
    keepAwake(!byId('aid').hidden);
  }

  // On a call the speaker belongs to the dispatcher, and whoever leaves wants silence.
  hush() {
    this.#hushed = true;
    this.#beat.sound(false);
    window.speechSynthesis?.cancel();
  }

  // The person tapped: a beat that comes later may begin by itself.
  unlock() {
    if (!this.#hushed) this.#beat.unlock();
  }

  // In the language of the words, which may be another than the page's. A step is read at once; what is beside it waits till it is read.
  read(text, lang, waits) {
    const voice = window.speechSynthesis;
    if (!waits) voice?.cancel();
    if (byId('aloud').checked) voice?.speak(Object.assign(new SpeechSynthesisUtterance(text), { lang: lang ?? page.lang }));
  }

  #showBeat(pace) {
    for (const id of ['light', 'beat', 'sound']) byId(id).hidden = !pace;
    if (!pace) {
      this.#beat.stop();
      return;
    }
    if (this.#beat.is(pace)) return;
    byId('beat').textContent = say(`beat-${pace.kind}`, { rate: pace.perMinute });
    this.#beat.start(pace, byId('light'));
    this.#beat.sound(!this.#hushed);
  }

  #labelSound() {
    byId('sound').textContent = say(this.#beat.heard ? 'sound-off' : 'sound-on');
  }

  #tick() {
    if (!this.#clock) return;
    const p = byId('clock');
    const left = Date.parse(this.#clock.due) - this.time();
    const seconds = Math.max(0, Math.ceil(left / 1000));
    const text = seconds > 0
      ? say('clock', { left: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` })
      : say('clock-due');
    if (p.textContent !== text) p.textContent = text;
    // The service tells when it is time. If it cannot, the page does, in the script's own words.
    if (left < -CLOCK_GRACE && this.#told !== this.#clock.due && Date.now() - this.#asked > ASK_AGAIN) {
      this.#asked = Date.now();
      if (this.due(page.clocks[this.#clock.name] ?? say('clock-due'))) this.#told = this.#clock.due;
    }
  }
}
