// What is remembered. The tab's own storage dies with the tab; the phone's is used only while the person asks to keep the chat.
import { phone, read, tab, write } from './store.js';

const CHAT = 'chat', UNSENT = 'unsent', PLACE = 'place';

let closed = false;
const put = (store, key, value) => closed || write(store, key, value);

export const memory = {
  // {token, id}: the conversation, so that a reload finds the step again.
  get chat() {
    return read(tab, CHAT) ?? read(phone, CHAT);
  },
  set chat(chat) {
    put(tab, CHAT, chat);
    if (this.kept) put(phone, CHAT, chat ?? { id: '' });
  },
  get kept() {
    return phone.getItem(CHAT) !== null;
  },
  set kept(keep) {
    put(phone, CHAT, keep ? this.chat ?? { id: '' } : null);
  },
  // {region, language}: what was chosen for the chat on the page.
  get place() {
    return read(tab, PLACE);
  },
  set place(place) {
    put(tab, PLACE, place);
  },
  get unsent() {
    return read(tab, UNSENT) ?? [];
  },
  set unsent(posts) {
    put(tab, UNSENT, posts.length ? posts : null);
  },
  // The page was left: an answer that was on its way writes nothing down any more.
  close() {
    closed = true;
  },
  forget() {
    tab.removeItem(CHAT);
    tab.removeItem(UNSENT);
    tab.removeItem(PLACE);
    phone.removeItem(CHAT);
  },
};
