// Measures how smoothly orders cross, in the built app in a browser that is slowed down, from the browser's own traces.
// `cargo xtask bench` sends its order as JSON and reads the figures as JSON.
import { chromium } from "@playwright/test";
import { text } from "node:stream/consumers";

const { address, browser: executablePath, slowed, fragments } = JSON.parse(await text(process.stdin));

/** Milliseconds until the camera has come to the crossing, and that are traced then. */
const [ARRIVES, TRACED] = [3_000, 12_000];
/** Microseconds between two callbacks of the same frame at most: the second begins when the first has ended. */
const SAME = 500;
const CATEGORIES = ["toplevel", "devtools.timeline", "__metadata"];

const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
// Chromium's sandbox refuses to start for root.
if (process.getuid?.() === 0) args.push("--no-sandbox");

/** Notes the time of each frame as the browser gives it to what moves: where it misses one, the next is so much later. */
const note = () => {
  window.noted = [];
  const frame = (time) => {
    window.noted.push(time);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
};

/** Plays a crossing and returns the browser's trace of it, and the times of its frames in milliseconds. */
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
  await page.evaluate(note);
  await page.waitForTimeout(TRACED);
  const noted = await page.evaluate(() => window.noted);
  await session.send("Tracing.end");
  await complete;
  if ((await page.getAttribute(".house", "data-over")) === "true") throw new Error(`${fragment} was over too early`);
  return { events, noted };
}

/** The times between these, in order. */
const between = (times) => times.slice(1).map((time, index) => time - times[index]);

/**
 * Seconds of work of the main thread in a second; the times from frame to frame, and those from the beginning of one frame's
 * work to that of the next, in seconds.
 */
function figures({ events, noted }) {
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
  // The note-taking has a callback of its own in each frame, right after the app's.
  const first = frames.filter(({ ts }, index) => index === 0 || ts - frames[index - 1].ts - frames[index - 1].dur > SAME);
  const starts = between(first.map(({ ts }) => ts / 1e6));
  return { main: busy / (to - from), gaps: between(noted).map((gap) => gap / 1e3), starts };
}

const browser = await chromium.launch({ executablePath: executablePath ?? undefined, args });
try {
  const runs = [];
  for (const fragment of fragments) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    runs.push(figures(await trace(page, fragment)));
    await page.close();
  }
  /** What so large a part of all of them keeps. */
  const keeps = (part, of) => {
    const all = runs.flatMap(of).sort((one, other) => one - other);
    return all[Math.floor(all.length * part)];
  };
  console.log(
    JSON.stringify({
      main: runs.map((run) => run.main),
      p50: keeps(0.5, (run) => run.gaps),
      p99: keeps(0.99, (run) => run.gaps),
      starts: keeps(0.99, (run) => run.starts),
    }),
  );
} finally {
  await browser.close();
}
