// What no emergency waits for, loaded when it comes, with the page's own tools: the scores of drills, which stay on this device to be compared with the next
// time, and a file for the calendar.
export function extras({ byId, make, page, phone, read, say, write }) {
  const KEY = 'drills', MOST = 20;
  document.head.append(make('link', '', { rel: 'stylesheet', href: new URL('drill.css', import.meta.url) }));

  const isScore = s => typeof s?.at === 'string' && Number.isInteger(s.right) && Number.isInteger(s.of) && Array.isArray(s.goals);

  const scores = () => {
    const kept = read(phone, KEY);
    return Array.isArray(kept) ? kept.filter(s => isScore(s) && typeof s.scenario === 'string') : [];
  };

  // A page that is loaded again hears the chat again: the same drill counts once.
  function keep(drill) {
    if (!isScore(drill?.score) || typeof drill.scenario !== 'string') return;
    const { scenario, score } = drill, all = scores();
    if (!forgotten.has(score.at) && !all.some(s => s.at === score.at && s.scenario === scenario)) write(phone, KEY, [...all, { scenario, ...score }].slice(-MOST));
  }

  function show(drill) {
    byId('score').hidden = !isScore(drill.score);
    if (isScore(drill.score)) showScore(drill);
  }

  // What was deleted is not kept again while its drill is still in the chat.
  const forgotten = new Set();

  function showScore({ scenario, score }) {
    const before = scores().filter(s => s.scenario === scenario && s.at < score.at).at(-1);
    byId('score').replaceChildren(
      make('h2', say('drill.score', score)),
      before
        ? make('p', say('drill.last', { right: before.right, of: before.of, date: new Date(before.at).toLocaleDateString(page.lang) }))
        : make('p', say('drill.first')),
      goals(score, before),
      make('p', say('drill.kept')),
      remover());
  }

  function goals(score, before) {
    const list = make('ul');
    for (const goal of score.goals) {
      const last = before?.goals.find(g => g?.name === goal?.name);
      const line = make('li', '', { className: goal?.met ? 'met' : 'missed' });
      line.append(make('b', String(goal?.label ?? goal?.name)), ` ${result(goal)}`);
      if (last) line.append(make('span', say('drill.before', { what: result(last) })));
      list.append(line);
    }
    return list;
  }

  const result = goal => [
    say(goal?.met ? 'drill.met' : 'drill.missed'),
    Number.isFinite(goal?.seconds) && say('drill.seconds', { seconds: Math.round(goal.seconds) }),
  ].filter(Boolean).join(', ');

  function remover() {
    const button = make('button', say('drill.delete'), { type: 'button', id: 'score-delete' });
    button.onclick = () => {
      for (const { at } of scores()) forgotten.add(at);
      write(phone, KEY, null);
      byId('score').replaceChildren(make('p', say('drill.deleted')));
      byId('now').focus({ preventScroll: true });
    };
    return button;
  }

  // It comes within the message: nobody else is asked for it. A blob, because phones open one in their calendar and not every one opens a data address.
  // Below the buttons, because one of them may be under the finger by now.
  function offerFile(attachments) {
    const file = attachments.find(a => a.contentType === 'text/calendar' && a.contentUrl?.startsWith('data:text/calendar;'));
    if (!file || byId('choices').querySelector('[download]')) return;
    const bytes = Uint8Array.from(atob(file.contentUrl.split(',')[1]), c => c.charCodeAt(0));
    byId('choices').append(make('a', say('file'), { href: URL.createObjectURL(new Blob([bytes], { type: file.contentType })), download: file.name }));
  }

  return { keep, offerFile, show };
}
