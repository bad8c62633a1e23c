// A kiosk in tests: how it is opened, and what is asked of it.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { dist, expect } from "./support.mjs";

/** The watchdog's page, and the app alone, from a disk. */
export const WATCHED = pathToFileURL(join(dist, "kiosk.html")).href;
export const ALONE = pathToFileURL(join(dist, "naru.html")).href;

/** Has a page begin with what a kiosk keeps: settings as an object or a text. */
export const kept = (page, settings) =>
  page.addInitScript(
    ([name, text]) => {
      try {
        if (localStorage.getItem(name) === null) localStorage.setItem(name, text);
      } catch {
        // A frame without an origin keeps nothing.
      }
    },
    ["naru.kiosk.settings", typeof settings === "string" ? settings : JSON.stringify(settings)],
  );

/** The app on a page, or in the watchdog's frame. */
export const app = (page) => (page.url().includes("kiosk.html") ? page.frameLocator("iframe") : page);

/** Waits until a kiosk stands in a phase. */
export const expectPhase = (page, phase, timeout = 15_000) => expect(app(page).locator("html")).toHaveAttribute("data-phase", phase, { timeout });

/**
 * Makes a life that is lived fast cheap: a picture each tenth of a second, which is made and not painted, and no wait between one timer of the page's
 * clock and the next (a browser makes each of a chain of timers wait for four milliseconds). Before the clock is there.
 */
export const unhurried = (page) =>
  page.addInitScript(() => {
    const PICTURE_MS = 100;
    const own = window.setTimeout.bind(window);
    const { port1, port2 } = new MessageChannel();
    const calls = [];
    port1.onmessage = () => calls.shift()();
    window.setTimeout = (call, ms = 0, ...given) => {
      if (ms > 0) return own(call, ms, ...given);
      calls.push(() => call(...given));
      port2.postMessage(null);
      return 0;
    };
    // The clock puts its own in these names' place: only then are they asked for.
    addEventListener("DOMContentLoaded", () => {
      window.requestAnimationFrame = (call) => setTimeout(() => call(performance.now()), PICTURE_MS);
      window.cancelAnimationFrame = (frame) => clearTimeout(frame);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("body { opacity: 0 }");
      document.adoptedStyleSheets = [sheet];
    });
  });

/** A draw that is the same in each run: from a seed, numbers below another. */
export function draws(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** Opens a kiosk without a watchdog, at a clock of its own. */
export async function openKiosk(page, query = "", at = "./") {
  await page.clock.install();
  await page.goto(`${at}?mode=kiosk${query}`);
  await expectPhase(page, "attract");
  // From here on time passes only when it is let.
  await expect(async () => page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))).toPass();
}

export const control = (page, id) => app(page).locator(`[data-control="${id}"]`);

/** Lets the kiosk's clock run, in steps in which all that it wants to do is done. */
export async function pass(page, ms) {
  for (let passed = 0; passed < ms; passed += 5_000) await page.clock.runFor(Math.min(5_000, ms - passed));
}

/** What the counters say in all, by name. */
export const counted = (page, key) =>
  page.evaluate((key) => {
    const { keys, days } = JSON.parse(localStorage.getItem("naru.kiosk.counters") ?? '{"keys":[],"days":[]}');
    return days.reduce((sum, day) => sum + (day[keys.indexOf(key) + 1] ?? 0), 0);
  }, key);
