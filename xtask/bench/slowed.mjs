// Measures stories in a browser that is slowed down. `cargo xtask bench` sends its order as JSON and reads the figures as JSON.
import { chromium } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

const { glue, wasm, browser: executablePath, slowed, fragments } = JSON.parse(await text(process.stdin));

const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
// Chromium's sandbox refuses to start for root.
if (process.getuid?.() === 0) args.push("--no-sandbox");

/** Runs in the page: the time that each story takes, in seconds. */
async function measure({ glue, wasm, fragments }) {
  /** Milliseconds of runs before it counts, so that the browser has optimised the code; of a batch; and batches. */
  const [WARM, BATCH, BATCHES] = [400, 200, 7];
  const module = await import(URL.createObjectURL(new Blob([glue], { type: "text/javascript" })));
  module.initSync({ module: Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0)) });
  // A slowed browser stands still now and then: only many runs together show what one takes.
  const batch = (story, atLeast) => {
    const from = performance.now();
    let runs = 0;
    do {
      story.simulate();
      runs += 1;
    } while (performance.now() - from < atLeast);
    return (performance.now() - from) / runs / 1_000;
  };
  const figures = [];
  for (const fragment of fragments) {
    const story = new module.Story(fragment);
    const first = batch(story, 0);
    batch(story, WARM);
    const seconds = Array.from({ length: BATCHES }, () => batch(story, BATCH)).sort((one, other) => one - other);
    figures.push({ first, seconds: seconds[Math.floor(BATCHES / 2)] });
  }
  return figures;
}

const browser = await chromium.launch({ executablePath: executablePath ?? undefined, args });
try {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const files = { glue: await readFile(glue, "utf8"), wasm: await readFile(wasm, "base64") };
  console.log(JSON.stringify(await page.evaluate(measure, { ...files, fragments })));
} finally {
  await browser.close();
}
