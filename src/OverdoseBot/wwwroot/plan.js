// The household plan: one question at a time, then the sheet. Answers are kept in this browser only; nothing here asks the network for anything.
import { phone, read, write } from './store.js';

const KEY = 'plan', LONG = 1100, LONGER = 2000;
const byId = id => document.getElementById(id);
const questions = [...document.querySelectorAll('.q')];
const field = question => question.querySelector('textarea');
const names = questions.map(q => field(q).name);

// {answers: {home: '…'}, at: the question that stands on the screen; behind the last one it is the sheet}
let plan = { answers: {}, at: 0 };

function keep() {
  write(phone, KEY, plan);
}

// What an older page or somebody's hand left there is taken only where it is text.
function remember() {
  const kept = read(phone, KEY);
  for (const name of names) {
    const answer = kept?.answers?.[name];
    if (typeof answer === 'string') plan.answers[name] = answer;
  }
  if (Number.isInteger(kept?.at)) plan.at = Math.min(Math.max(kept.at, 0), questions.length);
}

function show(focus) {
  const asking = plan.at < questions.length;
  byId('ask').hidden = !asking;
  byId('sheet').hidden = byId('tools').hidden = asking;
  byId('gone').hidden = true;
  for (const [i, question] of questions.entries()) question.hidden = i !== plan.at;
  fill();
  if (asking) ask();
  scrollTo(0, 0);
  if (focus) (asking ? field(questions[plan.at]) : byId('title')).focus();
}

function ask() {
  const at = byId('at'), last = plan.at === questions.length - 1;
  at.textContent = at.dataset.text.replace('{at}', plan.at + 1).replace('{of}', questions.length);
  byId('progress').value = plan.at + 1;
  byId('back').hidden = plan.at === 0;
  byId('next').textContent = byId('next').dataset[last ? 'finish' : 'next'];
}

// As text, whatever it holds.
function fill() {
  let letters = 0;
  for (const name of names) {
    const answer = (plan.answers[name] ?? '').trim(), shown = byId(`is-${name}`);
    shown.textContent = answer;
    shown.classList.toggle('blank', !answer);
    letters += answer.length;
  }
  // More words get smaller letters: it must stay one sheet.
  document.body.classList.toggle('long', letters > LONG);
  document.body.classList.toggle('longer', letters > LONGER);
}

function go(to) {
  plan.at = to;
  keep();
  show(true);
}

function restore() {
  for (const question of questions) field(question).value = plan.answers[field(question).name] ?? '';
}

for (const question of questions) {
  field(question).oninput = ({ target }) => {
    plan.answers[target.name] = target.value;
    keep();
  };
}
byId('ask').onsubmit = event => {
  event.preventDefault();
  go(plan.at + 1);
};
byId('skip').onclick = () => {
  delete plan.answers[names[plan.at]];
  field(questions[plan.at]).value = '';
  go(plan.at + 1);
};
byId('back').onclick = () => go(plan.at - 1);
byId('change').onclick = () => go(0);
byId('print').onclick = () => print();
byId('delete').onclick = () => {
  if (!confirm(byId('delete').dataset.sure)) return;
  plan = { answers: {}, at: 0 };
  write(phone, KEY, null);
  restore();
  show(false);
  byId('gone').hidden = false;
  byId('gone').focus();
};

// What is stored counts, without the network.
function load() {
  plan = { answers: {}, at: 0 };
  remember();
  restore();
  show(false);
}

const typing = () => document.hasFocus() && questions.some(q => field(q) === document.activeElement);

// A page that Back brings from the browser's memory, or a second tab, must not keep or write back a plan that was deleted.
addEventListener('pageshow', ({ persisted }) => persisted && load());
addEventListener('storage', ({ key, newValue }) => {
  if ((key === KEY || key === null) && (newValue === null || !typing())) load();
});
// The browser's own Print can come in the middle of an answer.
addEventListener('beforeprint', fill);

byId('pen').hidden = true;
load();
