// An hour of a kiosk's life in minutes: visitors come, press whatever there is, and leave or are forgotten. Nothing may pile up.
// `cargo xtask soak --hours N` runs it and prints its curve.
import { appendFileSync } from "node:fs";
import { expectPhase, openKiosk, pass } from "./kiosk.mjs";
import { expect, test } from "./support.mjs";

/** Kiosk life, in simulated milliseconds. */
const LIFE_MS = Number(process.env.NARU_SOAK_HOURS ?? 1) * 3_600_000;
/** Where each visit's figures are written, if anywhere. */
const CURVE = process.env.NARU_SOAK_CURVE;
/** Bytes that the heap may grow by with each visit, from the second to the last one. */
const SLOPE = 1_024;

/** A draw that is the same in each run. */
function draws(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** The slope of a straight line through figures, by least squares. */
function slope(figures) {
  const middle = (figures.length - 1) / 2;
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  const [over, under] = figures.reduce(([over, under], figure, index) => [over + (index - middle) * (figure - mean), under + (index - middle) ** 2], [0, 0]);
  return over / under;
}

test("visitors come and go, and nothing piles up", async ({ page }) => {
  test.setTimeout(LIFE_MS / 4 + 120_000);
  await page.addInitScript(() => {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const own = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await own.apply(WebAssembly, given);
        window.wasmMemory ??= (made.instance ?? made).exports.memory;
        return made;
      };
    }
  });
  await openKiosk(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const draw = draws(7);
  const figures = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((one) => one.name === name).value;
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize"), wasm: await page.evaluate(() => window.wasmMemory?.buffer.byteLength ?? 0) };
  };
  const loops = [];
  for (let lived = 0; lived < LIFE_MS || loops.length < 20; ) {
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
    // Whatever was put off is done.
    await pass(page, 5_000);
    const now = await figures();
    loops.push(now);
    lived += (await page.evaluate(() => performance.now())) - before;
    if (CURVE) appendFileSync(CURVE, `${Math.round(lived / 1000)},${now.nodes},${now.listeners},${now.heap},${now.wasm}\n`);
  }
  // The first visits bring what later ones use again: other languages, the guide, cards.
  const settled = loops.slice(Math.floor(loops.length / 2));
  const grows = (of) => slope(settled.map(of));
  const found = { nodes: grows(({ nodes }) => nodes), listeners: grows(({ listeners }) => listeners), heap: grows(({ heap }) => heap), wasm: grows(({ wasm }) => wasm) };
  expect(found.nodes, JSON.stringify(loops)).toBeLessThan(1);
  expect(found.listeners).toBeLessThan(1);
  expect(found.wasm).toBe(0);
  expect(found.heap).toBeLessThan(SLOPE);
});
