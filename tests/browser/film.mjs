// Time in a test's hand, for everything that moves: the page's clock, and the animations of its styles, which that clock
// does not reach.

/** Longest time that passes in one go, in milliseconds: what begins within it is moved on from its end. */
const STRIDE_MS = 50;

/** Runs in the page: takes over all animations of styles, and moves those that it had before on by `ms`. */
function move(ms) {
  window.held ??= new WeakSet();
  for (const animation of document.getAnimations()) {
    if (window.held.has(animation)) {
      animation.currentTime += ms;
      continue;
    }
    // What begins now begins at its beginning, however long ago that was by the clock on the wall.
    animation.pause();
    animation.currentTime = 0;
    window.held.add(animation);
  }
}

/**
 * Lets time pass in a page whose clock was installed and stopped: `pass(ms)` moves the show and the animations of its
 * styles together, whatever time that takes.
 */
export async function film(page) {
  await page.evaluate(move, 0);
  return {
    async pass(ms) {
      for (let left = ms; left > 0; left -= STRIDE_MS) {
        const stride = Math.min(STRIDE_MS, left);
        await page.clock.runFor(stride);
        await page.evaluate(move, stride);
      }
    },
  };
}

/**
 * Stands a page still: what comes and goes has come or gone, and what moves for ever stands where it would `ms` after its
 * beginning. Resolves when that is painted.
 */
export async function settle(page, ms = 0) {
  await page.evaluate(async (ms) => {
    const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await painted();
    for (const animation of document.getAnimations()) {
      if (animation.effect.getComputedTiming().endTime !== Infinity) animation.finish();
      else animation.currentTime = ms;
    }
    await painted();
  }, ms);
}
