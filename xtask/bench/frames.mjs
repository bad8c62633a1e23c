// Measures how smoothly orders cross, in the built app in a browser that is slowed down, from the browser's own traces.
// `cargo xtask bench` sends its order as JSON and reads the figures as JSON.
import { chromium } from "@playwright/test";
import { text } from "node:stream/consumers";

const { address, browser: executablePath, slowed, fragments } = JSON.parse(await text(process.stdin));

/** Milliseconds until the camera has come to the crossing, and that are traced then. */
const [ARRIVES, TRACED] = [3_000, 12_000];
const CATEGORIES = ["toplevel", "devtools.timeline", "__metadata"];

const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
// Chromium's sandbox refuses to start for root.
if (process.getuid?.() === 0) args.push("--no-sandbox");

/** Plays a crossing and returns the browser's trace of it. */
async function trace(page, fragment) {
  await page.goto(`${address}?lang=en&theme=day#${fragment}`);
  await page.waitForSelector("html[data-naru=ready]");
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.evaluate(() => {
    document.querySelector("button[data-station=release]").click();
    document.querySelector("[data-test=play]").click();
  });
  // What is measured is time as it passes, not a condition.
  await page.waitForTimeout(ARRIVES);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: CATEGORIES } });
  await page.waitForTimeout(TRACED);
  await session.send("Tracing.end");
  await complete;
  if ((await page.getAttribute(".house", "data-over")) === "true") throw new Error(`${fragment} was over too early`);
  return events;
}

/** Seconds of work of the main thread in a second, and the times between its frames, in seconds. */
function figures(events) {
  const frames = events.filter(({ name }) => name === "FireAnimationFrame").sort((one, other) => one.ts - other.ts);
  const { pid, tid } = frames[0];
  const [from, to] = [frames[0].ts, frames.at(-1).ts];
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === "X" && /RunTask$/.test(event.name));
  let [busy, until] = [0, from];
  // A task can hold others: only the outermost count.
  for (const { ts, dur } of tasks.sort((one, other) => one.ts - other.ts)) {
    if (ts < until || ts > to) continue;
    busy += dur;
    until = ts + dur;
  }
  const gaps = frames.slice(1).map(({ ts }, index) => (ts - frames[index].ts) / 1e6);
  return { main: busy / (to - from), gaps };
}

const browser = await chromium.launch({ executablePath: executablePath ?? undefined, args });
try {
  const runs = [];
  for (const fragment of fragments) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    runs.push(figures(await trace(page, fragment)));
    await page.close();
  }
  const gaps = runs.flatMap((run) => run.gaps).sort((one, other) => one - other);
  const main = runs.map((run) => run.main);
  console.log(JSON.stringify({ main, p50: gaps[Math.floor(gaps.length / 2)], p99: gaps[Math.floor(gaps.length * 0.99)] }));
} finally {
  await browser.close();
}
