// What is remembered. The tab's own storage dies with the tab; the phone's is used only while the person asks to keep the chat.
const CHAT = 'chat', UNSENT = 'unsent', PLACE = 'place';

// A browser may refuse storage: then nothing outlives a reload, and the chat works all the same.
const open = name => {
  try {
    const store = window[name];
    store.setItem('try', '');
    store.removeItem('try');
    return store;
  } catch {
    const kept = new Map();
    return { getItem: k => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: k => kept.delete(k) };
  }
};
const tab = open('sessionStorage'), phone = open('localStorage');

const read = (store, key) => {
  try {
    return JSON.parse(store.getItem(key));
  } catch {
    return null;
  }
};
const write = (store, key, value) => value ? store.setItem(key, JSON.stringify(value)) : store.removeItem(key);

export const memory = {
  // {token, id}: the conversation, so that a reload finds the step again.
  get chat() {
    return read(tab, CHAT) ?? read(phone, CHAT);
  },
  set chat(chat) {
    write(tab, CHAT, chat);
    if (this.kept) write(phone, CHAT, chat ?? { id: '' });
  },
  get kept() {
    return phone.getItem(CHAT) !== null;
  },
  set kept(keep) {
    write(phone, CHAT, keep ? this.chat ?? { id: '' } : null);
  },
  // {region, language}: what was chosen for the chat on the page.
  get place() {
    return read(tab, PLACE);
  },
  set place(place) {
    write(tab, PLACE, place);
  },
  get unsent() {
    return read(tab, UNSENT) ?? [];
  },
  set unsent(posts) {
    write(tab, UNSENT, posts.length ? posts : null);
  },
  forget() {
    tab.removeItem(CHAT);
    tab.removeItem(UNSENT);
    tab.removeItem(PLACE);
    phone.removeItem(CHAT);
  },
};
