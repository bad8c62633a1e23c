// The watchdog of a kiosk, from a disk: whatever happens to the harbour in its frame, a working one is there again within seconds, and it is counted.
import { WATCHED, app, control, expectPhase, kept } from "./kiosk.mjs";
import { expect, test } from "./support.mjs";

// What is broken here on purpose may say so.
test.use({ forgiven: /./ });
test.describe.configure({ timeout: 90_000 });

const frame = (page) => page.frames().find((one) => one.url().includes("naru.html"));

/** Opens the watchdog's page, and waits until its harbour is seen. */
async function open(page) {
  await page.goto(WATCHED);
  await expectPhase(page, "attract", 30_000);
  await expect(page.locator("#cover")).toHaveClass("away");
}

/** Marks the harbour, so that another one can be told from it. */
const mark = (page) => frame(page).evaluate(() => (window.marked = true));

/** Waits until another harbour is there, and works. */
async function expectFresh(page, within) {
  await expect.poll(() => frame(page)?.evaluate(() => window.marked ?? false).catch(() => null) ?? null, { timeout: within }).toBe(false);
  await expectPhase(page, "attract", within);
  await expect(page.locator("#cover")).toHaveClass("away", { timeout: within });
  await control(page, "begin").first().click();
  await expectPhase(page, "hook");
}

/** Opens the staff corner with the usual PIN. */
async function openCorner(page) {
  await page.mouse.move(20, 20);
  await page.mouse.down();
  await expect(app(page).locator("[data-test=corner]")).toBeVisible();
  await page.mouse.up();
  for (const digit of "0000") await app(page).locator("[data-test=pad]").getByRole("button", { name: digit, exact: true }).click();
  await expect(app(page).locator("[data-test=corner-inside]")).toBeVisible();
}

/** How often it mended something of a kind: counted, or noted to be counted by the next harbour. */
const mended = (page, kind) =>
  page.evaluate((kind) => {
    const { keys = [], days = [] } = JSON.parse(localStorage.getItem("naru.kiosk.counters") ?? "{}");
    const place = keys.indexOf(`recovery.${kind}`);
    const noted = JSON.parse(localStorage.getItem("naru.kiosk.mishaps") ?? "{}")[kind] ?? 0;
    return days.reduce((sum, day) => sum + (place < 0 ? 0 : day[place + 1]), noted);
  }, kind);

test("a panic: a fresh harbour", async ({ page }) => {
  await open(page);
  await mark(page);
  await frame(page).evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await expectFresh(page, 10_000);
  expect(await mended(page, "panic")).toBe(1);
});

test("a frame loop that was killed: a fresh harbour", async ({ page }) => {
  await open(page);
  await mark(page);
  await frame(page).evaluate(() => (window.requestAnimationFrame = () => 0));
  await expectFresh(page, 15_000);
  expect(await mended(page, "frames")).toBe(1);
});

test("a hang: the page around it goes on, and puts a fresh harbour in its place", async ({ page }) => {
  await open(page);
  await mark(page);
  frame(page).evaluate(() => { for (;;); }).catch(() => {});
  // The watchdog itself does not hang.
  const start = Date.now();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(Date.now() - start).toBeLessThan(5_000);
  await expect.poll(() => mended(page, "hang"), { timeout: 30_000 }).toBe(1);
  await expectPhase(page, "attract", 30_000);
  await control(page, "begin").first().click();
  await expectPhase(page, "hook");
});

test("a lost canvas: it is renewed, but not under a visitor's hands", async ({ page }) => {
  await open(page);
  await control(page, "begin").first().click();
  await mark(page);
  await frame(page).evaluate(() => document.querySelector("canvas").dispatchEvent(new Event("contextlost", { cancelable: true })));
  await expect.poll(() => mended(page, "canvas")).toBe(1);
  await expectPhase(page, "hook");
  expect(await frame(page).evaluate(() => window.marked)).toBe(true);
  await control(page, "leave").click();
  await expectFresh(page, 15_000);
});

for (const [what, spoil] of [
  ["is full", () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); })],
  ["throws", () => Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } })],
]) {
  test(`storage that ${what}: it goes on, counts in memory, and says so in the staff corner`, async ({ page }) => {
    await page.addInitScript(spoil);
    await open(page);
    await control(page, "begin").first().click();
    await control(page, "leave").click();
    // The next harbour knows what this one counted.
    await mark(page);
    await frame(page).evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
    await expectFresh(page, 10_000);
    await control(page, "leave").click();
    await openCorner(page);
    await expect(app(page).locator("[data-test=corner-storage]")).toHaveText("Not there");
    for (const [counter, sum] of [["visits", "2"], ["recovery.storage", "1"], ["recovery.panic", "1"]]) {
      await expect(app(page).locator(`[data-counter="${counter}"] td`).last(), counter).toHaveText(sum);
    }
  });
}

test("a settings file that is no JSON: everything as usual, and counted", async ({ page }) => {
  await kept(page, "{ this is no JSON");
  await open(page);
  await expect(control(page, "begin")).toHaveCount(2);
  await expect.poll(() => mended(page, "settings")).toBe(1);
});

test("a harbour that is not there: it is tried again and again, and says that somebody should look", async ({ page }) => {
  await page.goto("about:blank");
  await page.route("**/naru.html*", (route) => route.abort());
  await page.goto(WATCHED, { waitUntil: "commit" });
  await expect(page.locator("#moment")).toBeVisible();
  await expect(page.locator("#cover")).not.toHaveClass("away");
});

test("what its frame says is looked at: nonsense keeps nothing and changes nothing", async ({ page }) => {
  await open(page);
  await frame(page).evaluate(() => {
    const say = (message) => parent.postMessage(message, "*");
    for (const message of [null, 1, "x", {}, { naru: 1 }, { naru: 1, kiosk: {} }, { naru: 1, kiosk: "keep", what: "evil", text: "x" }, { naru: 1, kiosk: "keep", what: "counters", text: "x".repeat(400_000) },
      { naru: 1, kiosk: "keep", what: "settings", text: 7 }, { naru: 1, kiosk: "save", name: "../../etc/passwd", text: "x" }, { naru: 1, kiosk: "sick", kind: "evil" }]) say(message);
  });
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => /evil|settings/.test(key)))).toEqual([]);
  await expectPhase(page, "attract");
  await expect(app(page).locator(".kiosk")).toBeVisible();
});
