// The beat. Each beat's time is counted from the first, never from the last, so that it cannot drift. The sound is planned ahead on
// the audio clock, and the light follows the same clock; while the sound is off the audio hardware is left alone (a call may need it).
const AHEAD = 1.5, EVERY = 200;
// Hertz and seconds.
const TONES = { compressions: [880, .06], breaths: [440, .6] };
const calm = matchMedia('(prefers-reduced-motion: reduce)');

export class Beat {
  heard = false;
  #wanted = false;
  #pace = null;
  #light = null;
  #start = 0;
  #next = 0;
  #audio = null;
  #planned = new Set();
  #drawing = 0;

  // changed(): it can be heard now, or no more.
  constructor(changed) {
    this.changed = changed;
    setInterval(() => this.#plan(), EVERY);
  }

  is(pace) {
    return this.#pace?.kind === pace.kind && this.#pace.perMinute === pace.perMinute;
  }

  start(pace, light) {
    this.#pace = pace;
    this.#light = light;
    this.#start = this.#now();
    this.#next = 0;
    this.#cancel();
    this.#draw();
  }

  stop() {
    this.#pace = this.#light = null;
    this.#cancel();
    this.sound(false);
  }

  // iPhones let a page sound only after it was asked to within a tap: it is asked at each one, long before there is anything to hear.
  unlock() {
    const wanted = this.#wanted;
    if (this.#audio && !wanted) return;
    this.sound(true);
    if (!wanted) this.sound(false);
  }

  sound(on) {
    this.#wanted = on && Boolean(window.AudioContext);
    if (this.#wanted) {
      this.#audio ??= new AudioContext();
      this.#audio.onstatechange = () => this.#follow();
      this.#audio.resume().catch(() => {});
    } else {
      this.#cancel();
      this.#audio?.suspend();
    }
    this.#follow();
  }

  // Beats since the start, with its fraction.
  get #phase() {
    return (this.#now() - this.#start) * this.#pace.perMinute / 60;
  }

  // The audio clock stands still while it is suspended (no tap yet, a call came in): then the light goes by the page's own clock.
  #now() {
    return this.heard ? this.#audio.currentTime : performance.now() / 1000;
  }

  // From one clock to the other without a jump.
  #follow() {
    const heard = this.#wanted && this.#audio?.state === 'running';
    if (heard !== this.heard) {
      const since = this.#now() - this.#start;
      this.heard = heard;
      this.#start = this.#now() - since;
      this.#next = this.#pace ? Math.ceil(this.#phase) : 0;
      this.#plan();
    }
    this.changed();
  }

  #plan() {
    if (!this.#pace || !this.heard) return;
    for (;; this.#next++) {
      const at = this.#start + this.#next * 60 / this.#pace.perMinute;
      if (at > this.#audio.currentTime + AHEAD) return;
      // A page that was frozen for a while skips what is past.
      if (at >= this.#audio.currentTime - .02) this.#tone(at);
    }
  }

  #tone(at) {
    const [pitch, long] = TONES[this.#pace.kind] ?? TONES.compressions;
    const tone = this.#audio.createOscillator(), loud = this.#audio.createGain();
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(.6, at);
    loud.gain.exponentialRampToValueAtTime(.001, at + long);
    tone.connect(loud).connect(this.#audio.destination);
    tone.start(at);
    tone.stop(at + 1);
    tone.onended = () => this.#planned.delete(tone);
    this.#planned.add(tone);
  }

  #cancel() {
    for (const tone of this.#planned) tone.stop();
    this.#planned.clear();
  }

  // Not at every frame and not in every shade: the battery has to last.
  #draw() {
    clearTimeout(this.#drawing);
    const light = this.#light;
    if (!light) return;
    const late = this.heard ? (this.#audio.outputLatency || 0) * this.#pace.perMinute / 60 : 0;
    const phase = Math.max(0, this.#phase - late), part = phase % 1;
    light.dataset.beat = Math.floor(phase);
    if (calm.matches) light.className = part < .35 ? 'on' : '';
    else light.style.setProperty('--p', ((1 - part) ** 2).toFixed(1));
    this.#drawing = setTimeout(() => this.#draw(), 30);
  }
}
