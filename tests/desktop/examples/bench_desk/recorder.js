// Laid into the page: how long it is from an event to the frame in which what it changed is painted. A frame is painted
// when the next one begins, so up to one frame more is counted than a person waits.
const frame = () => new Promise((next) => requestAnimationFrame(next));
const PATIENCE = 20_000;
let waiting;

/** From `begun()` on until `there` gives something, in milliseconds. Frames are looked at, nothing else: it costs nothing. */
async function until(begun, there) {
  const armed = performance.now();
  while (begun() === undefined || !there()) {
    await frame();
    if (performance.now() - armed > PATIENCE) throw new Error('waited in vain');
  }
  await frame();
  return performance.now() - begun();
}

window.bench = {
  /** From the next event of this kind until `state` gives something else. */
  arm(kind, state) {
    const before = state();
    let begun;
    const begin = () => {
      begun = performance.now();
    };
    addEventListener(kind, begin, { capture: true, once: true });
    waiting = until(
      () => begun,
      () => state() !== before,
    );
    waiting.catch(() => {});
  },
  taken: () => waiting,
  /** From a deed until something is there. */
  from(deed, there) {
    const begun = performance.now();
    deed();
    return until(() => begun, there);
  },
};
