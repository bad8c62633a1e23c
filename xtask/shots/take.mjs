// Takes pictures of the app and lays them on sheets. `cargo xtask shots` sends its order as JSON.
import { chromium } from "@playwright/test";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { film as roll, settle } from "../../tests/browser/film.mjs";
import { writeIndex, writeSheet } from "./sheet.mjs";

const order = JSON.parse(await text(process.stdin));

/** Pages at work at the same time: more would wait for each other on two cores. */
const HANDS = 2;
/** Milliseconds that anything may take: nothing waits so long without a reason. */
const PATIENCE_MS = 60_000;
/** CSS pixels around what a film shows. */
const MARGIN = 6;

const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
// Chromium's sandbox refuses to start for root.
if (process.getuid?.() === 0) args.push("--no-sandbox");

/** A page of the app on a screen, at the start of a story; whoever `prepare`s it does so before it is opened. */
async function open({ width, height, theme, lang }, fragment, prepare) {
  const context = await browser.newContext({ viewport: { width, height } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(`The page said: ${error.message}`));
  await prepare?.(page);
  await page.goto(`${order.address}?lang=${lang}&theme=${theme}#${fragment}`);
  await page.locator("html[data-naru=ready]").waitFor();
  return page;
}

/** Goes to another place, perhaps of another story, and stands still there. */
async function stand(page, fragment) {
  await page.evaluate((fragment) => (location.hash = fragment), fragment);
  await settle(page);
}

/** Where stage and caption are. */
async function theatre(page) {
  const boxes = await Promise.all(["[data-test=caption]", ".stage"].map((part) => page.locator(part).first().boundingBox()));
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The sheet of one look: every still. */
async function contact(look) {
  const page = await open(look, order.stills[0].fragment);
  const folder = join(order.folder, look.name);
  await mkdir(folder, { recursive: true });
  const pictures = [];
  for (const { name, label, fragment } of order.stills) {
    await stand(page, fragment);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    pictures.push({ label, file: `${look.name}/${name}.png` });
  }
  await page.context().close();
  const title = `${look.name}, ${look.width}x${look.height}`;
  return { name: look.name, title, pictures, width: look.width, across: look.across };
}

/** The sheet of one film: drawn place by place, or while the show plays. */
async function strip({ name, title, look, played, frames }) {
  const page = await open(look, frames[0].fragment, (page) => played && page.clock.install());
  const folder = join(order.folder, name);
  await mkdir(folder, { recursive: true });
  const clip = await theatre(page);
  const passing = played && (await play(page));
  const pictures = [];
  for (const [index, { label, fragment }] of frames.entries()) {
    const file = `${name}/${String(index + 1).padStart(2, "0")}.png`;
    if (!played) await stand(page, fragment);
    else if (index > 0) await passing.pass(played);
    await page.screenshot({ path: join(order.folder, file), clip });
    pictures.push({ label, file });
  }
  await page.context().close();
  return { name, title, pictures, width: clip.width, across: look.across };
}

/** Lets the show begin to play in a page whose time is in our hands. */
async function play(page) {
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  await page.locator("[data-test=play]").click();
  return roll(page);
}

/** Does all the work, so many at a time. */
async function inParallel(works) {
  const done = [];
  let next = 0;
  const hand = async () => {
    while (next < works.length) {
      const index = next++;
      done[index] = await works[index]();
    }
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  return done;
}

const browser = await chromium.launch({ executablePath: order.browser ?? undefined, args });
try {
  const works = [...order.looks.map((look) => () => contact(look)), ...order.films.map((film) => () => strip(film))];
  const sheets = await inParallel(works.map((work) => async () => writeSheet(browser, order.folder, await work())));
  await writeIndex(order.folder, sheets);
} catch (error) {
  // What the driver adds is for whoever writes tests.
  console.error(error.message.split("\n")[0]);
  process.exitCode = 1;
} finally {
  await browser.close();
}
