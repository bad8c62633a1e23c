// The letters: one family in both languages, here before anybody misses it, and no more of it than the screen shows.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { read } from "./pixels.mjs";
import { dismiss, dist, expect, expectReady, open, release, steps, test } from "./support.mjs";

const FAMILY = "Naru Sans";

/** What a first visit's letters may weigh, in bytes, both weights together. */
const BUDGETS = { en: 14_000, ko: 21_000 };

/** A desk, a phone, a lobby's portrait screen, a slide's corner. */
const SIZES = [[1366, 768], [390, 844], [1080, 1920], [640, 360]];

/** What may move by, in pixels, when the fonts arrive: the same lines, a hair higher or wider. */
const A_HAIR = 4;

/** A story in which much is said, with a way out. */
const STORY = "release=canary&fault=load&seed=7";

/** The slices that are built for a first screen. */
const firstSlices = (lang) => readdirSync(join(dist, lang)).filter((name) => /-first-.*\.woff2$/.test(name)).map((name) => `${lang}/${name}`).sort();

/** The name of a slice within dist/. */
const nameOf = (address) => new URL(address).pathname.split("/").slice(-2).join("/");

/** What is in view and not set in the family, one line each. */
async function strangers(page) {
  await page.evaluate(() => document.fonts.ready);
  const words = await page.evaluate(() => {
    const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !element.closest(".unseen");
    const own = (element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const elements = [...document.querySelectorAll("body *:not(option, script)")].filter((element) => own(element).length > 0 && seen(element));
    for (const element of elements) element.dataset.letters = "";
    return elements.map((element) => own(element).map((node) => node.data.trim()).join(" "));
  });
  expect(words.length, "words in view").toBeGreaterThan(0);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("DOM.enable");
  await devtools.send("CSS.enable");
  const { root } = await devtools.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await devtools.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "[data-letters]" });
  const used = await Promise.all(nodeIds.map((nodeId) => devtools.send("CSS.getPlatformFontsForNode", { nodeId })));
  const found = words.flatMap((text, index) => {
    const { fonts } = used[index];
    const others = fonts.filter(({ familyName, isCustomFont }) => familyName !== FAMILY || !isCustomFont);
    return fonts.length > 0 && others.length === 0 ? [] : [`“${text}”: ${others.map(({ familyName }) => familyName).join(", ") || "nothing"}`];
  });
  await devtools.detach();
  await page.evaluate(() => document.querySelectorAll("[data-letters]").forEach((element) => delete element.dataset.letters));
  return found;
}

/** Letters of one slice may be asked for when another one turned out not to have them: they come one after the other. */
const expectOneFamily = (page) => expect.poll(() => strangers(page)).toEqual([]);

/** What in view, or measured for it, the first slices have no letters for: whose keys `FIRST` in xtask/src/fonts/slices.rs lacks. */
function beyondTheFirst() {
  const faces = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]).flatMap((rule) => [...(rule.cssRules ?? [])]);
  const first = faces.filter((rule) => rule instanceof CSSFontFaceRule && /-first-/.test(rule.style.src) && rule.style.fontFamily.includes(` ${document.documentElement.lang}`));
  const runs = (weight) => first.find(({ style }) => style.fontWeight === weight).style.unicodeRange.split(",").map((run) => run.trim().slice(2).split("-").map((code) => parseInt(code, 16)));
  const ranges = { 400: runs("400"), 700: runs("700") };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    // A list is measured with all that it unfolds, unless its sheet gives it a width.
    const shown = parentElement.closest("select") ?? parentElement;
    if (!data.trim() || !shown.checkVisibility() || shown.closest(".unseen")) continue;
    const weight = Number(getComputedStyle(parentElement).fontWeight) > 550 ? 700 : 400;
    const lacking = [...data].filter((letter) => !ranges[weight].some(([from, to = from]) => letter.codePointAt(0) >= from && letter.codePointAt(0) <= to));
    if (lacking.length > 0) found.push(`${lacking.join("")} of “${data.trim()}” in ${weight}`);
  }
  return found;
}

test.describe("a first visit", () => {
  for (const lang of ["en", "ko"]) {
    for (const [width, height] of SIZES) {
      test(`in ${lang} at ${width}x${height} fetches its first slices and no other`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        const fetched = [];
        page.on("requestfinished", (request) => /\.woff2$/.test(request.url()) && fetched.push(request));
        await page.goto(`./?lang=${lang}`);
        await expectReady(page);
        await page.evaluate(() => document.fonts.ready);
        const names = fetched.map((request) => nameOf(request.url())).sort();
        expect(names, `beyond the first: ${(await page.evaluate(beyondTheFirst)).join("; ")}`).toEqual(firstSlices(lang));
        const sizes = await Promise.all(fetched.map((request) => request.sizes()));
        const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
        expect(bytes).toBeLessThanOrEqual(BUDGETS[lang]);
      });
    }
  }
});

test("slices are sent as what they are, to whoever asks, to be kept", async ({ request }) => {
  for (const name of [...firstSlices("en"), ...firstSlices("ko")]) {
    const headers = (await request.get(`./${name}`, { headers: { "Accept-Encoding": "br, gzip" } })).headers();
    expect(headers["content-type"]).toBe("font/woff2");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["cache-control"]).toContain("immutable");
  }
});

test.describe("one family", () => {
  for (const lang of ["en", "ko"]) {
    test(`on the first screen and in the whole panel, in ${lang}`, async ({ page }) => {
      await open(page, STORY, { lang });
      await expectOneFamily(page);
      await page.locator(".more__summary").click();
      await expect(page.locator(".more")).toHaveAttribute("open");
      await expectOneFamily(page);
    });

    test(`through a story to its end, in ${lang}`, async ({ page }) => {
      await open(page, STORY, { lang });
      await page.locator("[data-test=start]").click();
      await page.locator("[data-test=play]").click();
      for (let step = 0; step < 8; step += 1) {
        await expectOneFamily(page);
        await steps(page, 3);
      }
      await page.locator(".player__scrub").press("End");
      await expectOneFamily(page);
    });

    test(`in a notice and on a card, in ${lang}`, async ({ page }) => {
      await open(page, `${STORY}&colour=red&share=999`, { lang });
      await expectOneFamily(page);
      await dismiss(page);
      await page.locator("[data-test=start]").click();
      await page.locator(".caption .term").first().click();
      await expect(page.locator("dialog[open]")).toBeVisible();
      await expectOneFamily(page);
    });
  }

  test.describe("on a bad day", () => {
    test.use({ forgiven: /Failed to load resource|Failed to fetch/ });
    for (const lang of ["en", "ko"]) {
      test(`in ${lang}`, async ({ page }) => {
        await page.route(/\.wasm$/, (route) => route.abort());
        await page.goto(`./?lang=${lang}`);
        await expect(page.getByRole("alert")).toBeVisible();
        await expectOneFamily(page);
      });
    }
  });

  test("after another language was chosen", async ({ page }) => {
    await open(page, STORY, { lang: "en" });
    await page.getByRole("button", { name: "한국어" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await release(page, "rolling");
    await expectOneFamily(page);
  });

  test.describe("in the single file, where nothing is fetched", () => {
    // Chromium's own tools, which tell the fonts, read a large file once more.
    test.use({ forgiven: /^console: Unsafe attempt to load URL file:.*'file:' URLs are treated as unique security origins/ });
    test("in Korean", async ({ page }) => {
      await open(page, STORY, { lang: "ko", at: pathToFileURL(join(dist, "naru.html")).href });
      await expectOneFamily(page);
    });
  });

  test("in a sandboxed frame, whose own files count as another's", async ({ page, baseURL }) => {
    await page.setContent(`<iframe sandbox="allow-scripts" src="${baseURL}?lang=ko" width="800" height="600"></iframe>`);
    await expectReady(page.frameLocator("iframe"));
    const states = () =>
      page.frames()[1].evaluate((family) => [...document.fonts].filter((face) => face.family.includes(family)).map(({ status }) => status), FAMILY);
    await expect.poll(async () => (await states()).filter((status) => status === "loaded").length).toBeGreaterThanOrEqual(2);
    expect(await states()).not.toContain("error");
  });

  test("figures stand in columns", async ({ page }) => {
    await open(page, STORY, { lang: "ko" });
    const widths = await page.evaluate(async () => {
      const width = (figures, weight) => {
        const element = document.body.appendChild(document.createElement("span"));
        element.textContent = figures;
        Object.assign(element.style, { position: "absolute", fontVariantNumeric: "tabular-nums", fontWeight: weight });
        const { width } = element.getBoundingClientRect();
        element.remove();
        return width;
      };
      await document.fonts.ready;
      return [400, 700].map((weight) => [..."0123456789"].map((digit) => width(digit.repeat(20), weight)));
    });
    for (const of of widths) expect(Math.max(...of) - Math.min(...of)).toBeLessThan(0.5);
  });
});

test.describe("before the fonts are there", () => {
  for (const lang of ["en", "ko"]) {
    for (const [width, height] of SIZES.slice(0, 2)) {
      test(`words can be read, and nothing jumps afterwards, in ${lang} at ${width}x${height}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        let arrive;
        const arrived = new Promise((resolve) => (arrive = resolve));
        await page.route(/\.woff2$/, async (route) => {
          await arrived;
          await route.continue();
        });
        await page.goto(`./?lang=${lang}`, { waitUntil: "commit" });
        await expectReady(page);
        // What is not painted has no contrast: in a screenshot of the title there must be its ink.
        await expect.poll(() => inkOf(page, ".intro__title")).toBeGreaterThan(0.02);
        const before = await places(page);
        arrive();
        await page.evaluate(() => document.fonts.ready);
        await expectOneFamily(page);
        const after = await places(page);
        for (const [part, sides] of Object.entries(before)) {
          const moved = sides.map((side, index) => Math.abs(side - after[part][index]));
          expect(Math.max(...moved), `${part}: ${sides} became ${after[part]}`).toBeLessThanOrEqual(A_HAIR);
        }
      });
    }
  }
});

/** Where the large parts lie, and where the words of the beginning do: left, top, width and height in pixels. */
function places(page) {
  return page.evaluate(() => {
    const parts = [".head", ".stages", ".intro", ".player", ".stations", ".panel", ".choices"];
    const box = (part) => {
      const { left, top, width, height } = document.querySelector(part).getBoundingClientRect();
      return [left, top + scrollY, width, height].map(Math.round);
    };
    return Object.fromEntries(parts.map((part) => [part, box(part)]));
  });
}

/** The share of a part of the page that is far darker than the lightest of it. The driver's own screenshots wait for fonts. */
async function inkOf(page, part) {
  const { x, y, width, height } = await page.locator(part).boundingBox();
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send("Page.captureScreenshot", { clip: { x, y, width, height, scale: 1 } });
  await devtools.detach();
  const picture = read(Buffer.from(data, "base64"));
  const light = [];
  for (let down = 0; down < picture.height; down += 1) {
    for (let across = 0; across < picture.width; across += 1) light.push(Math.max(...picture.at(across, down)));
  }
  const lightest = light.reduce((one, other) => Math.max(one, other));
  return light.filter((value) => value < lightest / 2).length / light.length;
}
