// What helps hands that are busy: the beat, the clock, a screen that stays on, a voice, pictures.
import { Beat } from './beat.js';
import { keepAwake } from './awake.js';
import { byId } from './view.js';
import { page, say } from './words.js';

const CLOCK_GRACE = 3000;

export class Aids {
  #beat = new Beat(() => this.#labelSound());
  #clock = null;
  #told = null;
  #calling = false;

  constructor(time, due) {
    this.time = time;
    this.due = due;
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
    this.#showBeat(guide?.pace);
    this.#showClock();
    keepAwake(Boolean(this.#clock ?? guide?.pace));
  }

  // On a call the speaker belongs to the dispatcher.
  called() {
    this.#calling = true;
    this.#beat.sound(false);
  }

  read(text) {
    if (!byId('aloud').checked || !window.speechSynthesis) return;
    speechSynthesis.cancel();
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(text), { lang: page.lang }));
  }

  #showBeat(pace) {
    if (!pace) {
      this.#beat.stop();
      byId('beat')?.remove();
      return;
    }
    if (this.#beat.is(pace)) return;
    byId('beat')?.remove();
    const row = document.createElement('div'), light = document.createElement('i'), label = document.createElement('span'), button = document.createElement('button');
    row.id = 'beat';
    label.textContent = say(`beat-${pace.kind}`, { rate: pace.perMinute });
    button.type = 'button';
    button.id = 'sound';
    button.onclick = () => this.#beat.sound(!this.#beat.heard);
    row.append(light, label, button);
    byId('aid').append(row);
    this.#beat.start(pace, light);
    this.#beat.sound(!this.#calling);
  }

  #labelSound() {
    const button = byId('sound');
    if (button) button.textContent = say(this.#beat.heard ? 'sound-off' : 'sound-on');
  }

  #showClock() {
    byId('clock')?.remove();
    if (!this.#clock) return;
    const p = document.createElement('p');
    p.id = 'clock';
    p.role = 'timer';
    byId('aid').append(p);
    this.#tick();
  }

  #tick() {
    const p = byId('clock');
    if (!p || !this.#clock) return;
    const left = Date.parse(this.#clock.due) - this.time();
    const seconds = Math.max(0, Math.ceil(left / 1000));
    const text = seconds > 0
      ? say('clock', { left: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` })
      : say('clock-due');
    if (p.textContent !== text) p.textContent = text;
    // The service tells when it is time. If it cannot, the page does, in the script's own words.
    if (left < -CLOCK_GRACE && this.#told !== this.#clock.due) {
      this.#told = this.#clock.due;
      this.due(page.clocks[this.#clock.name] ?? say('clock-due'));
    }
  }
}
