// What is on the screen: the newest action large, older ones quiet below it.
import { has, page, say } from './words.js';

export const byId = id => document.getElementById(id);

export const make = (tag, text, props = {}) => Object.assign(document.createElement(tag), { textContent: text ?? '' }, props);

// One sentence a line: a frightened reader does not find a place in a block of text. A lone word ("Good.") goes with the next, and
// "EE. UU." is no end. PageHtml.cs does the same with the first words.
const sentences = text => {
  const p = make('p');
  let line = '';
  for (const part of text.split(/([.?!]["”]?)\s+(?![A-Z]{2,}\.)/)) {
    line += /^[.?!]/.test(part) && line ? part : (line && ' ') + part;
    if (!/[.?!]["”]?$/.test(line) || !line.includes(' ')) continue;
    p.append(make('span', line));
    line = '';
  }
  if (line) p.append(make('span', line));
  if (text.endsWith('?')) p.lastChild.className = 'ask';
  return p;
};

const FIRST = 'first';
let shown = '', emergency = page.emergency;

const langOf = turn => turn.lang ?? page.lang;

// Shows the newest turn. True when it was not yet on the screen.
export function showNow(turn, tapped) {
  const text = turn.texts.join(' ');
  const key = `${turn.id} ${text}`;
  // The greeting was on the screen before the connection stood; a button may be under the finger, so it is not drawn again.
  const same = shown === key || shown === `${FIRST} ${text}`;
  shown = key;
  if (same) return false;
  const hadFocus = byId('choices').contains(document.activeElement);
  byId('said').replaceChildren(...turn.texts.map(sentences));
  byId('said').lang = byId('choices').lang = langOf(turn);
  byId('choices').replaceChildren(...turn.choices.map(c => choice(c, tapped)), ...lines(turn.guide?.line));
  picture(turn.guide?.step);
  callButton(turn.guide);
  offer(langOf(turn));
  byId('steps').hidden = true;
  document.querySelector('main').scrollTop = 0;
  if (document.documentElement.scrollTop > 0 && document.activeElement !== byId('text')) scrollTo(0, 0);
  // The button that had the focus is gone; typing is never interrupted.
  if (hadFocus) byId('now').focus({ preventScroll: true });
  return true;
}

function choice(action, tapped) {
  if (action.type === 'openUrl') return opens(action);
  const button = make('button', action.title, { type: 'button' });
  button.onclick = () => {
    byId('now').focus({ preventScroll: true });
    closeChoices();
    tapped(action);
  };
  return button;
}

// A page of the service, beside the chat. No other address is opened.
function opens({ title, value }) {
  const to = new URL(value, location);
  return /^https?:$/.test(to.protocol) ? make('a', title, { href: to, target: '_blank', rel: 'noopener' }) : make('span');
}

export function closeChoices() {
  for (const button of byId('choices').querySelectorAll('button')) button.disabled = true;
}

export function openChoices() {
  for (const button of byId('choices').querySelectorAll('button')) button.disabled = false;
}

const lines = line => !line ? [] : [
  line.call && make('a', say('line-call', { name: line.name, number: line.call }), { href: `tel:${line.call}` }),
  line.text && make('a', say('line-text', { name: line.name, number: line.text }), { href: `sms:${line.text}` }),
].filter(Boolean);

function picture(step) {
  const image = byId('picture'), name = `picture.${step}`;
  image.hidden = !has(name);
  if (!has(name)) return;
  const which = say(name);
  image.src = new URL(`pictures/${which}.svg`, import.meta.url);
  image.alt = say(`shows.${which}`);
}

// The number comes from the region of the conversation. In a drill the button says that it is real.
function callButton(guide) {
  if (!guide?.call) return;
  const call = byId('call'), dial = `tel:${guide.call}`;
  call.dataset.plain ||= call.textContent;
  const text = (guide.kind === 'drill' ? say('drill.call') : call.dataset.plain).replaceAll(page.emergency, guide.call);
  if (call.textContent !== text) call.textContent = text;
  if (call.getAttribute('href') === dial) return;
  call.href = dial;
  // The steps that stand there without a network say it too.
  for (const line of document.querySelectorAll('#steps li, footer p:first-child')) line.textContent = line.textContent.replaceAll(emergency, guide.call);
  emergency = guide.call;
}

// Whoever writes in another language is answered in it; the rest of the page can follow.
function offer(lang) {
  const other = byId('other'), name = document.querySelector(`#place option[value="${lang}"]`);
  other.hidden = lang === page.lang || !name;
  if (other.hidden) return;
  Object.assign(other, { lang, textContent: name.textContent, href: `/?${new URLSearchParams({ region: page.region, language: lang })}` });
}

// The person's last words, and those that still wait for the network.
export function showMine(last, waiting) {
  const mine = waiting.filter(p => p.activity.text);
  const texts = mine.length
    ? mine.map(p => say(p.refused ? 'refused' : Date.now() - p.since > 1500 ? 'unsent' : 'you', { said: p.activity.text }))
    : last ? [say('you', { said: last.texts[0] })] : [];
  byId('you').replaceChildren(...texts.map(t => make('span', t)));
}

let besides = '';

// A person who joined, beside the step. True when the newest was not yet on the screen.
export function showBeside(turns) {
  const newest = turns.at(-1), person = byId('person'), key = newest?.id ?? '';
  if (besides === key) return false;
  besides = key;
  person.hidden = !newest;
  person.replaceChildren(...turns.map(t => make('span', t.texts[0], { lang: langOf(t) })), ...lines(newest?.guide?.line));
  return Boolean(newest);
}

export function showBefore(turns, now) {
  const older = turns.slice(0, turns.indexOf(now));
  byId('before').hidden = older.length === 0;
  const log = byId('log');
  // Newest first, so only what is new is put in front.
  for (const turn of older.slice(log.childElementCount)) {
    log.prepend(turn.mine
      ? make('li', say('you', { said: turn.texts[0] }), { className: 'mine' })
      : make('li', turn.texts.join(' '), { lang: langOf(turn) }));
  }
}

// The one live region: it speaks the new action once, at once.
export function announce(text, lang = page.lang) {
  byId('speak').lang = lang;
  byId('speak').textContent = '';
  requestAnimationFrame(() => byId('speak').textContent = text);
}

export function showBanner(text) {
  byId('banner').hidden = !text;
  byId('banner').textContent = text ?? '';
}

export const startTurn = () => ({
  id: FIRST,
  texts: [page.start.text],
  choices: page.start.choices.map(c => ({ title: c.title, text: c.title, value: { step: page.start.step, answer: c.answer } })),
  guide: { step: page.start.step },
});
