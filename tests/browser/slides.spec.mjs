// Naru in decks: the real reveal.js, with the app in it and, for what must be timed, with a frame that only keeps the contract
// (fixtures/frame.html); and a deck of the real Slidev.
import { deck, expectSlide, expectStand, expectStatus, expectStep, hostOfFile, onlyFrame, place, status } from "./decks.mjs";
import { expect, test } from "./support.mjs";

const host = hostOfFile();

const fake = () => onlyFrame(host);
const ONE = "<h2>Before</h2>";
const THREE = "<h2>After</h2>";
let decks = 0;

/** Opens a deck of these slides at one of them. */
async function show(page, naru, slides, { at = 0, query = "", config = {}, embed } = {}) {
  decks += 1;
  // A frame that is long in coming holds up the page's load event, and nothing else.
  await page.goto(`${host.put(`deck-${decks}.html`, deck(naru, slides, { config, embed }))}${query}#/${at}`, { waitUntil: "domcontentloaded" });
  await page.waitForFunction(() => window.Reveal?.isReady());
}

const harbour = (page) => page.locator("naru-harbour").first();
const playing = (page) => harbour(page).evaluate((element) => element.playing);
/** The frame that only keeps the contract, in a harbour or by itself. */
const inside = (page) => page.frames().find((frame) => frame.url().includes("mode=embed"));
const heard = (page) => inside(page).evaluate(() => window.heard);

/** Presses until the deck shows another slide, and returns the steps at which the harbour stood before. What plays is ended by a press. */
async function walk(page, key, from) {
  const steps = [];
  const here = async () => ({ slide: (await place(page)).h, ...(await harbour(page).evaluate(({ step, playing }) => ({ index: step.index, moving: step.moving, playing }))) });
  for (let now = await here(); now.slide === from; now = await here()) {
    if (steps.at(-1) !== now.index) steps.push(now.index);
    await page.keyboard.press(key);
    await expect.poll(here).not.toEqual(now);
  }
  return steps;
}

test.describe("in a deck of reveal.js, with the app", () => {
  const SLIDES = [ONE, `<naru-harbour chapter="roles" controls="none" lang="en"></naru-harbour>`, THREE];

  test("the next slide's harbour is there before it is shown, and stands; it stops when its slide goes", async ({ page, baseURL }) => {
    await show(page, baseURL, [ONE, `<naru-harbour chapter="friday" autoplay controls="none"></naru-harbour>`, THREE]);
    await expectStatus(harbour(page), "ready");
    expect(await playing(page)).toBe(false);
    await page.keyboard.press("PageDown");
    await expectSlide(page, 1);
    // Its first step is something that happens: it begins by itself.
    await expect.poll(() => playing(page)).toBe(true);
    await page.evaluate(() => Reveal.slide(2));
    await expect.poll(() => playing(page)).toBe(false);
    await page.evaluate(() => Reveal.slide(1));
    await expect.poll(() => harbour(page).evaluate(({ state }) => state.chapter)).toBe("friday");
  });

  test("printed, the app's own pictures stand in the deck", async ({ page, baseURL }) => {
    const plain = `<iframe data-src="${baseURL}?mode=embed&controls=none&lang=en#release=canary" title="Plain"></iframe>`;
    await show(page, baseURL, [SLIDES[1], plain], { query: "?print-pdf" });
    const titles = () =>
      page.evaluate(() => [...document.querySelectorAll("naru-harbour, section img")].map((one) => decodeURIComponent((one.shadowRoot?.querySelector("img") ?? one).src).match(/<title>(.*?)<.title>/)?.[1]));
    await expect.poll(titles, { timeout: 40_000 }).toEqual(["Roles meet and part", expect.stringContaining("Operate")]);
    await expect(page.locator("iframe")).toHaveCount(0);
  });

  for (const [forward, back] of [["PageDown", "PageUp"], ["ArrowRight", "ArrowLeft"], ["Space", "Shift+Space"], ["ArrowDown", "ArrowUp"]]) {
    test(`${forward} and ${back} step through, and leave at both ends`, async ({ page, baseURL }) => {
      test.slow();
      await show(page, baseURL, SLIDES, { at: 1 });
      await expectStep(page, 0);
      expect(await walk(page, forward, 1)).toEqual([0, 1, 2, 3]);
      await expectSlide(page, 2);
      await page.keyboard.press(back);
      await expectSlide(page, 1);
      // Who comes back from the slide behind it comes to its last step.
      await expectStep(page, 3);
      expect(await walk(page, back, 1)).toEqual([3, 2, 1, 0]);
      await expectSlide(page, 0);
      await page.keyboard.press(forward);
      await expectSlide(page, 1);
      await expectStep(page, 0);
    });
  }

  test("with the focus inside the frame the same keys do the same", async ({ page, baseURL }) => {
    test.slow();
    await show(page, baseURL, SLIDES, { at: 1 });
    await expectStep(page, 0);
    const focus = async () => {
      await inside(page).locator("body").evaluate(() => window.focus());
      await expect.poll(() => page.evaluate(() => document.activeElement.localName)).toBe("naru-harbour");
    };
    await focus();
    expect(await walk(page, "PageDown", 1)).toEqual([0, 1, 2, 3]);
    await expectSlide(page, 2);
    // From here on the keys are the deck's again.
    await page.keyboard.press("PageUp");
    await expectSlide(page, 1);
    await expectStep(page, 3);
    await focus();
    expect(await walk(page, "PageUp", 1)).toEqual([3, 2, 1, 0]);
    await expectSlide(page, 0);
  });

  test("a journey without a chapter has steps, too, though nobody knew how many", async ({ page, baseURL }) => {
    test.slow();
    await show(page, baseURL, [ONE, `<naru-harbour release="canary" controls="none"></naru-harbour>`, THREE], { at: 1 });
    await expectStatus(harbour(page), "ready");
    await harbour(page).evaluate((element) => element.go("last"));
    await expect.poll(() => harbour(page).evaluate(({ step }) => step?.last && !step.moving)).toBe(true);
    const last = await harbour(page).evaluate(({ count }) => count - 1);
    await expect.poll(async () => (await place(page)).f).toBe(last - 1);
    await page.keyboard.press("PageDown");
    await expectSlide(page, 2);
    await page.keyboard.press("PageUp");
    await expectStep(page, last);
  });

  test("printed, it is a picture", async ({ page, baseURL }) => {
    await page.addInitScript(() => addEventListener("naru-printed", () => (window.printed = true), true));
    await show(page, baseURL, SLIDES, { query: "?print-pdf" });
    await expect.poll(() => page.evaluate(() => window.printed ?? false), { timeout: 40_000 }).toBe(true);
    await expect(harbour(page).locator("iframe")).toHaveCount(0);
    expect(await harbour(page).locator("img").evaluate((image) => image.decode().then(() => image.naturalWidth > 0))).toBe(true);
    expect(await page.locator(".pdf-page").count()).toBe(3);
  });
});

test.describe("in a deck of reveal.js, with its time taken", () => {
  const SLIDES = [ONE, `<naru-harbour chapter="crossing"></naru-harbour>`, THREE];

  test("a press while it moves shows the end of the move; at the last step, too", async ({ page }) => {
    // It moves for as long as a test may take.
    const slow = `<naru-harbour chapter="crossing" src="${fake()}?move=60000"></naru-harbour>`;
    await show(page, fake(), [ONE, slow, THREE], { at: 1 });
    const found = () => harbour(page).evaluate(({ step, playing }) => [step?.index, step?.moving, playing]);
    for (const step of [0, 1, 2, 3]) {
      await expect.poll(found).toEqual([step, true, true]);
      await page.keyboard.press("PageDown");
      await expect.poll(found).toEqual([step, false, false]);
      await expect.poll(() => place(page)).toMatchObject({ h: 1, f: step - 1 });
      await page.keyboard.press("PageDown");
    }
    await expectSlide(page, 2);
  });

  test("two presses at once at the end do not lose the last step", async ({ page }) => {
    await show(page, fake(), SLIDES, { at: 1 });
    await expectStand(page, 0);
    await harbour(page).evaluate((element) => element.go(2));
    await expect.poll(async () => (await place(page)).f).toBe(1);
    await page.evaluate(() => {
      Reveal.next();
      Reveal.next();
    });
    await expectStand(page, 3);
    expect((await place(page)).h).toBe(1);
  });

  for (const [what, slide] of [["an element", SLIDES[1]], ["a plain iframe", null]]) {
    test(`${what} that loads late has lost no press`, async ({ page }) => {
      const frame = slide ?? `<iframe data-src="${fake()}?mode=embed&pace=step#chapter=crossing"></iframe>`;
      host.held.add("/frame/");
      await show(page, fake(), [ONE, frame, THREE]);
      await page.keyboard.press("PageDown");
      await expectSlide(page, 1);
      if (slide === null) await expect.poll(() => page.locator("iframe").getAttribute("src")).toBeTruthy();
      await page.keyboard.press("PageDown");
      await page.keyboard.press("PageDown");
      expect((await place(page)).h).toBe(1);
      host.held.clear();
      host.release();
      await expect.poll(() => inside(page)?.evaluate(() => document.body.textContent).catch(() => "")).toBe("step 2");
      await expect.poll(async () => (await place(page)).f).toBe(1);
      await page.keyboard.press("PageUp");
      await expect.poll(() => inside(page).evaluate(() => document.body.textContent)).toBe("step 1");
    });
  }

  test("a plain iframe steps, leaves at its ends and comes back to its last step", async ({ page }) => {
    await show(page, fake(), [ONE, `<iframe data-src="${fake()}?mode=embed&pace=step#chapter=crossing"></iframe>`, THREE], { at: 1 });
    const text = () => inside(page)?.evaluate(() => document.body.textContent).catch(() => "");
    await expect.poll(text).toBe("step 0");
    for (const step of [1, 2, 3]) {
      await page.keyboard.press("PageDown");
      await expect.poll(text).toBe(`step ${step}`);
    }
    await page.keyboard.press("PageDown");
    await expectSlide(page, 2);
    // reveal.js has thrown the frame away meanwhile.
    await page.keyboard.press("PageUp");
    await expectSlide(page, 1);
    await expect.poll(text).toBe("step 3");
    for (const step of [2, 1, 0]) {
      await page.keyboard.press("PageUp");
      await expect.poll(text).toBe(`step ${step}`);
    }
    await page.keyboard.press("PageUp");
    await expectSlide(page, 0);
  });

  test("embed.js may come late", async ({ page }) => {
    await show(page, fake(), SLIDES, { at: 1, embed: "" });
    await page.addScriptTag({ url: `${fake()}embed.js` });
    await expectStand(page, 0);
    await page.keyboard.press("PageDown");
    await expectStand(page, 1);
  });

  test("what fell silent does not hold up the talk", async ({ page }) => {
    await show(page, fake(), SLIDES, { at: 1 });
    await expectStand(page, 0);
    await harbour(page).evaluate((element) => element.shadowRoot.querySelector("iframe").contentWindow.location.replace("about:blank"));
    await page.keyboard.press("PageDown");
    await expect
      .poll(async () => {
        await page.keyboard.press("PageDown");
        return (await place(page)).h;
      })
      .toBe(2);
  });

  test("what broke lets the deck go on, and is brought again when its slide is", async ({ page }) => {
    await show(page, fake(), SLIDES, { at: 1 });
    await expectStand(page, 0);
    await page.keyboard.press("PageDown");
    await expectStand(page, 1);
    await harbour(page).evaluate((element) => element.send("break"));
    await expectStatus(harbour(page), "failed");
    await page.keyboard.press("PageDown");
    await expectSlide(page, 2);
    await page.keyboard.press("PageUp");
    await expectStatus(harbour(page), "ready");
  });

  test("the overview and a dark screen make it stand, and it goes on afterwards", async ({ page }) => {
    // A move that goes on until it is stopped.
    await show(page, fake(), [ONE, `<naru-harbour src="${fake()}?move=600000" chapter="crossing" pace="play"></naru-harbour>`, THREE], { at: 1 });
    await expectStatus(harbour(page), "ready");
    await expect.poll(async () => (await heard(page)).at(-1)).toBe("play");
    for (const toggle of ["togglePause", "toggleOverview"]) {
      await harbour(page).evaluate((element) => element.play());
      await expect.poll(() => playing(page)).toBe(true);
      await page.evaluate((toggle) => Reveal[toggle](true), toggle);
      await expect.poll(async () => (await heard(page)).at(-1)).toBe("pause");
      await page.evaluate((toggle) => Reveal[toggle](false), toggle);
      await expect.poll(async () => (await heard(page)).at(-1)).toBe("play");
    }
  });

  test("a deck that goes by itself waits until the story is over", async ({ page }) => {
    await show(page, fake(), SLIDES, { at: 1, config: { autoSlide: 300 } });
    await expectStatus(harbour(page), "ready");
    expect(await harbour(page).evaluate((element) => element.getAttribute("pace"))).toBe("play");
    await expectStand(page, 0);
    // The deck's own clock does not run.
    await expect(page.locator("section.present")).toHaveAttribute("data-autoslide", "0");
    expect((await place(page)).h).toBe(1);
    await harbour(page).evaluate((element) => element.go("last"));
    await expectStand(page, 3);
    await inside(page).evaluate(() => parent.postMessage({ naru: 1, event: "ended" }, "*"));
    await expectSlide(page, 2);
  });

  test("it goes with the slide's own fragments, and deep links lead to its steps", async ({ page }) => {
    await show(page, fake(), [ONE, `<p class="fragment">A</p>${SLIDES[1]}<p class="fragment">B</p>`, THREE], { at: "1/0/3" });
    await expectStatus(harbour(page), "ready");
    await expectStand(page, 2);
    await page.keyboard.press("PageUp");
    await expectStand(page, 1);
  });

  test("printed, each is a picture: of the step that is asked for, the last one otherwise", async ({ page }) => {
    const plain = `<iframe data-src="${fake()}?mode=embed#chapter=crossing" title="Plain"></iframe>`;
    await show(page, fake(), [SLIDES[1], `<naru-harbour chapter="crossing" data-still="1"></naru-harbour>`, plain], { query: "?print-pdf" });
    const pictures = () =>
      page.evaluate(() => [...document.querySelectorAll("naru-harbour, section img")].map((one) => decodeURIComponent((one.shadowRoot?.querySelector("img") ?? one).src).match(/step \d/)?.[0]));
    await expect.poll(pictures).toEqual(["step 3", "step 1", "step 3"]);
    await expect(page.locator("iframe")).toHaveCount(0);
  });

  test("in the speaker's window and in a deck to scroll nothing runs a second time", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => request.url().includes("mode=embed") && asked.push(request.url()));
    const plain = `<iframe data-src="${fake()}?mode=embed"></iframe>`;
    await show(page, fake(), [SLIDES[1], plain], { query: "?receiver" });
    await expect(harbour(page).locator("img")).toBeVisible();
    await page.evaluate(() => Reveal.next());
    await expectSlide(page, 1);
    await show(page, fake(), [SLIDES[1], THREE], { query: "?view=scroll" });
    await expect(harbour(page).getByRole("button", { name: "Start the harbour" })).toBeVisible();
    expect(asked).toEqual([]);
  });
});
