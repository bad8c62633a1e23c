// Naru in a deck of Slidev, built by the real one (tests/slidev/) with the component that stands beside the app.
import { execFile } from "node:child_process";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { SLIDEV, deckHost } from "./decks.mjs";
import { expect, test } from "./support.mjs";

/** A build of the deck takes a quarter of a minute on two idle cores. */
const BUILD_MS = 180_000;

test.describe.configure({ mode: "serial" });
// What Slidev itself says of a part that it brings and does not find.
test.use({ forgiven: /^console: Failed to patch FloatingVue/ });
let host;
test.beforeAll(async () => {
  test.setTimeout(BUILD_MS);
  const from = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
  await mkdir(join(SLIDEV, "components"), { recursive: true });
  await copyFile(from("public/slidev/NaruHarbour.vue"), join(SLIDEV, "components/NaruHarbour.vue"));
  await copyFile(from("tests/slidev/slides.md"), join(SLIDEV, "slides.md"));
  await promisify(execFile)(join(SLIDEV, "node_modules/.bin/slidev"), ["build", "--base", "/slidev/"], { cwd: SLIDEV });
  host = await deckHost();
});
test.afterAll(() => host?.close());

const open = (page, route, query = "") => page.goto(`${host.address}slidev/${query}#/${route}`);
/** The copy on the slide that is shown: Slidev keeps others beside it. */
const harbour = (page) => page.locator("[data-slidev-no='2'] naru-harbour").first();
/** The step that it is at, or moves to. */
const at = (page) => harbour(page).evaluate(({ status, step }) => (status === "ready" ? (step?.index ?? null) : null));
const expectStep = (page, step) => expect.poll(() => at(page), `step ${step}`).toBe(step);
const expectStill = (page) => expect.poll(() => harbour(page).evaluate(({ step }) => step?.moving)).toBe(false);
const expectSlide = (page, slide) => expect.poll(() => new URL(page.url()).hash.match(/^#\/(\d+)/)?.[1]).toBe(String(slide));
const playing = (page) => harbour(page).evaluate((element) => element.playing);

test("its steps are the slide's clicks, and the deck goes on at both ends", async ({ page }) => {
  test.slow();
  await open(page, 1);
  await page.locator("h1").first().waitFor();
  await page.keyboard.press("ArrowRight");
  await expectSlide(page, 2);
  await expectStep(page, 0);
  for (const step of [1, 2, 3]) {
    await page.keyboard.press("ArrowRight");
    await expectStep(page, step);
  }
  await expectSlide(page, 2);
  await page.keyboard.press("ArrowRight");
  await expectSlide(page, 3);
  await expect.poll(() => playing(page)).toBe(false);
  await page.keyboard.press("ArrowLeft");
  await expectSlide(page, 2);
  await expectStep(page, 3);
  for (const step of [2, 1, 0]) {
    await page.keyboard.press("ArrowLeft");
    await expectStep(page, step);
  }
  await page.keyboard.press("ArrowLeft");
  await expectSlide(page, 1);
});

test("keys pressed inside the frame move the slide's clicks, and leave at the end", async ({ page }) => {
  await open(page, "2?clicks=2");
  await expectStep(page, 2);
  await page.frames().at(-1).locator("body").evaluate(() => window.focus());
  await page.keyboard.press("PageDown");
  await expectStep(page, 3);
  await expect.poll(() => page.url()).toContain("clicks=3");
  await expectStill(page);
  await page.keyboard.press("PageDown");
  await expectSlide(page, 3);
});

test("only the copy on the slide plays: the presenter's screen shows pictures", async ({ page }) => {
  await page.goto(`${host.address}slidev/#/presenter/2`);
  await expect(page.locator("naru-harbour img").first()).toBeVisible();
  await expect(page.locator("naru-harbour iframe")).toHaveCount(0);
});

test("exported, each click is a still", async ({ page }) => {
  // The frame that only keeps the contract has four steps, too, and tells which one its still shows.
  await page.route("**/naru/?mode=embed*", async (route) => route.fulfill({ response: await route.fetch({ url: `${host.address}frame/` }) }));
  // Slidev may have the slide before the script of the element has come.
  const still = () => harbour(page).evaluate((one) => decodeURIComponent(one.shadowRoot?.querySelector("img")?.src ?? "").match(/step \d/)?.[0]);
  for (const click of [0, 2, 3]) {
    // As `slidev export` opens the slides, one after the other.
    await page.goto("about:blank");
    await open(page, `2?clicks=${click}`, "?print=clicks");
    await expect.poll(still).toBe(`step ${click}`);
    await expect(page.locator("naru-harbour iframe")).toHaveCount(0);
  }
});
