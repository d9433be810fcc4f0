// What the server put into the page: its strings, the first step, the clocks. No sentence lives in code.
export const page = JSON.parse(document.getElementById('data').textContent);

export const has = name => name in page.words;

export const say = (name, parts = {}) => page.words[name].replace(/\{(\w+)\}/g, (_, part) => parts[part]);
