// Puts Web Chat on this page and watches over it. Web Chat can be dead and say "Connected", gives up for good after some errors, and has no way of its own
// around a proxy that blocks WebSockets; so this page begins it anew where it was, and says when there is no connection. The call button and the first steps
// need neither.
'use strict';

(() => {
  const { service, region } = document.body.dataset;
  const domain = `${service}/v3/directline`;
  const locale = document.documentElement.lang;
  const [call, banner, place] = ['call', 'banner', 'chat'].map(id => document.getElementById(id));
  const kept = 'overdosebot'; // This tab's token: a reload goes on with the same chat.
  const troubles = new Set();
  let store = null;
  let polls = false;

  const wait = seconds => new Promise(done => setTimeout(done, seconds * 1000));

  function trouble(name, there) {
    troubles[there ? 'add' : 'delete'](name);
    banner.hidden = troubles.size === 0;
  }

  const post = (path, token) => fetch(domain + path, {
    method: 'POST', headers: token ? { Authorization: `Bearer ${token}` } : {}, signal: AbortSignal.timeout(10_000),
  });

  // Where the browser refuses storage a reload begins a new chat, and all else works the same.
  let token = null;
  try {
    token = sessionStorage.getItem(kept);
  } catch {
    // Refused.
  }

  function keep(given) {
    token = given;
    try {
      sessionStorage.setItem(kept, given ?? '');
    } catch {
      // Refused.
    }
  }

  // The chat of this tab, or a new one. Somebody needs it: this never gives up.
  async function opening() {
    for (;;) {
      try {
        const old = token;
        const answer = await post(old ? '/tokens/refresh' : '/tokens/generate', old);
        if (answer.ok) {
          trouble('opening', false);
          return { ...await answer.json(), resumed: Boolean(old) };
        }

        if (old && (answer.status === 401 || answer.status === 403)) {
          keep(null);
          continue;
        }
      } catch {
        // No connection.
      }

      trouble('opening', true);
      await wait(3);
    }
  }

  async function mount() {
    const { token: given, conversationId, resumed } = await opening();
    keep(given);
    const directLine = WebChat.createDirectLine({
      domain, token: given, webSocket: !polls, conversationStartProperties: { locale, region }, ...(resumed && { conversationId, watermark: '0' }),
    });
    const box = document.createElement('div');
    let alive = true;
    let heard = false;

    async function again() {
      if (alive) {
        alive = false;
        directLine.end();
        await wait(3);
        mount();
      }
    }

    // Expired token, failed to connect, ended: Web Chat shows "Unable to connect" for ever.
    directLine.connectionStatus$.subscribe(status => status >= 3 && again());
    store = WebChat.createStore({}, () => next => action => {
      if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY') {
        heard = true;
        trouble('socket', false);
        show(action.payload.activity);
      }

      follow(action);
      return next(action);
    });
    place.replaceChildren(box);
    WebChat.renderWebChat({
      directLine, store, locale,
      styleOptions: {
        hideUploadButton: true, sendTimeout: 10_000, rootHeight: '100%', suggestedActionLayout: 'stacked', suggestedActionsStackedLayoutButtonTextWrap: true,
        accent: '#003f72', subtle: '#4d4d4d', suggestedActionHeight: 48, suggestedActionsStackedLayoutButtonMaxHeight: 96, fontSizeSmall: '100%', emojiSet: false,
      },
    }, box);

    // A conversation always begins with a message of the bot. Where sockets are blocked none comes.
    await wait(10);
    if (alive && !heard) {
      polls = !polls;
      trouble('socket', true);
      again();
    }
  }

  // The number may change with what the person says of where they are.
  function show(activity) {
    const number = activity.channelData?.guide?.call;
    if (number && activity.from.role !== 'user') {
      call.href = `tel:${number}`;
      call.textContent = call.dataset.words.replace('{emergency}', number);
    }
  }

  // What was posted comes back within a moment, or there is no connection. Once something does, there is one.
  const posts = new Map();
  function follow({ type, meta }) {
    const id = meta?.clientActivityID;
    if (type === 'DIRECT_LINE/POST_ACTIVITY_PENDING') {
      posts.set(id, setTimeout(() => trouble(`post ${id}`, true), 8_000));
    } else if (type === 'DIRECT_LINE/POST_ACTIVITY_FULFILLED') {
      for (const [old, timer] of posts) {
        clearTimeout(timer);
        trouble(`post ${old}`, false);
      }

      posts.clear();
    }
  }

  async function watch() {
    for (;;) {
      try {
        await fetch(`${service}/health/live`, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(5_000) });
        trouble('service', false);
      } catch {
        trouble('service', true);
      }

      await wait(5);
    }
  }

  call.addEventListener('click', () => store?.dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'call-tapped' } }));
  addEventListener('offline', () => trouble('service', true));
  watch();
  if (window.WebChat) {
    mount();
  } else {
    trouble('no chat', true);
  }
})();
