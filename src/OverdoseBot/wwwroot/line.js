// The line to the service: Direct Line 3.0 over a WebSocket, or by asking again and again where sockets are blocked.
const BASE = '/v3/directline';
const ANSWER = 10000, OPEN = 6000, LIVED = 3000, QUIET = 12000, ZOMBIE = 22000, POLL = 1500, SOCKET_AGAIN = 30000, LONGEST = 8000;

export class Line {
  #chat;
  #watermark = '';
  #drop = null;
  #wake = () => {};
  #run = 0;
  #refreshAt = 0;
  #heard = 0;
  #asked = new Set();

  // take(activities) · sign(): the service is alive · fail(): it did not answer · joined(again): ready for posts
  constructor(memory, place, on) {
    this.memory = memory;
    this.place = place;
    this.on = on;
    this.#chat = memory.chat?.id ? memory.chat : null;
  }

  async run() {
    const mine = ++this.#run;
    this.#drop?.();
    for (let wait = 500; mine === this.#run;) {
      try {
        const url = await this.#join();
        wait = 500;
        if (mine === this.#run) await this.#listen(url, mine);
      } catch {
        this.on.fail();
        await this.#pause(wait);
        wait = Math.min(wait * 2, LONGEST);
      }
    }
  }

  // The page goes to sleep or away: an open socket would keep the browser from bringing it back as it was.
  stop() {
    this.#run++;
    this.#drop?.();
    this.#wake();
  }

  // The person left: what is on its way is given up, and nothing more is asked or sent.
  leave() {
    this.stop();
    this.#chat = null;
    for (const ask of this.#asked) ask.abort();
  }

  get id() {
    return this.#chat?.id;
  }

  // The phone woke, the network came back: do not wait for the next try. A socket that missed the service's sign of every 20 s is dead.
  async check() {
    this.#wake();
    if (this.#drop && Date.now() - this.#heard > ZOMBIE) this.#drop();
    else if (this.#drop) await this.#look().catch(() => this.#drop?.());
  }

  // sent · refused (never send it again) · later
  async post(activity) {
    if (!this.#chat?.id) return 'later';
    try {
      await this.#ask('POST', `/conversations/${this.#chat.id}/activities`, { ...activity, from: { id: 'me', role: 'user' } });
      return 'sent';
    } catch (error) {
      if ([400, 413].includes(error.status)) return 'refused';
      if ([401, 403, 404].includes(error.status)) this.#drop?.();
      else this.on.fail();
      return 'later';
    }
  }

  async #join() {
    if (!this.#chat?.id) return this.#begin();
    try {
      return await this.#rejoin();
    } catch (error) {
      if (![401, 403, 404].includes(error.status)) throw error;
    }
    try {
      // A phone that slept: its token is old, but the conversation is still there.
      await this.#refresh();
      return await this.#rejoin();
    } catch (error) {
      if (![401, 403, 404].includes(error.status)) throw error;
      this.#chat = null;
      this.#watermark = '';
      return this.#begin(true);
    }
  }

  async #begin(again = false) {
    // Only a chat that was started has an id: one that came about in another way would not know where they are and what they speak.
    this.#chat = null;
    this.#chat = { token: (await this.#ask('POST', '/tokens/generate')).token };
    const started = await this.#ask('POST', '/conversations', this.place);
    this.#keep(started);
    this.on.joined(again);
    return started.streamUrl;
  }

  async #rejoin() {
    const chat = await this.#ask('GET', `/conversations/${this.#chat.id}?watermark=${encodeURIComponent(this.#watermark)}`);
    this.#keep(chat);
    this.on.joined(false);
    return chat.streamUrl;
  }

  async #refresh() {
    this.#keep(await this.#ask('POST', '/tokens/refresh'));
  }

  #keep({ token, conversationId, expires_in }) {
    this.#chat = { token: token ?? this.#chat.token, id: conversationId ?? this.#chat.id };
    if (token) this.#refreshAt = Date.now() + expires_in * 500;
    this.memory.chat = this.#chat;
  }

  async #listen(url, mine) {
    if (await this.#stream(url)) return;
    // A proxy may block it for good: ask instead, and try the socket again now and then.
    for (const until = Date.now() + SOCKET_AGAIN; mine === this.#run && Date.now() < until;) {
      await this.#look();
      await this.#pause(POLL);
    }
  }

  // Ends when the socket closes; true when it had lived (some proxies let it open and cut it at once). A dead network can hold up a socket's own closing for minutes: we do not wait.
  #stream(url) {
    return new Promise(done => {
      let opened = 0;
      // Same host as the page, whatever name the service thinks it has behind its proxies.
      const { pathname, search } = new URL(url, location);
      const socket = new WebSocket(location.origin.replace('http', 'ws') + pathname + search);
      let asked = this.#heard = Date.now();
      const late = setTimeout(() => opened || close(), OPEN);
      // A socket can look open and be dead: when nothing comes, ask. The empty frame keeps proxies from closing it.
      const probe = setInterval(() => {
        if (!opened || Date.now() - Math.max(asked, this.#heard) < QUIET) return;
        asked = Date.now();
        if (socket.readyState === WebSocket.OPEN) socket.send('');
        this.#look().catch(close);
      }, 1000);
      const close = () => {
        clearTimeout(late);
        clearInterval(probe);
        socket.onmessage = socket.onclose = null;
        socket.close();
        if (this.#drop === close) this.#drop = null;
        done(opened > 0 && Date.now() - opened > LIVED);
      };
      this.#drop = close;
      socket.onopen = () => opened = Date.now();
      socket.onmessage = ({ data }) => {
        this.#heard = Date.now();
        this.on.sign();
        if (data) this.#take(JSON.parse(data));
      };
      socket.onclose = close;
    });
  }

  async #look() {
    if (Date.now() > this.#refreshAt) await this.#refresh();
    this.#take(await this.#ask('GET', `/conversations/${this.#chat.id}/activities?watermark=${encodeURIComponent(this.#watermark)}`));
  }

  #take({ activities, watermark }) {
    if (watermark) this.#watermark = watermark;
    if (activities?.length) this.on.take(activities);
  }

  async #ask(method, path, body) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), ANSWER);
    this.#asked.add(stop);
    try {
      const headers = { 'Content-Type': 'application/json' };
      if (this.#chat) headers.Authorization = `Bearer ${this.#chat.token}`;
      const answer = await fetch(BASE + path, { method, headers, body: body && JSON.stringify(body), signal: stop.signal, cache: 'no-store', credentials: 'omit' });
      if (!answer.ok) throw Object.assign(new Error(), { status: answer.status });
      const json = await answer.json();
      this.on.sign(Date.parse(answer.headers.get('Date')));
      return json;
    } finally {
      clearTimeout(late);
      this.#asked.delete(stop);
    }
  }

  #pause(time) {
    return new Promise(done => {
      const timer = setTimeout(done, time);
      this.#wake = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
