// Colour: all words stand out from what is behind them, and the two versions are told apart by every kind of eye, also by
// their shape alone.
import { faint } from "./inks.mjs";
import { compare } from "./pixels.mjs";
import { dismiss, expect, golden, open, release, slider, test } from "./support.mjs";
import { EYES, boatParts, boats, cutOut, seenByAll, slips, twoParts } from "./versions.mjs";

/** The least contrast of any word, WCAG's for text of every size. */
const CONTRAST = 4.5;
/** More words than this are on every screen, also on a card. */
const MANY_WORDS = 4;

/** How far apart colours are that nobody takes for one (CIE 1976): four times what is just noticed. */
const CLEARLY = 10;
/**
 * Parts of two marks that must differ, and that may where they are the same. Flags of one pattern in two colours differ by less
 * than a tenth in shape, and so do two boats of one kind, as they lie on other pixels; stripes and a disc by a third.
 */
const COLOUR = 0.3;
const SHAPE = 0.15;
const SAME = 0.12;

/** The size at which slips are compared, in pixels. */
const SLIP = [18, 22];

/** A golden story's fragment, `after` minutes after its first event of this name; in it, some choices may be others. */
function at(name, id, after = 0, others = "") {
  const { link, document } = golden(name);
  const { minute } = document.events.find(({ kind }) => kind === id);
  const keys = others.split("&").map((pair) => pair.split("=")[0]);
  const kept = link.split("&").filter((pair) => !keys.includes(pair.split("=")[0]));
  return [...kept, others, `minute=${minute + after}`].filter(Boolean).join("&");
}

/** Differences between two marks, for each kind of eye. */
const differences = (one, other) => Object.fromEntries(EYES.map((eyes) => [eyes, compare(one[eyes], other[eyes], CLEARLY)]));

/** Expects that every kind of eye tells two marks apart: by colour where there is any, and always by shape. */
function expectApart(one, other, what) {
  for (const [eyes, { pixels, colour, shape }] of Object.entries(differences(one, other))) {
    expect.soft(pixels, `${what} can be seen`).toBeGreaterThan(30);
    if (eyes !== "achromatopsia") expect.soft(colour, `${what}, with ${eyes}, by colour`).toBeGreaterThan(COLOUR);
    expect.soft(shape, `${what}, with ${eyes}, by shape`).toBeGreaterThan(SHAPE);
  }
}

test.beforeEach(async ({ page }) => {
  // Still steps: what is measured has come to rest.
  await page.emulateMedia({ reducedMotion: "reduce" });
});

for (const theme of ["day", "night"]) {
  test.describe(`words stand out, by ${theme}`, () => {
    const expectStrong = async (page, what) => {
      const { found, measured } = await faint(page, CONTRAST);
      expect.soft(found, what).toEqual([]);
      expect.soft(measured, `${what}: words are measured`).toBeGreaterThan(MANY_WORDS);
    };

    for (const [what, width, height] of [["a laptop", 1366, 768], ["a phone", 390, 844], ["a small frame", 640, 360]]) {
      test.describe(what, () => {
        test.use({ viewport: { width, height } });
        test(`${what}: on the way of the idea`, async ({ page }) => {
          await open(page, golden("stopped-in-ci").link, { theme });
          await expectStrong(page, "the first screen");
          for (const station of ["need", "spec", "code", "ci", "container", "operate"]) {
            await page.locator(`button[data-station=${station}]`).click();
            await expectStrong(page, station);
          }
          await slider(page).press("End");
          await expectStrong(page, "the last screen");
        });

        test(`${what}: in the crossing`, async ({ page }) => {
          for (const [strategy, id] of [["all-at-once", "gate-closed"], ["rolling", "noticed"], ["canary", "noticed"]]) {
            await page.goto("about:blank");
            await open(page, at(strategy, id), { theme });
            await expectStrong(page, strategy);
          }
          await page.locator("[data-test=pin]").click();
          await release(page, "blue-green");
          await expectStrong(page, "with a pinned run");
          await page.locator("[data-test=undo]").click();
          await expectStrong(page, "with a notice");
          await dismiss(page);
          await page.locator(".term").first().click();
          // Its words are fetched first.
          await expect(page.getByRole("dialog")).toBeVisible();
          await expectStrong(page, "with a card");
        });
      });
    }

    test.describe("all choices", () => {
      // As tall as the page, so that all of it is in sight.
      test.use({ viewport: { width: 390, height: 6_000 } });
      for (const lang of ["en", "ko"]) {
        test(`all choices, ${lang}`, async ({ page }) => {
          await open(page, "seed=7", { theme, lang });
          await page.locator(".more__summary").click();
          await expectStrong(page, "all choices");
        });
      }
    });
  });

  test.describe(`the versions are told apart, by ${theme}`, () => {
    test.use({ viewport: { width: 1100, height: 760 }, deviceScaleFactor: 2 });
    test("side by side: hull, flag, berth, and the canary's pennant", async ({ page }) => {
      await open(page, at("blue-green", "side-checked"), { theme });
      const sides = await seenByAll(page);
      const old = await boatParts(page, boats(page, "old").first(), sides);
      const green = await boatParts(page, boats(page, "new").first(), sides);
      for (const part of ["boat", "hull", "flag"]) expectApart(old[part], green[part], part);
      expectApart(...(await twoParts(page, sides, ["berth-upper", "berth-lower"])), "the berths");
      await page.goto("about:blank");
      await open(page, at("canary", "weighed"), { theme });
      const canary = await boatParts(page, boats(page, "new").first(), await seenByAll(page));
      expectApart(canary.pennant, green.pennant, "the pennant");
    });

    test("in a fleet, among their like", async ({ page }) => {
      await open(page, at("rolling", "boat-replaced", 2), { theme });
      const fleet = await seenByAll(page);
      const [one, twin] = [await boatParts(page, boats(page, "old").nth(0), fleet), await boatParts(page, boats(page, "old").nth(1), fleet)];
      const other = await boatParts(page, boats(page, "new").first(), fleet);
      for (const part of ["boat", "hull", "flag"]) {
        expectApart(one[part], other[part], `${part} in the fleet`);
        for (const [eyes, { shape }] of Object.entries(differences(one[part], twin[part]))) {
          expect.soft(shape, `the ${part} of the same kind, with ${eyes}`).toBeLessThan(SAME);
        }
      }
    });

    test("slips: old, new, failed", async ({ page }) => {
      const seen = {};
      // So few orders that slips lie apart.
      for (const [kind, story] of Object.entries({
        old: at("healthy", "switched", -1, "orders=10"),
        new: at("healthy", "switched", 4, "orders=10"),
        failed: at("canary", "customers-heard"),
      })) {
        await page.goto("about:blank");
        await open(page, story, { theme });
        seen[kind] = await slips(page, SLIP);
        expect(seen[kind].count, `${kind} slips are found`).toBeGreaterThan(1);
      }
      expectApart(seen.old, seen.new, "old and new slips");
      expectApart(seen.old, seen.failed, "old and failed slips");
      expectApart(seen.new, seen.failed, "new and failed slips");
    });

    test("the share of each side: on the board and in the legend, and the legend's keys", async ({ page }) => {
      await open(page, at("canary", "weighed", 1, "share=50&steps=50,100"), { theme });
      expectApart(...(await twoParts(page, await seenByAll(page), ["share-1", "share-20"])), "the plates of the board");
      const pictures = await seenByAll(page, ".legend");
      const part = (name) => cutOut(page.locator(`.legend ${name}`).first(), pictures);
      const keys = { old: await part(".key--old"), new: await part(".key--new"), failed: await part(".key--failed") };
      expectApart(keys.old, keys.new, "the keys of old and new");
      expectApart(keys.old, keys.failed, "the keys of old and failed");
      expectApart(keys.new, keys.failed, "the keys of new and failed");
      expectApart(await part(".share__old"), await part(".share__new"), "the sides of the bar");
    });
  });
}
