// An hour of a kiosk's life in some minutes: visitors come, press whatever there is, and leave or are forgotten. Nothing may pile up.
// `cargo xtask soak --hours N` lives longer, and prints its curve.
import { appendFileSync } from "node:fs";
import { draws, expectPhase, openKiosk, pass, unhurried } from "./kiosk.mjs";
import { expect, test } from "./support.mjs";
import config from "./playwright.config.mjs";

/** Kiosk life, in simulated milliseconds. */
const LIFE_MS = Number(process.env.NARU_SOAK_HOURS ?? 1) * 3_600_000;
/** Where each visit's figures are written, if anywhere. */
const CURVE = process.env.NARU_SOAK_CURVE;
/** Visits that bring what later ones use again: the other language, the guide, cards. */
const WARM = 3;
/** Visits that are looked at, at least. */
const LOOPS = 20;
/** Bytes that the heap may grow by with each visit. */
const SLOPE = 1_024;
/** A visit of a minute or two takes some seconds. */
const FASTER = 5;

// The machine code that a browser makes of what runs often lies on the same heap, and grows for a long time: here it makes none, and keeps what it
// has read of a script. What is left is the app's own.
const { launchOptions } = config.use;
test.use({ launchOptions: { ...launchOptions, args: [...launchOptions.args, "--js-flags=--no-sparkplug --no-maglev --no-opt --no-flush-bytecode --no-wasm-dynamic-tiering"] } });

/** The slope of a straight line through figures, by least squares. */
function slope(figures) {
  const middle = (figures.length - 1) / 2;
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const [over, under] = figures.reduce(([over, under], figure, index) => [over + (index - middle) * (figure - mean), under + (index - middle) ** 2], [0, 0]);
  return over / under;
}

test("visitors come and go, and nothing piles up", async ({ page }) => {
  test.setTimeout(LIFE_MS / FASTER + 120_000);
  await page.addInitScript(() => {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await own.apply(WebAssembly, given);
        window.wasmMemory ??= Object.values((made.instance ?? made).exports).find((one) => one instanceof WebAssembly.Memory);
        return made;
      };
    }
  });
  await unhurried(page);
  await openKiosk(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const draw = draws(7);
  const figures = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((one) => one.name === name).value;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize"), wasm: await page.evaluate(() => window.wasmMemory.buffer.byteLength) };
  };
  const loops = [];
  let lived = 0;
  for (let visit = 0; lived < LIFE_MS || loops.length < LOOPS; visit += 1) {
    const before = await page.evaluate(() => performance.now());
    await page.locator("[data-control=begin]").nth(draw(2)).click();
    // Between three and a dozen presses, some of them slow; then some leave and some are just gone.
    for (let press = 3 + draw(9); press > 0; press -= 1) {
      await pass(page, 500 + draw(12_000));
      const controls = page.locator(".kiosk button:visible:not([data-control=leave])");
      const count = await controls.count();
      if (count > 0) await controls.nth(draw(count)).click({ timeout: 2_000 }).catch(() => {});
    }
    if (draw(2) === 0 && (await page.locator("[data-control=leave]").count()) > 0) await page.locator("[data-control=leave]").click();
    else await pass(page, 100_000);
    await expectPhase(page, "attract");
    // Whatever was put off is done, and each look is at the same moment of the loop.
    await pass(page, 5_000);
    const now = await figures();
    lived += (await page.evaluate(() => performance.now())) - before;
    if (CURVE) appendFileSync(CURVE, `${Math.round(lived / 1000)},${now.nodes},${now.listeners},${now.heap},${now.wasm}\n`);
    if (visit >= WARM) loops.push(now);
  }
  const all = JSON.stringify(loops);
  const grows = (of) => slope(loops.map(of));
  expect(grows(({ nodes }) => nodes), all).toBeLessThan(1);
  expect(grows(({ listeners }) => listeners), all).toBeLessThan(0.1);
  expect(grows(({ heap }) => heap), all).toBeLessThan(SLOPE);
  expect(new Set(loops.map(({ wasm }) => wasm)).size, all).toBe(1);
});
