// The storage of the browser: the tab's own, which dies with the tab, and the phone's.

// A browser may refuse storage: then nothing outlives a reload, and all else works the same.
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

export const tab = open('sessionStorage'), phone = open('localStorage');

export const read = (store, key) => {
  try {
    return JSON.parse(store.getItem(key));
  } catch {
    return null;
  }
};
export const write = (store, key, value) => value ? store.setItem(key, JSON.stringify(value)) : store.removeItem(key);
