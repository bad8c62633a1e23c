// Kept on the machine: after one visit Naru needs no network, and a newer version mixes with nothing and interrupts nobody.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { axe, clock, dist, expect, expectReady, figures, figuresOf, golden, open, release, slider, test, texts } from "./support.mjs";
import { host, keptBy, removed, settled, version, versions } from "./releases.mjs";

const EN = texts("en");
const KO = texts("ko");
const START = "[data-test=start]";
/** What a newer version says instead. */
const NEWER = { en: "See an idea cross", ko: "새로 건너는 걸 보기" };

test.use({ serviceWorkers: "allow" });

const newer = () => version((text, lang) => text.replace(/^app\.start = .*$/m, `app.start = ${NEWER[lang]}`));
const notice = (page) => page.locator("[data-test=update]");

/** A first visit, until all is kept. */
async function visit(page, at, manners = {}) {
  await open(page, "", { at, ...manners });
  await settled(page);
}

/** Tells a page that its host may have something new, as a browser does by itself once a day. */
const look = (page) => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));

test.describe("without a network", () => {
  // What the browser says of an answer that does not come.
  test.use({ forgiven: /ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED)/ });

  test("a second visit plays a release in both languages, and opens what was never opened", async ({ page, context }) => {
    test.setTimeout(120_000);
    const here = await host();
    await visit(page, here.address);
    await here.close();
    await context.setOffline(true);

    for (const [lang, words] of [["en", EN], ["ko", KO]]) {
      const { link, document } = golden("rolling");
      await open(page, link, { at: here.address, lang, theme: "night" });
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page.locator(START)).toContainText(words["app.start"]);
      await page.locator(START).click();
      await page.locator("[data-test=play]").click();
      await slider(page).press("End");
      await expect.poll(() => figures(page)).toEqual(figuresOf(document));
      await expect(page.locator(".caption__words")).toHaveText(words["caption.customers-heard.back"]);
      await page.locator("[data-test=export]").click();
      await expect(page.locator("dialog.export")).toBeVisible();
      await page.keyboard.press("Escape");
      await page.locator("[data-test=chapters]").click();
      await page.locator("[data-test=glossary]").click();
      await expect(page.locator("[data-test=look-up]")).toBeVisible();
      // Every letter has come, too: nothing stands in another family's.
      expect(await page.evaluate(async () => (await document.fonts.ready, [...document.fonts].filter(({ status }) => status === "error").length))).toBe(0);
    }
  });

  test("each file that the app can ask for is there", async ({ page, context }) => {
    const here = await host();
    await visit(page, here.address);
    await here.close();
    await context.setOffline(true);
    await open(page, "chapter=wish&beat=cake", { at: here.address });
    await expect(page.locator("[data-test=talk]")).toBeVisible();
    const names = readFileSync(join(dist, "sw.js"), "utf8").match(/[\w/.-]+-[0-9a-f]{10}\.\w+/g);
    expect(names.length).toBeGreaterThan(30);
    const found = await page.evaluate((names) => Promise.all(names.map(async (name) => (await fetch(`./${name}`)).status)), names);
    expect(found.filter((status) => status !== 200)).toEqual([]);
  });
});

test("what is kept comes after the app, one file after the other, and each is asked for once at most beside it", async ({ page }) => {
  const here = await host();
  await open(page, "", { at: here.address });
  expect(here.asked).not.toContain("sw.js");
  await settled(page);
  const twice = here.asked.filter((name, index) => /-[0-9a-f]{10}\./.test(name) && here.asked.indexOf(name) !== index);
  expect(twice).toEqual([]);
  expect(await versions(page)).toEqual([Object.keys(keptBy()).length]);
  await here.close();
});

test("what is installed has a name in both languages, and icons that are what they say", async ({ page }) => {
  const here = await host();
  await visit(page, here.address);
  const manifest = await page.evaluate(async () => (await fetch(document.querySelector("link[rel=manifest]").href)).json());
  expect(manifest).toMatchObject({ name: "Naru 나루", name_localized: { ko: "나루" }, start_url: "./", display: "standalone" });
  const sizes = await page.evaluate(
    (icons) => Promise.all(icons.map(async ({ src }) => {
      const icon = Object.assign(new Image(), { src });
      await icon.decode();
      return `${icon.naturalWidth}x${icon.naturalHeight}`;
    })),
    manifest.icons.filter(({ type }) => type === "image/png"),
  );
  expect(sizes).toEqual(["192x192", "512x512", "512x512"]);
  await here.close();
});

test.describe("a newer version", () => {
  test("changes nothing until somebody asks for it, and then is there as a whole", async ({ page }) => {
    test.setTimeout(120_000);
    const [here, next] = [await host(), newer()];
    await visit(page, here.address);
    await release(page, "rolling");
    await expect.poll(() => new URL(page.url()).hash).toContain("release=rolling");
    const address = page.url();
    let loads = 0;
    page.on("domcontentloaded", () => (loads += 1));

    here.folder = next;
    await look(page);
    await expect(notice(page)).toContainText(EN["update.words"]);
    expect(loads).toBe(0);
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => typeof window.naruLarder.update)).toBe("function");
    // Also who reloads stays with what there was.
    await page.reload();
    await expectReady(page);
    await expect(page.locator(START)).toContainText(EN["app.start"]);
    await expect(notice(page)).toBeVisible({ timeout: 30_000 });

    [loads, here.asked.length] = [0, 0];
    await notice(page).getByRole("button", { name: EN["update.load"] }).click();
    await expect(page.locator(START)).toContainText(NEWER.en);
    await expectReady(page);
    expect(page.url()).toBe(address);
    expect(loads).toBe(1);
    await expect(notice(page)).toBeHidden();
    const now = keptBy(next);
    expect(here.asked.filter((name) => /-[0-9a-f]{10}\./.test(name) && !(name in now))).toEqual([]);
    await here.close();
    removed(next);
  });

  test("comes to one window only, where there are two", async ({ page, context }) => {
    test.setTimeout(120_000);
    const [here, next] = [await host(), newer()];
    await visit(page, here.address);
    const other = await context.newPage();
    await open(other, "", { at: here.address, lang: "ko" });
    here.folder = next;
    await look(page);
    await expect(notice(page)).toBeVisible();
    await notice(page).getByRole("button", { name: EN["update.load"] }).click();
    await expect(page.locator(START)).toContainText(NEWER.en);

    // The other goes on with its own, whose files the host no longer has.
    here.asked.length = 0;
    await expect(other.locator(START)).toContainText(KO["app.start"]);
    await other.locator("[data-test=chapters]").click();
    await expect(other.locator("[data-test=glossary]")).toBeVisible();
    await other.keyboard.press("Escape");
    await other.getByRole("button", { name: EN["language.en"] }).click();
    await expect(other.locator("html")).toHaveAttribute("lang", "en");
    expect(here.asked.filter((name) => /-[0-9a-f]{10}\./.test(name))).toEqual([]);
    expect(await versions(page)).toHaveLength(2);
    await other.reload();
    await expectReady(other);
    await expect(other.locator(START)).toContainText(NEWER.ko);
    await here.close();
    removed(next);
  });

  test("keeps the place of a show that plays", async ({ page }) => {
    const [here, next] = [await host(), newer()];
    await open(page, "minute=11000", { at: here.address });
    await settled(page);
    await page.locator("[data-test=play]").click();
    here.folder = next;
    await look(page);
    const loaded = page.waitForEvent("load", { timeout: 30_000 });
    await notice(page).getByRole("button", { name: EN["update.load"] }).click();
    await loaded;
    await expectReady(page);
    const minute = Number(/minute=(\d+)/.exec(page.url())?.[1]);
    expect(minute).toBeGreaterThan(11_000);
    await here.close();
    removed(next);
  });

  test("is taken by one call, where a screen that nobody minds has heard of it", async ({ page }) => {
    const [here, next] = [await host(), newer()];
    await visit(page, here.address);
    await page.evaluate(() => addEventListener("naru-update", (event) => (event.preventDefault(), (window.heard = (window.heard ?? 0) + 1))));
    here.folder = next;
    await look(page);
    await expect.poll(() => page.evaluate(() => window.heard)).toBe(1);
    await expect(notice(page)).toBeHidden();
    await page.evaluate(() => (window.naruLarder.update(), window.naruLarder.update()));
    await expect(page.locator(START)).toContainText(NEWER.en);
    // What no window needs any more goes, once the new one has come to rest.
    await expect.poll(() => versions(page), { timeout: 30_000 }).toHaveLength(1);
    await here.close();
    removed(next);
  });

  test.describe("of which a part is missing", () => {
    // The worker says why it was not taken.
    test.use({ forgiven: /404|Failed to load resource|rejected promise/ });
    test("leaves the old one as it was", async ({ page, context }) => {
      const [here, next] = [await host(), newer()];
      await visit(page, here.address);
      [here.folder, here.lost] = [next, /^boot-/];
      await look(page);
      await expect.poll(() => here.asked.filter((name) => name.startsWith("boot-")).length).toBeGreaterThan(1);
      await page.reload();
      await expectReady(page);
      await expect(page.locator(START)).toContainText(EN["app.start"]);
      await expect(notice(page)).toBeHidden();
      await here.close();
      await context.setOffline(true);
      await page.reload();
      await expectReady(page);
      await expect(page.locator(START)).toContainText(EN["app.start"]);
      removed(next);
    });
  });
});

test.describe("keeps nothing", () => {
  test("in a frame of another page, with an origin or without", async ({ page, baseURL }) => {
    for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin"]) {
      await page.setContent(`<iframe sandbox="${sandbox}" src="${baseURL}" width="800" height="600"></iframe>`);
      await expectReady(page.frameLocator("iframe"));
      const script = await page.waitForRequest(/parts\/offline-/);
      expect(script.frame()).not.toBe(page.mainFrame());
      await page.waitForResponse(/parts\/offline-/);
    }
    await page.goto(baseURL);
    expect(await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])).toEqual([0, 0]);
  });

  test("where somebody saves data", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    const [here, time] = [await host(), await clock(page)];
    await open(page, "", { at: here.address });
    await time.stop();
    await time.run(5_000);
    await expect(page.locator("link[rel=manifest]")).toBeAttached();
    // Longer than it waits for quiet.
    await time.run(60_000);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(here.asked).not.toContain("sw.js");
    await here.close();
  });
});
