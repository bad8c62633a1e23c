// The guide: tours, bets, tables, glossary and quiz, as somebody without a mouse, on a phone or with a bad network meets them.
import { beat, next, table, talk, told } from "./guide.mjs";
import { axe, clock, expect, expectReady, figures, open, slider, test, texts } from "./support.mjs";

const EN = texts("en");
const KO = texts("ko");
const CORE = ["friday", "crews", "wish", "gates", "docks", "button", "crossing", "tower"];
const MORE = ["year", "drill", "sre", "keys", "crew", "roles", "future"];

/** Presses Tab until the focus is on what fits a selector. */
async function tabTo(page, selector) {
  for (let stop = 0; stop < 80; stop += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never comes to ${selector}`);
}

test.describe("by keyboard alone", () => {
  for (const lang of ["en", "ko"]) {
    test(`the core tour in ${lang} meets every chapter, and ends in free play`, async ({ page }) => {
      test.setTimeout(120_000);
      await open(page, "", { lang });
      await tabTo(page, "[data-test=tour]");
      await page.keyboard.press("Enter");
      await expect(talk(page)).toBeVisible();
      const met = [];
      for (let step = 0; step < 100 && (await talk(page).isVisible()); step += 1) {
        const here = await beat(page);
        met.push(here);
        await expect(page.locator(".talk__words").first()).not.toBeEmpty();
        if ((await page.locator(".talk__option").count()) > 0) {
          await tabTo(page, ".talk__option");
          await page.keyboard.press("Enter");
        } else {
          await page.keyboard.press("ArrowRight");
        }
        await expect(page.locator(`[data-test=talk][data-beat="${here}"]:visible`)).toHaveCount(0);
      }
      expect([...new Set(met.map((name) => name.split(".")[0]))]).toEqual(CORE);
      // Every choice is free, and there is something to begin with: going on from here is the first of it.
      await expect(page.locator(".house")).toHaveAttribute("data-told", "false");
      const free = page.locator("dialog.free");
      await expect(free).toBeVisible();
      await expect(free.locator("[data-preset=as-it-is]")).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(free).toBeHidden();
      await expect(page.locator("[data-test=play]")).toBeVisible();
      await expect(page.locator("[data-test=play]")).toBeFocused();
    });
  }

  test("arrows go on and back, space pauses and goes on", async ({ page }) => {
    await told(page, "tour=core&chapter=friday&beat=evening");
    await page.keyboard.press("Space");
    await expect(page.locator("[data-test=guide-pause]")).toHaveAccessibleName(EN["player.play"]);
    await page.keyboard.press("Space");
    await expect(page.locator("[data-test=guide-pause]")).toHaveAccessibleName(EN["player.pause"]);
    await page.keyboard.press("ArrowRight");
    await expect(talk(page)).toHaveAttribute("data-beat", "friday.failing");
    await page.keyboard.press("ArrowLeft");
    await expect(talk(page)).toHaveAttribute("data-beat", "friday.evening");
  });
});

test("the short tour goes on by itself, in three and a half minutes at most", async ({ page }) => {
  test.setTimeout(120_000);
  // No frame passes more of the show.
  const FRAME_MS = 100;
  const time = await clock(page);
  await open(page, "");
  await page.locator("[data-test=tour-short]").click();
  await expect(talk(page)).toBeVisible();
  await time.stop();
  const met = new Set();
  let passed = 0;
  for (; passed < 300_000 && (await talk(page).isVisible()); passed += FRAME_MS) {
    met.add(await beat(page));
    if (await table(page).isVisible()) {
      await next(page).click();
    } else if ((await talk(page).getAttribute("data-rests")) === "true") {
      await next(page).click();
    }
    await time.jump(FRAME_MS);
  }
  expect(met.size).toBeGreaterThanOrEqual(9);
  expect(passed).toBeLessThanOrEqual(210_000);
});

test.describe("a beat is played again from its beginning", () => {
  // Long enough that the stage has come somewhere else.
  const PASSED_MS = 3_000;
  for (const [how, press] of [["by its button", (page) => page.locator("[data-test=guide-again]").click()], ["by its key", (page) => page.keyboard.press("Home")]]) {
    test(how, async ({ page }) => {
      const time = await clock(page);
      await told(page, "tour=core&chapter=friday&beat=failing");
      await time.stop();
      const began = Number(await slider(page).inputValue());
      for (let passed = 0; passed < PASSED_MS; passed += 100) await time.jump(100);
      expect(Number(await slider(page).inputValue())).toBeGreaterThan(began);
      await press(page);
      expect(Number(await slider(page).inputValue())).toBeLessThanOrEqual(began);
      await expect(talk(page)).toHaveAttribute("data-beat", "friday.failing");
      await expect(talk(page)).toHaveAttribute("data-rests", "false");
    });
  }

  test("what was done on the table is laid anew", async ({ page }) => {
    await told(page, "tour=one&chapter=sre&beat=margin");
    const week = page.locator(".table .week[data-pace=rush]");
    await page.locator(".table [data-pace=rush].button").click();
    await expect(week).toHaveCount(1);
    await page.locator("[data-test=guide-again]").click();
    await expect(week).toHaveCount(0);
    await expect(table(page)).toBeVisible();
  });
});

test("a bet is made before the reveal, and stands beside what came", async ({ page }) => {
  await told(page, "tour=core&chapter=gates&beat=guess");
  await page.locator(".talk__option").nth(0).click();
  await expect(talk(page)).toHaveAttribute("data-beat", "gates.stopped");
  const reveal = page.locator("[data-test=reveal]");
  await expect(reveal).toContainText(EN["bet.which-gate.lint"]);
  await expect(reveal).toContainText(EN["bet.which-gate.unit"]);
  // Nobody is shamed for it, and back is always open.
  await page.locator("[data-test=guide-back]").click();
  await expect(talk(page)).toHaveAttribute("data-beat", "gates.guess");
});

test("the story goes on after a reload where it stood, and from the list where it was left", async ({ page }) => {
  await told(page, "tour=core&chapter=docks&beat=hand");
  await next(page).click();
  await expect(talk(page)).toHaveAttribute("data-beat", "docks.guess");
  await expect.poll(() => new URL(page.url()).hash).toContain("chapter=docks&beat=guess");
  await page.reload();
  await expectReady(page);
  await expect(talk(page)).toHaveAttribute("data-beat", "docks.guess");
  await page.locator("[data-test=leave]").click();
  await expect(talk(page)).toBeHidden();
  await page.locator("[data-test=chapters]").click();
  await page.locator("[data-test=resume]").click();
  await expect(talk(page)).toHaveAttribute("data-beat", "docks.guess");
});

test("what the story turns is seen, and whoever takes the wheel has it until they come back", async ({ page }) => {
  await told(page, "tour=core&chapter=crossing&beat=blue-green");
  await expect(page.locator("[data-choice=release]")).toHaveAttribute("data-value", "blue-green");
  await expect(page.locator("[data-turned=release]")).toContainText(EN["value.release.blue-green"]);
  await page.locator("[data-choice=release] [data-name=rolling]").click();
  await expect(page.locator("[data-test=rejoin]")).toBeVisible();
  await expect(page.locator("[data-choice=release]")).toHaveAttribute("data-value", "rolling");
  await page.locator("[data-test=rejoin]").click();
  await expect(page.locator("[data-choice=release]")).toHaveAttribute("data-value", "blue-green");
  await expect(talk(page)).toHaveAttribute("data-beat", "crossing.blue-green");
});

test.describe("a light leads the eye to what the story turned", () => {
  const lit = (page) => page.locator(".panel [data-lit=true]");
  /** Whether something is seen within the panel, and the page stands where it stood. */
  const seen = (control) =>
    control.evaluate((element) => {
      const [{ top, bottom }, panel] = [element.getBoundingClientRect(), element.closest(".panel").getBoundingClientRect()];
      return top >= panel.top - 1 && bottom <= panel.bottom + 1 && bottom <= innerHeight && scrollY === 0;
    });

  test("once, and the panel brings it into sight", async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await told(page, "tour=core&chapter=docks&beat=box");
    await expect(lit(page)).toHaveCount(1);
    const control = page.locator("[data-choice=servers]");
    await expect(control).toHaveAttribute("data-lit", "true");
    await expect.poll(() => seen(control)).toBe(true);
    // One glow for each, that comes and goes once.
    const times = await control.evaluate((element) => element.getAnimations().map((one) => one.effect.getTiming().iterations));
    expect(times).toEqual([1]);
    await expect(lit(page)).toHaveCount(0, { timeout: 10_000 });
  });

  test("on a phone, where the page would leave the stage, nothing scrolls", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await told(page, "tour=core&chapter=docks&beat=box");
    await expect(lit(page)).toHaveCount(1);
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("with less motion, a still ring stands for a while", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await told(page, "tour=core&chapter=docks&beat=box");
    const control = page.locator("[data-choice=servers]");
    await expect(control).toHaveAttribute("data-lit", "true");
    expect(await control.evaluate((element) => element.getAnimations().length)).toBe(0);
    expect(await control.evaluate((element) => getComputedStyle(element).boxShadow)).not.toBe("none");
    await expect(lit(page)).toHaveCount(0, { timeout: 10_000 });
  });
});

test("the chapter list has all fifteen with their lengths, and opens each", async ({ page }) => {
  await open(page, "");
  await page.locator("[data-test=chapters]").click();
  const lines = page.locator("[data-chapter]");
  // The list has words of its own that come when it is first opened.
  await expect.poll(() => lines.evaluateAll((all) => all.map(({ dataset }) => dataset.chapter))).toEqual([...CORE, ...MORE]);
  for (const length of await page.locator(".chapters__length").allInnerTexts()) expect(length).toMatch(/\d/);
  await page.locator("[data-chapter=keys]").click();
  await expect(talk(page)).toHaveAttribute("data-beat", "keys.rented");
});

test("an unknown chapter begins the tour, and says so", async ({ page }) => {
  await told(page, "tour=core&chapter=nowhere");
  await expect(page.locator("[data-test=notice]")).toContainText("nowhere");
  await expect(talk(page)).toHaveAttribute("data-beat", "friday.evening");
});

test.describe("the glossary", () => {
  test("finds words in both languages, in Korean by initial consonants too, and opens their cards", async ({ page }) => {
    await open(page, "");
    await page.locator("[data-test=chapters]").click();
    await page.locator("[data-test=glossary]").click();
    await page.locator("[data-test=look-up]").fill("kubernetes");
    await expect(page.locator("[data-entry=orchestrator]")).toBeVisible();
    await expect(page.locator("dialog.glossary .card__paper > .button")).toHaveText(EN["card.close"]);
    await page.locator("[data-entry=orchestrator]").click();
    const card = page.locator("dialog.term-card");
    await expect(card).toBeVisible();
    await expect(card.locator("[data-layer]")).toHaveCount(4);
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await page.locator("[data-test=look-up]").fill("no such word");
    await expect(page.getByText(EN["glossary.none"])).toBeVisible();
    expect(await axe(page)).toEqual([]);

    await page.goto("about:blank");
    await open(page, "", { lang: "ko" });
    await page.locator("[data-test=chapters]").click();
    await page.locator("[data-test=glossary]").click();
    await page.locator("[data-test=look-up]").fill("ㅋㄴㄹ");
    await expect(page.locator("[data-entry=canary]")).toBeVisible();
    await expect(page.locator("[data-entry]").first()).toHaveAttribute("data-entry", "canary");
  });

  test("a card leads to the next one", async ({ page }) => {
    await told(page, "tour=core&chapter=crews&beat=devops");
    await page.locator(".talk [data-term=devops]").click();
    const card = page.locator("dialog.term-card");
    await expect(card.locator("#card-name")).toHaveText(EN["term.devops.name"]);
    await card.locator("[data-term=silo]").click();
    await expect(card.locator("#card-name")).toHaveText(EN["term.silo.name"]);
  });
});

test("the quiz asks ten situations, plays what is done, and tells what came of each way", async ({ page }) => {
  test.setTimeout(90_000);
  await open(page, "");
  await page.locator("[data-test=chapters]").click();
  await page.locator("[data-test=quiz].button").click();
  for (let question = 0; question < 10; question += 1) {
    await expect(page.locator(".quiz .talk__words")).toContainText("?");
    const actions = await page.locator(".quiz .talk__option").count();
    await page.locator(".quiz .talk__option").nth(question % actions).click();
    const rows = page.locator("[data-test=quiz-results] tr");
    await expect(rows).toHaveCount(actions);
    await expect(page.locator(".quiz__yours")).toHaveCount(1);
    await expect(page.locator("[data-best=true]")).toHaveCount(1);
    await page.locator("[data-test=quiz-next]").click();
  }
  await expect(page.locator("[data-test=quiz-summary] li")).toHaveCount(10);
  expect(await axe(page)).toEqual([]);
});

test("in the corner of a slide, what is opened from the list begins on the stage, and sheets can be closed", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await open(page, "");
  for (const opens of ["[data-test=quiz].button", "[data-chapter=friday]"]) {
    await page.locator("[data-test=chapters]").click();
    // The list is reached from below the stage.
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    await page.locator(opens).click();
    await expect(page.locator(".talk:visible")).toHaveCount(1);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  }
  for (const [opens, sheet] of [["glossary", "glossary"], ["assumes", "assumed"]]) {
    await page.locator("[data-test=chapters]").click();
    await page.locator(`[data-test=${opens}]`).click();
    const close = page.locator(`dialog.${sheet} .card__paper > .button`);
    await expect(close).toBeInViewport({ ratio: 1 });
    await close.click();
    await expect(page.locator(`dialog.${sheet}`)).toBeHidden();
  }
});

test("what is assumed can be read, with where it is from", async ({ page }) => {
  await open(page, "");
  await page.locator("[data-test=chapters]").click();
  await page.locator("[data-test=assumes]").click();
  const list = page.locator("[data-test=assumed]");
  await expect(list).toBeVisible();
  expect(await list.locator(".assumed__one").count()).toBeGreaterThan(50);
  await expect(list).not.toContainText("{");
  expect(await axe(page)).toEqual([]);
});

test("a tour ends in stories to choose from, and a run that is pinned there goes on beside them", async ({ page }) => {
  await told(page, "tour=one&chapter=friday&beat=home");
  await expect(page.locator(".board")).toBeVisible();
  await next(page).click();
  const free = page.locator("dialog.free");
  await expect(free).toBeVisible();
  await expect(talk(page)).toBeHidden();
  // What lies below cannot be looked at by axe while the sheet is open, and was.
  expect(await axe(page)).toEqual([]);
  const kept = await figures(page);
  await free.locator("[data-test=free-pin]").click();
  await expect(free.locator("[data-test=free-pin]")).toHaveAttribute("aria-pressed", "true");
  await free.locator("[data-preset=with]").click();
  await expect(free).toBeHidden();
  await expect(page.locator("[data-test=play]")).toHaveText(EN["player.pause"]);
  await expect(page.locator("[data-choice=release]")).toHaveAttribute("data-value", "canary");
  await expect(page.locator(".board__table--two")).toBeVisible();
  // The pinned run has gone on to its end.
  expect(Number((await figures(page, { pinned: true })).failed)).toBeGreaterThanOrEqual(Number(kept.failed));
  expect(Number(kept.failed)).toBeGreaterThan(0);
  // The pin is let go where it is seen.
  await page.locator("[data-test=pin]").click();
  await expect(page.locator(".board__table--two")).toHaveCount(0);
});

test("a preset begins free play with its choices", async ({ page }) => {
  await open(page, "");
  await page.locator("[data-test=chapters]").click();
  await page.locator("dialog.chapters [data-preset=before]").click();
  await expect(page.locator("[data-choice=watch]")).toHaveAttribute("data-value", "off");
  await expect(page.locator("[data-choice=release]")).toHaveAttribute("data-value", "all-at-once");
  await expect(page.locator("[data-test=play]")).toHaveText(EN["player.pause"]);
  expect((await figures(page)).failed).toBe("0");
});

test("the story goes on in the other language", async ({ page }) => {
  await told(page, "tour=core&chapter=friday&beat=guess");
  await page.getByRole("button", { name: KO["language.ko"] }).click();
  await expect(page.locator(".talk__option").first()).toHaveText(KO["bet.noticed.soon"]);
  await expect(page.locator(".talk__words").first()).toHaveText(KO["story.friday.guess"]);
});

test.describe("with a bad network", () => {
  test.use({ forgiven: /Failed to load resource|guide/ });
  test("the guide says that it could not come, and comes when it can", async ({ page }) => {
    await page.route(/split_guide-[^/]*\.wasm$/, (route) => route.abort());
    await open(page, "");
    await page.locator("[data-test=tour]").click();
    await expect(page.locator("[data-test=notice]")).toContainText(EN["part.missing"]);
    await page.unroute(/split_guide-[^/]*\.wasm$/);
    await expect(talk(page)).toBeVisible({ timeout: 15_000 });
  });
});
