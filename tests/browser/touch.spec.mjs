// Hands that press and swipe anywhere, ten thousand times, at random: they find no way out of a kiosk, and when they are gone it is itself again.
import { draws, expectPhase, openKiosk, pass, unhurried } from "./kiosk.mjs";
import { expect, test } from "./support.mjs";

/** Taps and swipes in all, and between two rests in which nobody is there. */
const GESTURES = 10_000;
const VISIT = 500;
/** Gestures that are made before time passes. */
const FLURRY = 20;
/** Longer than the wait for somebody, the question and the staff corner's patience together, in simulated milliseconds. */
const GONE_MS = 240_000;
const REST_MS = 20_000;

const phase = (page) => page.locator("html").getAttribute("data-phase");

/** What would tell that somebody got out of the story, or left something behind. */
const stand = (page) =>
  page.evaluate(() => ({
    url: location.href,
    history: history.length,
    born: window.born,
    title: document.title,
    language: document.documentElement.lang,
    digest: document.querySelector(".house").dataset.digest,
    zoom: visualViewport.scale,
    scrolled: [scrollX, scrollY],
    selected: getSelection().toString(),
    dialogs: document.querySelectorAll("dialog[open]").length,
    fullscreen: document.fullscreenElement !== null,
  }));

for (const [name, viewport, seed] of [["wide", { width: 1366, height: 768 }, 11], ["tall", { width: 720, height: 1280 }, 12]]) {
  test.describe(`a ${name} screen`, () => {
    test.use({ viewport, hasTouch: true });

    test(`${GESTURES / 2} taps and swipes find no way out`, async ({ page, context }) => {
      test.setTimeout(900_000);
      const { width, height } = viewport;
      await page.addInitScript(() => (window.born = Math.random()));
      const opened = [];
      context.on("page", (other) => opened.push(other.url()));
      page.on("download", (download) => opened.push(download.suggestedFilename()));
      page.on("framenavigated", (frame) => opened.push(frame.url()));
      await unhurried(page);
      await openKiosk(page);
      opened.length = 0;
      const before = await stand(page);
      const devtools = await context.newCDPSession(page);
      const touch = (type, ...points) => devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
      const draw = draws(seed);
      // One of three is where something can be pressed: otherwise most hands would find only water.
      const somewhere = (targets) => (targets.length > 0 && draw(3) === 0 ? targets[draw(targets.length)] : [draw(width), draw(height)]);
      const gesture = (targets) => {
        const from = somewhere(targets);
        switch (draw(8)) {
          // A swipe, as often as not from an edge.
          case 0: {
            const start = draw(2) === 0 ? [draw(2) * (width - 1), from[1]] : from;
            const to = [draw(width), draw(height)];
            const between = [(start[0] + to[0]) / 2, (start[1] + to[1]) / 2];
            return [touch("touchStart", start), touch("touchMove", between), touch("touchMove", to), touch("touchEnd")];
          }
          // Two fingers that part or meet.
          case 1: {
            const other = [draw(width), draw(height)];
            return [touch("touchStart", from, other), touch("touchMove", [draw(width), draw(height)], [draw(width), draw(height)]), touch("touchEnd")];
          }
          default:
            return [touch("touchStart", from), touch("touchEnd")];
        }
      };
      const [been, ends] = [new Set(), new Set()];
      for (let made = 0; made < GESTURES / 2; made += VISIT) {
        for (let flurry = 0; flurry < VISIT; flurry += FLURRY) {
          const targets = await page.evaluate(() =>
            [...document.querySelectorAll("button, [role=button], [tabindex='0']")]
              .map((one) => one.getBoundingClientRect())
              .filter(({ width, height }) => width > 0 && height > 0)
              .map(({ left, top, width, height }) => [left + width / 2, top + height / 2])
              .filter(([x, y]) => x > 0 && y > 0 && x < innerWidth && y < innerHeight),
          );
          await Promise.all(Array.from({ length: FLURRY }, () => gesture(targets)).flat());
          await pass(page, 200 + draw(1_000));
          been.add(await phase(page));
        }
        ends.add(await phase(page));
        for (let gone = 0; gone < GONE_MS && (await phase(page)) !== "attract"; gone += REST_MS) await pass(page, REST_MS);
        await expectPhase(page, "attract");
        await expect(page.locator(".kiosk button:visible")).toHaveCount(2);
        expect(await stand(page)).toEqual(before);
      }
      expect(opened).toEqual([]);
      // They had come to many places, and were gone from several.
      expect(been.size, [...been].join()).toBeGreaterThan(4);
      expect(ends.size, [...ends].join()).toBeGreaterThan(1);
    });
  });
}
