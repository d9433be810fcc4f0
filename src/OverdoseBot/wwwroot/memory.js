// What is remembered. The tab's own storage dies with the tab; the phone's is used only while the person asks to keep the chat.
import { phone, read, tab, write } from './store.js';

const CHAT = 'chat', UNSENT = 'unsent', PLACE = 'place';

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
