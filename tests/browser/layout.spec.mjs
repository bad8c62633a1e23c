// The layout: at every size, in both languages, all words can be read, nothing covers anything else, and nothing jumps while
// the story is told. `cargo xtask shots` takes pictures of the same to look at.
import { look } from "./look.mjs";
import { dismiss, expect, open, release, slider, steps, test } from "./support.mjs";

/** From the narrowest phone to a wall, upright and lying. */
const SIZES = [
  [320, 480], [360, 640], [390, 844], [640, 360], [844, 390], [768, 1024],
  [1024, 768], [1366, 768], [1600, 1200], [1920, 1080], [1080, 1920], [3840, 2160],
];

/** Windows that are looked at through 200 %: half as large to the page, and twice as fine. */
const ZOOMED = [[1280, 720], [1366, 768], [1920, 1080], [1080, 1920]];

/** Screens for people whose browser makes all text twice as large, and only text. */
const LARGE_TEXT = [[390, 844], [1366, 768], [1080, 1920]];
/** Their text, and that of fields for code, in CSS pixels. */
const LARGE_PX = { standard: 32, fixed: 26 };

/** Stories whose captions differ most: each strategy, each way out, what a gate stops. */
const STORIES = [
  "release=canary&fault=load&seed=7",
  "release=blue-green&fault=none&hold=240&seed=7",
  "release=rolling&fault=integration&back=manual&seed=9",
  "release=rolling&words=own&delivery=button&servers=handmade&fault=none&e2e=off&lint=off&seed=15",
];
/** Those with the longest sentences. */
const LONGEST = [
  "release=all-at-once&fault=load&severity=100&watch=off&slo=9999&orders=10000&seed=7",
  "release=canary&words=own&delivery=train&servers=image&router=off&boats=37&away=harbour&fault=none&seed=36",
];

/** Goes through the whole story from where it stands, and looks at each beat once it is painted. */
const tell = (page) =>
  page.evaluate(async () => {
    /** More beats than any story has. */
    const MOST = 80;
    const [wrong, places] = [new Set(), {}];
    for (let beat = 0; beat < MOST; beat += 1) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const now = window.look();
      for (const line of now.wrong) wrong.add(`${now.station}: ${line}`);
      places[now.places] ??= now.words;
      if (document.querySelector(".house").dataset.over === "true") break;
      document.querySelector('[data-test="player.next"]').click();
    }
    return { wrong: [...wrong], places };
  });

/** Walks stories to their end: nothing is wrong at any beat. Returns where the parts of the page lay, each with words said there. */
async function walk(page, stories, lang) {
  const places = {};
  for (const story of stories) {
    await page.goto("about:blank");
    await open(page, story, { lang });
    const told = await tell(page);
    expect.soft(told.wrong, story).toEqual([]);
    for (const [now, words] of Object.entries(told.places)) places[now] ??= words;
  }
  return places;
}

/** Expects that the parts of the page stayed where they are. */
const expectStill = (places) =>
  expect.soft(Object.keys(places).length, `the parts stand still in all stories: ${JSON.stringify(places, null, 2)}`).toBe(1);

/** Looks at what is not a beat of the story: the start, all choices, a pinned run, a notice, a card. */
async function lookAround(page, look) {
  const expectGood = async (what) => {
    await page.evaluate(() => {
      scrollTo(0, 0);
      document.querySelector(".panel").scrollTop = 0;
      return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
    expect.soft((await page.evaluate(() => window.look())).wrong, what).toEqual([]);
  };
  await open(page, "release=canary&seed=7", look);
  await expectGood("at the start");
  await page.locator(".more__summary").click();
  await page.locator("button[data-station=release]").click();
  await steps(page, 3);
  await expectGood("in the crossing, all choices open");
  await page.locator("[data-test=pin]").click();
  await release(page, "all-at-once");
  await slider(page).press("End");
  await expectGood("with a pinned run");
  await page.locator("[data-test=undo]").click();
  await expectGood("with a notice");
  await dismiss(page);
  await page.locator("button[data-station=container]").click();
  await page.locator(".term").first().click();
  const card = page.getByRole("dialog");
  await expect(card).toBeVisible();
  // The whole card can be read, by scrolling at most.
  const { x, y, width: wide, height: high } = await card.boundingBox();
  const { width, height } = page.viewportSize();
  expect.soft(x >= 0 && y >= 0 && x + wide <= width && y + high <= height, "the card stays on the screen").toBe(true);
  await expectGood("with a card");
}

test.beforeEach(async ({ page }) => {
  // The page's policy lets nobody bring code in later.
  await page.addInitScript(`window.look = ${look}`);
  // Still steps: what is looked at has come to rest.
  await page.emulateMedia({ reducedMotion: "reduce" });
});

for (const [index, [width, height]] of SIZES.entries()) {
  test.describe(`${width}x${height}`, () => {
    test.use({ viewport: { width, height } });
    for (const [turn, lang] of ["en", "ko"].entries()) {
      // Each size is walked with the longest sentences and, in one language, with another story in its turn.
      const stories = turn === index % 2 ? [...LONGEST, STORIES[index % STORIES.length]] : LONGEST;
      test(`${lang}: everything can be read, and nothing jumps`, async ({ page }) => expectStill(await walk(page, stories, lang)));
      test(`${lang}: start, crossing, pinned run, notice, card`, ({ page }) => lookAround(page, { lang, theme: turn === 0 ? "day" : "night" }));
    }
  });
}

for (const [width, height] of ZOOMED) {
  test.describe(`200 % of ${width}x${height}`, () => {
    test.use({ viewport: { width: width / 2, height: height / 2 }, deviceScaleFactor: 2 });
    test("everything is there, and can be read", async ({ page }) => {
      expectStill(await walk(page, [LONGEST[0]], "ko"));
      await lookAround(page, { lang: "en" });
    });
  });
}

for (const [width, height] of LARGE_TEXT) {
  test.describe(`text twice as large, ${width}x${height}`, () => {
    test.use({ viewport: { width, height } });
    test("everything is there, and can be read", async ({ page }) => {
      const session = await page.context().newCDPSession(page);
      await session.send("Page.setFontSizes", { fontSizes: LARGE_PX });
      await walk(page, [LONGEST[1]], "ko");
      await lookAround(page, { lang: "en" });
    });
  });
}
