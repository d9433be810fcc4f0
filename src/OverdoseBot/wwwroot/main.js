// Puts the parts together: what comes in is shown, what is tapped goes out. Everything is loaded with the first flight: the beat must
// be there when the network is not.
import { Aids } from './aids.js';
import { Chat } from './chat.js';
import { Line } from './line.js';
import { memory } from './memory.js';
import { Outbox } from './outbox.js';
import { phone, read, write } from './store.js';
import { announce, byId, make, openChoices, showBanner, showBefore, showBeside, showMine, showNow, startTurn } from './view.js';
import { Watch } from './watch.js';
import { page, say } from './words.js';

const chat = new Chat();
// The chat had to start again, and the person has said nothing since.
let again = false;
const outbox = new Outbox(memory, () => showMine(chat.mine, outbox.waiting));
const line = new Line(memory, { locale: page.lang, region: page.region }, {
  take,
  sign: date => {
    chat.heardAt(date);
    watch.sign();
    flush();
  },
  fail: () => watch.fail(),
  joined: anew => {
    if (anew) {
      again = true;
      chat.again();
      news();
    }
    aids.fetchPictures();
    outbox.resend();
    flush();
  },
});
const watch = new Watch(outbox, down => {
  byId('steps').hidden = !down && chat.now !== undefined;
  news();
  if (down) {
    announce(say('down'));
    openChoices();
  } else line.check();
});
const aids = new Aids(() => chat.serverTime, dueWithoutService);

// What the person must know of the chat itself.
function news() {
  showBanner(watch.down ? say('down') : again ? say('again') : null);
}

function flush() {
  outbox.flush(activity => line.post(activity));
}

// Later: no help hangs on scores or on a calendar.
let loading;
const withExtras = use => (loading ??= import('./drill.js').then(m => m.extras({ byId, make, page, phone, read, say, write }))).then(use, () => loading = null);

function take(activities) {
  for (const { channelData, from } of activities) {
    outbox.echoed(channelData?.clientActivityID);
    const drill = channelData?.guide?.drill;
    if (from?.role === 'bot' && drill?.score) withExtras(extras => extras.keep(drill));
  }
  const said = chat.take(activities);
  showMine(chat.mine, outbox.waiting);
  // What is spoken last stays: the step.
  const beside = chat.beside;
  if (showBeside(beside)) {
    const { texts, lang } = beside.at(-1);
    announce(texts[0], lang);
    aids.read(texts[0], lang, true);
  }
  if (said && chat.now) show(chat.now);
}

function show(turn) {
  // The greeting is on the screen before the connection stands: it is not said a second time.
  const greeting = turn.guide?.step === page.start.step && chat.turns.length === 1;
  const fresh = showNow(turn, tapped);
  byId('steps').hidden = !watch.down;
  showBefore(chat.turns, turn);
  aids.show(turn.guide);
  byId('practice').hidden = turn.guide?.kind !== 'drill';
  byId('practice').textContent = say('drill.practice');
  byId('score').hidden = true;
  if (turn.drill?.score) withExtras(extras => chat.now === turn && extras.show(turn.drill));
  if (fresh && turn.files) withExtras(extras => chat.now === turn && extras.offerFile(turn.files));
  if (!fresh || (greeting && !again)) return;
  news();
  const text = (again ? [say('again'), ...turn.texts] : turn.texts).join(' ');
  announce(text, turn.lang);
  aids.read(text, turn.lang);
}

// The hand-over tells the crew times as the clock on their wall shows them.
function wallTime() {
  const now = new Date(), [, hours, minutes] = String(now).match(/GMT(...)(..)/);
  return `${new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, -1)}${hours}:${minutes}`;
}

function post(activity) {
  outbox.add({ locale: page.lang, localTimestamp: wallTime(), ...activity });
  flush();
}

// A clock is due and the service does not speak: the page says what the script would have asked.
function dueWithoutService(text) {
  if (!watch.down) {
    line.check();
    return false;
  }
  showBanner(text);
  announce(text);
  aids.read(text);
  return true;
}

// Always within a tap or a key: that opens the way for the sound.
function tell(text, more) {
  again = false;
  aids.unlock();
  post({ type: 'message', text, textFormat: 'plain', ...more });
}

function tapped({ title, text, displayText, value }) {
  tell(text ?? title, { value, channelData: { messageBack: { displayText: displayText ?? title } } });
}

byId('bar').onsubmit = event => {
  event.preventDefault();
  const text = byId('text').value.trim();
  byId('text').value = '';
  // The keyboard of a phone would cover the answer.
  if (matchMedia('(pointer: coarse)').matches) byId('text').blur();
  if (text) tell(text);
};
byId('worse').onclick = () => tell(say('worse-says'));
byId('crew').onclick = () => tell(say('crew-says'));

// The tap dials; the bot is told, so that it does not talk into the first minute of the call.
// Where nobody knows the number, the button only leads to the list of them.
document.addEventListener('click', event => {
  const to = event.target.closest?.('#call, #numbers a')?.getAttribute('href');
  if (!to?.startsWith('tel:')) return;
  post({ type: 'event', name: 'call-tapped', value: to.replace('tel:', '') });
  aids.hush();
});

// Nothing of the chat is seen any more, and nothing that is still on its way is kept.
function close() {
  document.body.className = 'away';
  line.leave();
  byId('aloud').checked = false;
  aids.show();
  aids.hush();
  memory.close();
}

byId('leave').onclick = event => {
  event.preventDefault();
  close();
  memory.forget();
  location.replace(byId('leave').href);
};

// iPhones speak only after they were asked to within a tap: the step on the screen, at once. Unticked, they fall silent.
byId('aloud').onchange = () => {
  const { texts, lang } = chat.now ?? startTurn();
  aids.read(texts.join(' '), lang);
};

byId('keep').checked = memory.kept;
byId('keep').onchange = () => memory.kept = byId('keep').checked;

// Back from the call, from sleep, from another page: the step that holds now, at once.
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && line.check());
addEventListener('online', () => line.check());
addEventListener('pagehide', () => {
  document.body.className = 'away';
  line.stop();
});
// Brought back as it was, with the chat that it had: another page may have left that meanwhile, or begun another.
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  if (line.id === memory.chat?.id && outbox.waiting.length <= memory.unsent.length) {
    document.body.className = '';
    line.run();
  } else {
    close();
    location.reload();
  }
});

// An iPhone's keyboard covers the page and does not make it smaller: the call button would be pushed off the screen. While somebody zooms, and where the page
// scrolls as one, the page is left alone.
const seen = window.visualViewport, low = matchMedia('(max-height: 30rem)');
seen?.addEventListener('resize', () => {
  const covered = seen.scale < 1.01 && seen.height < document.documentElement.clientHeight - 9 && !low.matches;
  document.body.style.height = covered ? `${seen.height}px` : '';
  if (covered) scrollTo(0, 0);
});

// Another country or language was chosen on the page: a chat that is under way goes on in it. Only what was chosen is told: where they
// are and what they speak they may have said in the chat meanwhile.
const place = { region: page.region, language: page.lang }, asked = new URLSearchParams(location.search);
const chosen = Object.entries(place).filter(([name, value]) => asked.has(name) && memory.place?.[name] !== value);
if (memory.chat?.id && chosen.length) post({ type: 'event', name: 'set', value: Object.fromEntries(chosen) });
if (!memory.chat?.id || chosen.length) memory.place = place;

byId('bar').hidden = byId('options').hidden = false;
// Without script nothing in it could take the focus for scrolling by keyboard; now its buttons can.
document.querySelector('main').removeAttribute('tabindex');
// Someone who comes back to a chat waits for its step; the first question would be the wrong one.
if (!memory.chat?.id) showNow(startTurn(), tapped);
showMine(chat.mine, outbox.waiting);
setInterval(() => outbox.waiting.length && showMine(chat.mine, outbox.waiting), 1000);
line.run();
