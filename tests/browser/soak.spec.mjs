// An hour of a kiosk's life in some minutes: visitors come, press whatever there is, and leave or are forgotten. Nothing may pile up.
// `cargo xtask soak --hours N` lives longer, and prints its curve.
import { appendFileSync } from "node:fs";
import { draws, expectPhase, kept, openKiosk, pass, unhurried } from "./kiosk.mjs";
import { expect, test } from "./support.mjs";
import config from "./playwright.config.mjs";

/** Kiosk life, in simulated milliseconds. */
const LIFE_MS = Number(process.env.NARU_SOAK_HOURS ?? 1) * 3_600_000;
/** Where each visit's figures are written, if anywhere. */
const CURVE = process.env.NARU_SOAK_CURVE;
/** Where the first visits go, in either language: they bring what later ones use again. */
const FIRST = ["chapters", "free"];
/** Visits at random that come before those that are looked at. */
const WARM = 4;
/** Nothing goes on for longer than the wait for somebody and the question. */
const PATIENCE_MS = 300_000;
/** So long after the loop has begun all is looked at: the crossing is over, and nothing is on its way. */
const CALM_MS = 30_000;
/** Visits that are looked at, at least. */
const LOOPS = 20;
/** Nodes of eleven thousand that may be more or fewer from one look to the next: a number that has just changed is there twice until it is drawn. */
const NODES = 5;
/** Bytes that the heap may grow by with each visit, and by which it may differ at all: more than one such table, and something came that does not go. */
const SLOPE = 1_024;
const SPREAD = 100_000;
/** A visit of a minute or two takes some seconds. */
const FASTER = 5;

// The machine code that a browser makes of what runs often lies on the same heap, and grows for a long time: here it makes none, and keeps what it
// has read of a script. What is left is the app's own.
const { launchOptions } = config.use;
test.use({ launchOptions: { ...launchOptions, args: [...launchOptions.args, "--js-flags=--no-sparkplug --no-maglev --no-opt --no-flush-bytecode --no-wasm-dynamic-tiering"] } });

/**
 * How much figures grow by from one to the next: the median of the slopes between each two (Theil and Sen). A table of the browser's own that outgrows its
 * place doubles once, early or late, by fifty thousand bytes; a straight line by least squares would take that for growth.
 */
function slope(figures) {
  const slopes = figures.flatMap((figure, index) => figures.slice(0, index).map((before, at) => (figure - before) / (index - at))).sort((one, other) => one - other);
  return slopes[Math.floor(slopes.length / 2)];
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
  await kept(page, { free_play: true });
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
  // One of what can be pressed is, where it stands just now.
  const tap = async (selector, which = draw) => {
    const places = await page.locator(selector).evaluateAll((all) =>
      all
        .map((one) => one.getBoundingClientRect())
        .map(({ x, y, width, height }) => [x + width / 2, y + height / 2])
        .filter(([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight),
    );
    if (places.length > 0) await page.mouse.click(...places[which(places.length)]);
    return places.length > 0;
  };
  const phase = () => page.locator("html").getAttribute("data-phase");
  const gone = async () => {
    for (let waited = 0; waited < PATIENCE_MS && (await phase()) !== "attract"; waited += 1_000) await pass(page, 1_000);
    await expectPhase(page, "attract");
    await pass(page, CALM_MS);
  };
  for (const to of FIRST) {
    for (const language of [0, 1]) {
      await tap("[data-control=begin]", () => language);
      for (let press = 0; press < 20 && !(await tap(`[data-control=${to}]`)); press += 1) {
        await pass(page, 1_000);
        await tap(".kiosk button:not([data-control=leave], [data-control=again])", () => 0);
      }
      await pass(page, 5_000);
      if (to === "chapters") await tap("[data-control=tell]", () => 0);
      await pass(page, 20_000);
      expect(await phase()).toBe(to === "chapters" ? "told" : "free");
      await gone();
    }
  }
  const loops = [];
  let lived = 0;
  for (let visit = 0; lived < LIFE_MS || loops.length < LOOPS; visit += 1) {
    const before = await page.evaluate(() => performance.now());
    await tap("[data-control=begin]");
    // Between three and a dozen presses, some of them slow; then some leave and some are just gone.
    for (let press = 3 + draw(9); press > 0; press -= 1) {
      await pass(page, 500 + draw(12_000));
      await tap("button:not([data-control=leave])");
    }
    if (draw(2) === 0) await tap("[data-control=leave]");
    await gone();
    const now = await figures();
    lived += (await page.evaluate(() => performance.now())) - before;
    if (CURVE) appendFileSync(CURVE, `${Math.round(lived / 1000)},${now.nodes},${now.listeners},${now.heap},${now.wasm}\n`);
    if (visit >= WARM) loops.push(now);
  }
  const all = JSON.stringify(loops);
  const spread = (of) => Math.max(...loops.map(of)) - Math.min(...loops.map(of));
  expect(spread(({ nodes }) => nodes), all).toBeLessThanOrEqual(NODES);
  expect(spread(({ listeners }) => listeners), all).toBe(0);
  expect(slope(loops.map(({ heap }) => heap)), all).toBeLessThan(SLOPE);
  expect(spread(({ heap }) => heap), all).toBeLessThan(SPREAD + SLOPE * loops.length);
  expect(spread(({ wasm }) => wasm), all).toBe(0);
});
