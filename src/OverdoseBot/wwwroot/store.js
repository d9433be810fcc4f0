// The storage of the browser: the tab's own, which dies with the tab, and the phone's.

// A browser may refuse storage: then nothing outlives a reload, and all else works the same.
const open = name => {
  try {
    const store = window[name];
    store.setItem('try', '');
    store.removeItem('try');
    return store;
  } catch {
    const kept = {};
    return { getItem: k => kept[k] ?? null, setItem: (k, v) => kept[k] = v, removeItem: k => delete kept[k] };
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
