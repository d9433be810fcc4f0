// The chat as turns: what came in, once each and in order. A turn of the bot may be several cards; only its last has choices.
const SAME_TURN = 300;

export class Chat {
  turns = [];
  #seen = new Set();
  #ahead = null;

  // True when something new was said.
  take(activities) {
    let said = false;
    for (const activity of activities) {
      if (this.#seen.has(activity.id)) continue;
      this.#seen.add(activity.id);
      this.heardAt(Date.parse(activity.timestamp));
      if (activity.type !== 'message' || !activity.text) continue;
      this.#add(activity);
      said = true;
    }
    return said;
  }

  // The newest thing the bot said of the steps.
  get now() {
    return this.turns.findLast(t => !t.mine && !t.beside);
  }

  // The newest words of a person who joined, about them, or that offer one unasked: they take nothing of the step off the screen. An offer, and
  // that nobody is there, is news only once.
  get beside() {
    const all = this.turns.filter(t => t.beside), last = all.at(-1);
    if (!last?.over) return all.slice(-2);
    return this.turns.indexOf(this.now) > this.turns.indexOf(last) ? [] : [last];
  }

  get mine() {
    return this.turns.findLast(t => t.mine);
  }

  // A phone's clock may be wrong. Every time stamp was written before it arrived, so the one furthest ahead is nearest the truth.
  heardAt(stamp) {
    if (stamp) this.#ahead = Math.max(this.#ahead ?? -Infinity, stamp - Date.now());
  }

  get serverTime() {
    return Date.now() + this.#ahead;
  }

  // A conversation that had to begin anew: what was said stays to be read, its buttons do not.
  again() {
    this.#seen.clear();
  }

  #add(activity) {
    const mine = activity.from?.role !== 'bot';
    const at = Date.parse(activity.timestamp), last = this.turns.at(-1);
    const guide = activity.channelData?.guide, over = guide?.offer || /failed|completed/.test(guide?.handoff);
    const beside = !mine && (guide?.person || guide?.handoff || over);
    const text = guide?.person ? `${guide.person}: ${activity.text}` : activity.text;
    const newest = { choices: activity.suggestedActions?.actions ?? [], files: activity.attachments, lang: activity.locale, at };
    if (!mine && !beside && last && !last.mine && !last.beside && at - last.at < SAME_TURN) {
      last.texts.push(text);
      Object.assign(last, newest, { guide: guide ?? last.guide, drill: guide?.drill ?? last.drill });
      return;
    }
    this.turns.push({ id: activity.id, mine, beside, over, texts: [text], guide, drill: guide?.drill, ...newest });
  }
}
