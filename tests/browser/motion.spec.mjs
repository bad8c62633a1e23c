// Motion: nothing blinks, a pause stops everything, and whoever asked for less motion is told the same story.
import { film } from "./film.mjs";
import { MOST_BLOCKS, MOST_CHANGES, flicker } from "./flicker.mjs";
import { clock, expect, golden, open, test, unfold } from "./support.mjs";

const STRATEGIES = ["all-at-once", "rolling", "blue-green", "canary"];

/** Milliseconds from one picture to the next, and of the show that is looked at: from when something is about to happen. */
const EVERY_MS = 50;
const LENGTH_MS = 2_500;

/** A golden story's fragment, so many show milliseconds after the minute of its first event of this name, or minutes before it. */
function at(name, id, { dwell = 0, before = 0 } = {}) {
  const { link, document } = golden(name);
  const event = document.events.find(({ kind }) => kind === id);
  expect(event, `${id} in the story ${name}`).toBeTruthy();
  return `${link}&minute=${event.minute - before}&dwell=${dwell}`;
}

/** Show milliseconds after which what else happens in the same minute is over, and the camera has come. */
const ARRIVED_MS = 4_000;
/** What a place must have changed by, to say that anything moved. */
const MOVED = 0.03;
/** The liveliest seconds: gates at work, the alarm, the swing, boats that are swapped. */
const LIVELY = {
  "the gates": () => at("stopped-in-ci", "gate-started", { dwell: ARRIVED_MS }),
  "the swing": () => at("blue-green", "switched", { before: 1 }),
  "the alarm and the way back": () => at("blue-green", "noticed"),
  "boats changed one by one": () => at("rolling", "boat-replaced"),
  "the gate shut, the ferry swapped": () => at("all-at-once", "gate-closed", { dwell: ARRIVED_MS }),
};

test.describe("nothing blinks more than three times a second", () => {
  test.use({ viewport: { width: 800, height: 520 } });
  // A picture for each twentieth of a second takes its time.
  test.describe.configure({ timeout: 120_000 });

  /** Lets the show play from where it stands: the most changes in any second, place by place. */
  async function changesOf(page, story, prepare) {
    const time = await clock(page);
    await open(page, story);
    await time.stop();
    await prepare?.();
    await page.locator("[data-test=play]").click();
    const passing = await film(page);
    const pictures = [];
    for (let passed = 0; passed < LENGTH_MS; passed += EVERY_MS) {
      pictures.push(await page.screenshot());
      await passing.pass(EVERY_MS);
    }
    const { places, moved } = flicker(pictures, 1_000 / EVERY_MS);
    expect(moved, "it moves").toBeGreaterThan(MOVED);
    return places;
  }
  const tooMany = (places) => places.filter(({ changes }) => changes > MOST_CHANGES);

  for (const [what, story] of Object.entries(LIVELY)) {
    test(`${what}: no place at all`, async ({ page }) => {
      // Slips pass through a place one after the other, which is no blinking.
      const hide = () => page.locator(".stage canvas").evaluateAll((all) => all.forEach((canvas) => (canvas.style.visibility = "hidden")));
      expect(tooMany(await changesOf(page, story(), hide))).toEqual([]);
    });
  }

  for (const [what, story] of Object.entries({
    "the whole crowd": LIVELY["the alarm and the way back"],
    "the camera's way": () => at("stopped-in-ci", "gate-started"),
  })) {
    test(`${what}: no area that WCAG counts`, async ({ page }) => {
      expect(tooMany(await changesOf(page, story())).length).toBeLessThanOrEqual(MOST_BLOCKS);
    });
  }

  test("as the styles' own animations say", async ({ page }) => {
    await open(page, golden("stopped-in-ci").link);
    await page.locator("[data-test=start]").click();
    const found = await page.evaluate(async () => {
      /** What only moves a thing, and makes nothing lighter or darker. */
      const MOVING = /^(transform|translate|rotate|scale|offset|computedOffset|easing|composite|strokeDashoffset)$/;
      const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const found = {};
      while (document.querySelector(".house").dataset.over !== "true") {
        document.querySelector("[data-test=play]").click();
        await painted();
        for (const { effect, animationName } of document.getAnimations()) {
          const { duration, iterations, direction } = effect.getComputedTiming();
          if (iterations === 1) continue;
          const frames = effect.getKeyframes();
          const shades = [...new Set(frames.flatMap((frame) => Object.keys(frame)))].filter((name) => !MOVING.test(name));
          const turns = Math.max(0, ...shades.map((name) => frames.slice(1).filter((frame, index) => frame[name] !== frames[index][name]).length));
          // Each time it ends, one that does not go back begins again with a change.
          const changes = /alternate/.test(direction) ? turns : 2 * Math.ceil(turns / 2);
          found[animationName] = (changes / 2) * (1_000 / duration);
        }
        document.querySelector('[data-test="player.next"]').click();
        await painted();
      }
      return found;
    });
    expect(Object.entries(found).filter(([, aSecond]) => aSecond > MOST_CHANGES / 2)).toEqual([]);
    expect(Object.keys(found).length, "the air moves").toBeGreaterThan(0);
  });
});

/** The animations that run: what each changes, and of what. */
const running = (page) =>
  page.evaluate(() => {
    const all = document.getAnimations().filter(({ playState }) => playState === "running");
    return all.map(({ animationName, transitionProperty, effect }) => `${animationName ?? transitionProperty} of ${effect.target.getAttribute("class") ?? effect.target.localName}`);
  });

test.describe("pausing stops every moving thing", () => {
  /** Milliseconds for a button to show that it was pressed, and between two looks. */
  const PRESSED_MS = 250;
  const LATER_MS = 700;
  const places = {
    "at the gates": () => at("stopped-in-ci", "gate-started"),
    "in the swing": () => at("blue-green", "switched"),
    "in the alarm": () => at("canary", "noticed"),
    "while boats are changed": () => at("rolling", "boat-replaced"),
    "while the ferry is swapped": () => at("all-at-once", "gate-closed"),
  };
  for (const [where, story] of Object.entries(places)) {
    test(where, async ({ page }) => {
      await open(page, story());
      const play = page.locator("[data-test=play]");
      for (const playedMs of [300, 450, 700]) {
        await play.click();
        await page.waitForTimeout(playedMs);
        await play.click();
        await page.mouse.move(1, 1);
        await page.waitForTimeout(PRESSED_MS);
        expect(await running(page)).toEqual([]);
        const one = await page.screenshot({ animations: "allow" });
        await page.waitForTimeout(LATER_MS);
        expect((await page.screenshot({ animations: "allow" })).equals(one), "the picture stands still").toBe(true);
      }
    });
  }
});

test("what a browser leaves out while the camera rests is out of sight, on all of the way", async ({ page }) => {
  const LOOK_MS = 250;
  const time = await clock(page);
  await open(page, golden("canary").link);
  await time.stop();
  await page.locator(".player__speed select").selectOption("400");
  await page.locator("[data-test=play]").click();
  const missing = new Set();
  let [leftOut, over] = [0, false];
  while (!over) {
    await page.clock.runFor(LOOK_MS);
    const seen = await page.evaluate(() => {
      // The picture reaches beyond the stage: its sky up behind the caption, its water down behind the legend.
      const stage = document.querySelector(".planes").getBoundingClientRect();
      const shows = (box) => box.width && box.height && box.left < stage.right && stage.left < box.right && box.top < stage.bottom && stage.top < box.bottom;
      const away = [...document.querySelectorAll(".picture--away")];
      // An outer box may be larger than what is in it: the shapes themselves are what is seen.
      const shapes = away.flatMap((picture) => [...picture.querySelectorAll("path, rect, circle, ellipse")].filter((shape) => !shape.closest("defs, symbol") && shows(shape.getBoundingClientRect())));
      const part = (shape) => shape.closest("[data-part]")?.dataset.part ?? shape.getAttribute("class");
      return { away: away.length, shapes: shapes.map(part), over: document.querySelector(".house").dataset.over === "true" };
    });
    leftOut += seen.away;
    over = seen.over;
    for (const shape of seen.shapes) missing.add(shape);
  }
  expect([...missing]).toEqual([]);
  expect(leftOut, "something is left out").toBeGreaterThan(0);
});

test.describe("with less motion", () => {
  /** Goes through the whole story: what is told at each beat, and what still moves then. */
  const told = (page) =>
    page.evaluate(async () => {
      const painted = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const words = (selector) => document.querySelector(selector).innerText;
      const [beats, moves] = [[], new Set()];
      for (let beat = 0; beat < 80; beat += 1) {
        await painted();
        const described = document.querySelector("[data-test=described]").textContent;
        beats.push([document.querySelector("[aria-current=step]").dataset.station, words("[data-test=caption]"), described].join(" | "));
        for (const { playState, animationName, transitionProperty } of document.getAnimations()) {
          // What comes and goes may fade.
          const name = animationName ?? transitionProperty;
          if (playState === "running" && transitionProperty !== "opacity") moves.add(name);
        }
        if (document.querySelector(".house").dataset.over === "true") break;
        document.querySelector('[data-test="player.next"]').click();
      }
      return { beats, moves: [...moves] };
    });

  for (const name of STRATEGIES) {
    test(`${name} is the same story, in stills`, async ({ page }) => {
      const { link } = golden(name);
      await open(page, link);
      // The words come with the panel.
      await unfold(page);
      const moving = await told(page);
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.goto("about:blank");
      await open(page, link);
      await unfold(page);
      const still = await told(page);
      expect(still.beats.length).toBeGreaterThan(20);
      expect(still.beats).toEqual(moving.beats);
      expect(still.moves).toEqual([]);
      // Also while it plays by itself.
      await open(page, at(name, "release-started"));
      await page.locator("[data-test=play]").click();
      await page.waitForTimeout(500);
      expect((await running(page)).filter((what) => !what.startsWith("opacity "))).toEqual([]);
    });
  }
});
