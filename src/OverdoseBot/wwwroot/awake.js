// The screen stays on while a beat or a clock runs: nobody unlocks a phone with hands on a chest.
let wanted = false, lock = null;

const update = async () => {
  if (!navigator.wakeLock || document.visibilityState !== 'visible') return;
  if (wanted && (!lock || lock.released)) {
    lock = await navigator.wakeLock.request('screen').catch(() => null);
    // It may have ended while the browser was asked.
    if (!wanted) update();
  } else if (!wanted && lock) {
    lock.release().catch(() => {});
    lock = null;
  }
};

export function keepAwake(wish) {
  wanted = wish;
  update();
}

// The browser takes the lock away whenever the page is hidden.
document.addEventListener('visibilitychange', update);
