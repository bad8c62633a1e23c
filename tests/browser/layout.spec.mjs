// The layout: at every size, in both languages, by day and by night, all words can be read, nothing covers anything else, and
// nothing jumps while the story is told. Screenshots of each are left in results/.
import { fileURLToPath } from "node:url";
import { dismiss, expect, open, release, slider, steps, test } from "./support.mjs";

const SIZES = [[390, 844], [1366, 768], [1920, 1080], [1080, 1920], [640, 360], [320, 568]];

/** Stories whose captions differ most: each strategy, each way out, what a gate stops, and the longest sentences. */
const STORIES = [
  "release=canary&fault=load&seed=7",
  "release=all-at-once&fault=load&severity=100&watch=off&slo=9999&orders=10000&seed=7",
  "release=blue-green&fault=none&hold=240&seed=7",
  "release=rolling&fault=integration&back=manual&seed=9",
  "release=rolling&words=own&delivery=button&servers=handmade&fault=none&e2e=off&lint=off&seed=15",
  "release=canary&words=own&delivery=train&servers=image&router=off&boats=37&away=harbour&fault=none&seed=36",
];

/** What is wrong with the page as it stands, one line each; and where its large parts lie. */
function look() {
  const wrong = [];
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest("#boot");
  const name = (element) => {
    const words = element.textContent.trim().slice(0, 16);
    return `${element.localName}${element.className && typeof element.className === "string" ? `.${element.className.split(" ")[0]}` : ""} “${words}”`;
  };
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) wrong.push(`the page scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`);

  for (const element of document.querySelectorAll("#app *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!own || !seen(element)) continue;
    const style = getComputedStyle(element);
    // For ears only.
    if (element.closest(".unseen") || style.clipPath === "inset(50%)") continue;
    if (parseFloat(style.fontSize) < 12) wrong.push(`${name(element)} is ${style.fontSize} high`);
    if (style.display === "inline") continue;
    if (element.scrollWidth > element.clientWidth + 1) wrong.push(`${name(element)} is cut: ${element.scrollWidth} > ${element.clientWidth}`);
    if (style.overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1) wrong.push(`${name(element)} is cut below`);
  }

  const box = (element) => element.getBoundingClientRect();
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const covers = (one, other) => {
    const [a, b] = [box(one), box(other)];
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return wide > 1 && high > 1;
  };
  const apart = (elements) => {
    elements.forEach((one, index) => {
      for (const other of elements.slice(index + 1)) if (covers(one, other)) wrong.push(`${name(one)} and ${name(other)} lie on each other`);
    });
  };
  const within = (inner, outer) => {
    const [a, b] = [box(inner), box(outer)];
    if (a.left < b.left - 1 || a.top < b.top - 1 || a.right > b.right + 1 || a.bottom > b.bottom + 1) wrong.push(`${name(inner)} leaves its place`);
  };
  apart(all(".head, .stages__one, .caption, .player, .panel"));
  // A notice may lie on what is seen, but not on what is pressed to go on.
  apart(all(".notice, .head")), apart(all(".notice, .player"));
  apart(all(".board, .choices"));
  apart(all(".player button, .player input, .player select"));
  apart(all(".head > *"));
  apart(all(".board__actions > *, .board__table"));
  for (const stage of all(".stages__one")) {
    const over = all(".legend, .intro, .button--stage").filter((element) => stage.contains(element));
    apart(over);
    for (const element of over) within(element, stage);
    for (const sign of all(".sign--here").filter((element) => stage.contains(element))) {
      within(sign, stage);
      for (const element of over) if (covers(sign, element)) wrong.push(`${name(element)} covers the sign ${name(sign)}`);
    }
  }
  const caption = document.querySelector(".caption");
  if (seen(caption)) within(caption.querySelector(".caption__words"), caption);

  const places = ["stages__one", "caption", "player"].map((part) => {
    const { left, top, width, height } = box(document.querySelector(`.${part}`));
    return `${part} at ${Math.round(left)}, ${Math.round(top + scrollY)}: ${Math.round(width)} x ${Math.round(height)}`;
  });
  return { wrong, places: places.join("; "), station: document.querySelector("[aria-current=step]").dataset.station, words: document.querySelector(".caption__words").innerText };
}

/** Goes through the whole story and looks at each beat, once it is painted. */
async function tell(page) {
  const beat = (press) =>
    page.evaluate(async (go) => {
      if (go) document.querySelector('[data-test="player.next"]').click();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return { ...window.look(), over: document.querySelector(".house").dataset.over === "true" };
    }, press);
  const beats = [await beat(false)];
  while (!beats.at(-1).over && beats.length < 80) beats.push(await beat(true));
  return beats;
}

/** To the top of the page, and of its panel. */
const top = (page) =>
  page.evaluate(() => {
    scrollTo(0, 0);
    document.querySelector(".panel").scrollTop = 0;
  });

const picture = (name) => fileURLToPath(new URL(`results/screens/${name}.png`, import.meta.url));

// The page's policy lets nobody bring code in later.
test.beforeEach(({ page }) => page.addInitScript(`window.look = ${look}`));

for (const [width, height] of SIZES) {
  for (const lang of ["en", "ko"]) {
    test(`${width}x${height}, ${lang}: everything can be read, and nothing jumps`, async ({ page }) => {
      // Still steps: what is looked at has come to rest.
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.setViewportSize({ width, height });
      // Where the parts stand, each with a caption that was said there.
      const places = {};
      for (const story of STORIES) {
        await page.goto("about:blank");
        await open(page, story, { lang });
        const beats = await tell(page);
        const wrong = beats.flatMap(({ wrong, station }) => wrong.map((line) => `${station}: ${line}`));
        expect.soft([...new Set(wrong)], story).toEqual([]);
        for (const { places: now, words } of beats) places[now] ??= words;
      }
      expect.soft(Object.keys(places).length, `the parts stand still in all stories: ${JSON.stringify(places, null, 2)}`).toBe(1);
    });

    for (const theme of ["day", "night"]) {
      test(`${width}x${height}, ${lang}, ${theme}: start, crossing, pinned run, card`, async ({ page }) => {
        await page.emulateMedia({ reducedMotion: "reduce" });
        await page.setViewportSize({ width, height });
        await open(page, "release=canary&seed=7", { lang, theme });
        const shot = async (what) => {
          await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
          await page.screenshot({ path: picture(`${width}x${height}-${lang}-${theme}-${what}`) });
            expect.soft((await page.evaluate(() => window.look())).wrong, what).toEqual([]);
        };
        await shot("start");
        await page.locator(".more__summary").click();
        await page.locator("button[data-station=release]").click();
        await steps(page, 3);
        await top(page);
        await shot("crossing");
        await page.locator("[data-test=pin]").click();
        await release(page, "all-at-once");
        await slider(page).press("End");
        await top(page);
        await shot("pinned");
        await page.locator("[data-test=undo]").click();
        await top(page);
        await shot("notice");
        await dismiss(page);
        await page.locator("button[data-station=container]").click();
        await page.locator(".term").first().click();
        const card = page.getByRole("dialog");
        await expect(card).toBeVisible();
        // The whole card can be read, by scrolling at most.
        const { x, y, width: wide, height: high } = await card.boundingBox();
        expect.soft(x >= 0 && y >= 0 && x + wide <= width && y + high <= height, "the card stays on the screen").toBe(true);
        await shot("card");
      });
    }
  }
}
