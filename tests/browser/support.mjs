// What the browser tests share: a `test` that fails on any complaint of the browser, plain hosts, and the built files.
import { test as base, expect } from "@playwright/test";
import { createReadStream, readFileSync, readdirSync } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export { expect };

/** The built app. */
export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/**
 * Fails a test on every console error, uncaught error, and request to another host, also in frames and pop-ups.
 * `test.use({ forgiven: /…/ })` names what a test provokes on purpose.
 */
export const test = base.extend({
  // What cannot be pressed for so long is covered or gone.
  actionTimeout: [10_000, { option: true }],
  forgiven: [null, { option: true }],
  complaints: [
    async ({ context, forgiven }, use) => {
      const complaints = [];
      const complain = (text) => forgiven?.test(text) || complaints.push(text);
      context.on("console", (message) => message.type() === "error" && complain(`console: ${message.text()}`));
      context.on("weberror", (error) => complain(`uncaught: ${error.error()}`));
      context.on("request", (request) => isElsewhere(request.url()) && complain(`request: ${request.url()}`));
      await use(complaints);
      expect(complaints, "complaints of the browser").toEqual([]);
    },
    { auto: true },
  ],
});

function isElsewhere(address) {
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && hostname !== "127.0.0.1";
}

/** Waits until the app runs and the loading screen is gone, in a page or a frame. */
export async function expectReady(page) {
  await expect(page.locator("html")).toHaveAttribute("data-naru", "ready");
  await expect(page.locator("#boot")).toBeHidden();
}

/** Opens the app at a story: what stands after the `#` of an address, or a whole address before it. */
export async function open(page, story = "", { lang = "en", theme = "day", at = "./" } = {}) {
  await page.goto(`${at}?lang=${lang}&theme=${theme}#${story}`);
  await expectReady(page);
}

/** The golden journeys: `name`, `link` and the `document` that `cargo xtask tell --json` prints for it. */
export function goldenJourneys() {
  const folder = new URL("../golden/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.map((name) => ({ name: name.replace(".json", ""), ...JSON.parse(readFileSync(new URL(name, folder), "utf8")) }));
}

/** The golden journey of this name. */
export function golden(name) {
  const found = goldenJourneys().find((journey) => journey.name === name);
  expect(found, `a golden journey ${name}`).toBeTruthy();
  return found;
}

/** The texts of a language by their keys, as they read: the words of links, and values as `{name}`. */
export function texts(lang) {
  const folder = new URL(`../../locales/${lang}/`, import.meta.url);
  const lines = ["app.txt", "assume.txt", "captions.txt", "export.txt", "frame.txt", "panel.txt", "story.txt", "terms.txt", "update.txt"].flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"));
  const pairs = lines.filter((line) => line.includes("=") && !line.startsWith("#")).map((line) => line.split(/\s*=\s*(.*)/));
  return Object.fromEntries(pairs.map(([key, text]) => [key.trim(), text.trim().replace(/\[[^|\]]*\|([^\]]*)\]/g, "$1")]));
}

/** The figures of the outcome board that a document asks for; empty is what did not happen. */
export function figuresOf({ outcome }) {
  const between = (from, to) => (from === null || to === null ? "" : String(to - from));
  return {
    failed: String(outcome.failed),
    turned_away: String(outcome.turned_away),
    noticed: between(outcome.exposed_minute, outcome.noticed_minute),
    restored: between(outcome.noticed_minute, outcome.restored_minute),
    budget: String(outcome.budget_spent_seconds),
  };
}

/** Has all choices and the outcome board shown before the show begins; they are fetched with it. */
export async function unfold(page) {
  await page.locator(".more__summary").click();
  await expect(page.locator("[data-choice=seed]")).toBeVisible();
  await expect(page.locator(".board")).toBeVisible();
}

/** The figures on the outcome board, of this run or of the pinned one. */
export async function figures(page, { pinned = false } = {}) {
  await page.locator("tr[data-figure]").first().waitFor({ state: "attached" });
  return page.locator("tr[data-figure]").evaluateAll(
    (rows, column) => Object.fromEntries(rows.map((row) => [row.dataset.figure, row.querySelectorAll("td")[column].dataset.value])),
    pinned ? 1 : 0,
  );
}

/** The slider of the place in the story. */
export const slider = (page) => page.locator(".player__scrub");

/** What a person sees and hears of the place where the show stands. */
export async function sight(page) {
  const words = (selector) => page.locator(selector).first().innerText();
  // What is told comes with the board.
  const counted = await figures(page);
  return {
    caption: await words(".caption__words"),
    station: await page.locator("[aria-current=step]").getAttribute("data-station"),
    clock: await words(".caption__clock"),
    described: await page.locator("[data-test=described]").textContent(),
    figures: counted,
  };
}

/** Goes on by so many steps. */
export async function steps(page, count) {
  for (let step = 0; step < count; step += 1) await page.locator('[data-test="player.next"]').click();
}

/** Puts the notice away, if there is one. */
export async function dismiss(page) {
  const close = page.locator("[data-test=notice] button");
  if (await close.isVisible()) await close.click();
}

/** Chooses a release strategy by its toggle. */
export const release = (page, name) => page.locator(`[data-choice=release] [data-name=${name}]`).click();

/**
 * Takes the page's clock into the test's hand, so that a minute of the show takes a second of the test. Call it before the
 * page is opened. `stop()` first, or time passes by itself as well; then `run(ms)` lets it pass frame by frame, and `jump(ms)` in
 * one frame.
 */
export async function clock(page) {
  await page.clock.install();
  return {
    stop: async () => page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000)),
    run: (ms) => page.clock.runFor(ms),
    jump: (ms) => page.clock.fastForward(ms),
  };
}

/** Lets the show play until it is over, at the greatest speed and with ten frames a second. */
export async function playToTheEnd(page, time) {
  const FRAME_MS = 100;
  /** More seconds than any story has at this speed. */
  const LONGEST = 60;
  const house = page.locator(".house");
  await page.locator(".player__speed select").selectOption("400");
  for (let second = 0; second < LONGEST && (await house.getAttribute("data-over")) !== "true"; second += 1) {
    for (let passed = 0; passed < 1_000; passed += FRAME_MS) await time.jump(FRAME_MS);
  }
  await expect(house).toHaveAttribute("data-over", "true");
}

/** The violations that axe finds, one line each; also words in the very colour of their ground, of which axe is never sure. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in window))) {
    const script = new URL(import.meta.resolve("axe-core/axe.min.js"));
    await page.evaluate(await readFile(script, "utf8"));
  }
  const { violations, incomplete } = await page.evaluate(() => window.axe.run({ rules: { "target-size": { enabled: true } } }));
  const unseen = ({ any }) => any.some(({ data }) => data?.messageKey === "equalRatio");
  const doubtful = incomplete.map(({ id, nodes }) => ({ id, nodes: nodes.filter(unseen) })).filter(({ nodes }) => nodes.length > 0);
  return [...violations, ...doubtful].map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** The name of the built file that matches. */
export async function built(pattern) {
  const name = (await readdir(dist)).find((name) => pattern.test(name));
  expect(name, `a file in dist/ like ${pattern}`).toBeTruthy();
  return name;
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/**
 * The simplest of hosts: dist/ below /some/where/, right types and nothing else. With `hold`, it sends half of the files
 * that match, and the rest when `release` is called.
 */
export async function plainHost({ hold } = {}) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://127.0.0.1").pathname;
    const name = path === "/some/where/" ? "index.html" : path.replace("/some/where/", "");
    const file = join(dist, name);
    const size = await stat(file).then((found) => found.size, () => null);
    if (!path.startsWith("/some/where/") || size === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Length": size });
    if (!hold?.test(name)) {
      createReadStream(file).pipe(response);
      return;
    }
    const contents = await readFile(file);
    response.write(contents.subarray(0, size / 2));
    await released;
    response.end(contents.subarray(size / 2));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/some/where/`,
    release,
    async close() {
      release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
