// Access: by keyboard, by touch, by ear, in still steps; in both languages and by day and by night.
import { axe, clock, dismiss, expect, open, release, sight, slider, steps, test, texts, unfold } from "./support.mjs";

const EN = texts("en");

/** Finger-sized, in CSS pixels. */
const TOUCH = 44;

/** Buttons and fields that are seen now: how they are called and how large they are. */
const controls = (page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll("button, input, select, summary, a[href], [role=button], [role=switch], [role=radio]");
    return [...all].filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.closest("#boot")).map((control) => {
      const labelled = (control.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "");
      const labels = [...(control.labels ?? [])].map((label) => label.textContent);
      const own = control.matches("button, summary, a, [role=button]") ? control.textContent : "";
      const { width, height } = control.getBoundingClientRect();
      return {
        what: `${control.localName}.${control.className} ${own}`.trim(),
        name: [control.getAttribute("aria-label") ?? "", ...labelled, ...labels, own].join("").trim(),
        inline: control.matches(".term"),
        width,
        height,
      };
    });
  });

const playing = (page) => page.locator(".glyph--pause").count();

test.describe("axe finds nothing", () => {
  for (const lang of ["en", "ko"]) {
    for (const theme of ["day", "night"]) {
      test(`${lang}, ${theme}`, async ({ page }) => {
        // What fades or slides in is judged once it has come.
        await page.emulateMedia({ reducedMotion: "reduce" });
        await open(page, "release=canary&seed=7", { lang, theme });
        expect.soft(await axe(page), "at the start").toEqual([]);

        await page.locator(".more__summary").click();
        await page.locator("button[data-station=release]").click();
        await steps(page, 3);
        await expect(page.locator(".legend").first()).toBeVisible();
        expect.soft(await axe(page), "in the crossing, all choices open").toEqual([]);

        await page.locator("[data-test=pin]").click();
        await release(page, "all-at-once");
        await expect(page.locator("[data-test=pinned-stage]")).toBeVisible();
        await expect(page.locator("[data-test=undo]")).toBeEnabled();
        expect.soft(await axe(page), "with a pinned run").toEqual([]);

        await page.locator("[data-test=undo]").click();
        await expect(page.locator("[data-test=notice]")).toBeVisible();
        expect.soft(await axe(page), "with a notice").toEqual([]);

        await dismiss(page);
        await page.locator("button[data-station=container]").click();
        await page.locator(".term").first().click();
        await expect(page.getByRole("dialog")).toBeVisible();
        expect.soft(await axe(page), "with a card").toEqual([]);

        await page.keyboard.press("Escape");
        await slider(page).press("End");
        expect.soft(await axe(page), "at the end").toEqual([]);
        await page.setViewportSize({ width: 390, height: 844 });
        expect.soft(await axe(page), "on a phone").toEqual([]);
      });
    }
  }
});

test.describe("every control has a name and fits a finger", () => {
  for (const [width, height] of [[390, 844], [1366, 768]]) {
    for (const lang of ["en", "ko"]) {
      test(`${lang}, ${width}x${height}`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await open(page, "colour=red&seed=7", { lang });
        const seen = await controls(page);
        await dismiss(page);
        await page.locator(".more__summary").click();
        await page.locator("[data-test=pin]").click();
        await page.locator("button[data-station=release]").click();
        seen.push(...(await controls(page)));
        await page.locator(".term").first().click();
        await expect(page.getByRole("dialog")).toBeVisible();
        seen.push(...(await controls(page)));
        await page.keyboard.press("Escape");
        await slider(page).press("End");
        seen.push(...(await controls(page)));
        expect(seen.length).toBeGreaterThan(80);
        expect(seen.filter(({ name }) => !name).map(({ what }) => what), "without a name").toEqual([]);
        const small = seen.filter(({ inline, width: wide, height: high }) => !inline && (wide < TOUCH - 0.5 || high < TOUCH - 0.5));
        expect([...new Set(small.map(({ what, width: wide, height: high }) => `${what}: ${Math.round(wide)} x ${Math.round(high)}`))], "too small").toEqual([]);
      });
    }
  }
});

test.describe("by keyboard alone", () => {
  test("Tab finds the start, Space and Enter play and pause, arrows step", async ({ page }) => {
    await open(page, "seed=7");
    const start = page.locator("[data-test=start]");
    for (let press = 0; press < 12 && !(await start.evaluate((button) => button === document.activeElement)); press += 1) {
      await page.keyboard.press("Tab");
    }
    await expect(start).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("[data-test=start]")).toBeHidden();
    expect(await playing(page)).toBe(1);
    // The start has gone: the keyboard must not fall out of the page's hands.
    await page.keyboard.press("Space");
    await expect.poll(() => playing(page)).toBe(0);
    const first = (await sight(page)).caption;
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await sight(page)).caption).not.toBe(first);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(async () => (await sight(page)).caption).toBe(first);

    const play = page.locator("[data-test=play]");
    await play.focus();
    await page.keyboard.press("Space");
    await expect.poll(() => playing(page)).toBe(1);
    await page.keyboard.press("Enter");
    await expect.poll(() => playing(page)).toBe(0);
    // With other keys held they belong to the browser.
    const { caption } = await sight(page);
    await page.keyboard.press("Control+ArrowRight");
    expect((await sight(page)).caption).toBe(caption);
  });

  test("arrows choose in the release toggle, switches turn with Space, the slider keeps its own arrows", async ({ page }) => {
    await open(page, "release=all-at-once&seed=7");
    await unfold(page);
    const chosen = page.locator("[data-choice=release]");
    const radio = (name) => page.locator(`[role=radio][data-name=${name}]`);
    // One stop for the whole group.
    expect(await page.locator("[role=radio][tabindex='0']").count()).toBe(1);
    await radio("all-at-once").focus();
    const names = await page.locator("[role=radio]").evaluateAll((radios) => radios.map((one) => one.dataset.name));
    const first = names.indexOf("all-at-once");
    for (const name of [...names.slice(first + 1), ...names.slice(0, first + 1)]) {
      await page.keyboard.press("ArrowRight");
      await expect(chosen).toHaveAttribute("data-value", name);
      await expect(radio(name)).toBeFocused();
      await expect(radio(name)).toHaveAttribute("aria-checked", "true");
    }
    await page.keyboard.press("ArrowUp");
    await expect(chosen).toHaveAttribute("data-value", names.at(first - 1));
    expect((await sight(page)).station, "nothing stepped").toBe("need");
    await expect(slider(page)).toHaveValue("0");

    await page.locator("[data-choice=watch]").getByRole("switch").focus();
    await page.keyboard.press("Space");
    await expect(page.locator("[data-choice=watch]")).toHaveAttribute("data-value", "off");
    expect(await playing(page), "Space turned the switch only").toBe(0);

    const severity = page.locator("[data-choice=severity] input");
    await severity.press("ArrowRight");
    await expect(page.locator("[data-choice=severity]")).toHaveAttribute("data-value", "21");
    await expect(severity).toHaveAttribute("aria-valuetext", EN["unit.severity"].replace("{n}", "21"));
    await slider(page).press("End");
    await expect(slider(page)).toHaveAttribute("aria-valuetext", new RegExp(EN["station.operate"]));
  });

  test("a term opens its card, Escape closes it, and the focus comes back", async ({ page }) => {
    await open(page, "seed=7");
    await page.locator('[data-test="player.previous"]').click();
    const term = page.locator(".term").first();
    await term.focus();
    await page.keyboard.press("Enter");
    const card = page.getByRole("dialog");
    await expect(card).toBeVisible();
    await expect(card).toHaveAccessibleName(EN["term.need.name"]);
    await expect(card).toContainText(EN["term.need.harbour"]);
    await expect(card).toContainText(EN["term.need.software"]);
    // The page behind is out of reach.
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null)).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(card).toBeHidden();
    await expect(term).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(card).toBeVisible();
    await card.getByRole("button", { name: EN["card.close"] }).click();
    await expect(card).toBeHidden();
    await expect(term).toBeFocused();
    await term.click();
    await page.mouse.click(5, 5);
    await expect(card).toBeHidden();
  });
});

test("a term can be pressed while the show plays", async ({ page }) => {
  await open(page, "seed=7");
  await page.locator("[data-test=start]").click();
  const term = page.locator(".term").first();
  await expect(term).toBeVisible();
  const same = await term.evaluate(async (button) => {
    button.focus();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return button.isConnected && document.activeElement === button;
  });
  expect(same, "the button and the focus on it stay while the sentence stays").toBe(true);
  // As a finger does it: down, a moment, up.
  const { x, y, width, height } = await term.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.waitForTimeout(120);
  await page.mouse.up();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test.describe("by ear", () => {
  test("one polite voice says where the story stands, once a station while it plays", async ({ page }) => {
    const time = await clock(page);
    await open(page, "release=canary&seed=7");
    await time.stop();
    const voice = page.locator("[aria-live=polite]");
    await expect(voice).toHaveCount(1);
    await page.evaluate(() => {
      window.said = [];
      const voice = document.querySelector("[aria-live=polite]");
      new MutationObserver(() => window.said.push(voice.textContent)).observe(voice, { childList: true, characterData: true, subtree: true });
    });
    await page.locator("[data-test=start]").click();
    await page.locator(".player__speed select").selectOption("400");
    for (let frame = 0; frame < 60; frame += 1) await time.jump(100);
    const said = await page.evaluate(() => window.said);
    const stations = ["need", "spec", "code", "ci", "container", "release"].indexOf((await sight(page)).station);
    expect(said.length).toBeGreaterThanOrEqual(stations - 1);
    expect(said.length).toBeLessThanOrEqual(stations + 1);
    await page.locator("[data-test=play]").click();
    await expect(voice).toHaveText((await sight(page)).caption);
  });

  test("the picture is described in words, and its drawings keep silent", async ({ page }) => {
    await open(page, "release=canary&seed=7");
    await page.locator("button[data-station=release]").click();
    await steps(page, 3);
    const { described } = await sight(page);
    expect(described).toContain(EN["station.release"]);
    expect(described).toMatch(/\d/);
    const heard = (drawings) => drawings.filter((drawing) => !drawing.closest("[aria-hidden=true]")).length;
    expect(await page.locator(".stage svg, .stage canvas").evaluateAll(heard)).toBe(0);
  });
});

test.describe("with less motion", () => {
  /** Which step is told, and everything on the stage that can stand elsewhere or look otherwise. */
  const picture = (page) =>
    page.evaluate(() => {
      const stage = document.querySelector(".stage");
      const parts = [...stage.querySelectorAll("*")].map((part) => {
        const style = part.getAttribute("style") ?? "";
        return ["transform", "opacity", "display", "class"].map((name) => part.getAttribute(name) ?? "").join() + style;
      });
      const words = (selector) => document.querySelector(selector).textContent;
      const { station } = document.querySelector("[aria-current=step]").dataset;
      // Before orders cross, a step is an event; while they cross, a minute.
      const minute = ["release", "operate"].includes(station) ? words(".caption__clock") : "";
      return {
        step: [station, words(".caption__words"), minute].join(" "),
        looks: parts.join("|") + stage.querySelector("canvas").toDataURL(),
        over: document.querySelector(".house").dataset.over === "true",
      };
    });

  test("the same story is told in still steps", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    const time = await clock(page);
    await open(page, "release=canary&seed=7");
    await expect(page.locator(".stage.motion")).toHaveCount(0);
    expect(await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length)).toBe(0);
    await time.stop();
    await page.locator("[data-test=start]").click();
    await page.locator(".player__speed select").selectOption("400");
    const steps = new Map();
    let compared = 0;
    let now = await picture(page);
    for (let frame = 0; frame < 400 && !now.over; frame += 1) {
      await time.jump(90);
      now = await picture(page);
      if (steps.has(now.step)) {
        expect(now.looks === steps.get(now.step), `nothing moves within one step: ${now.step}`).toBe(true);
        compared += 1;
      }
      steps.set(now.step, now.looks);
    }
    expect(now.over, "it comes to its end").toBe(true);
    expect(compared).toBeGreaterThan(30);
    expect(new Set(steps.values()).size, "the story is told all the same").toBeGreaterThan(20);
  });

  test("else it moves, and stands while it is paused", async ({ page }) => {
    const time = await clock(page);
    await open(page, "release=canary&seed=7");
    await time.stop();
    await expect(page.locator(".stage.motion")).toHaveCount(1);
    await page.locator("button[data-station=release]").click();
    await steps(page, 3);
    await page.locator("[data-test=play]").click();
    await time.run(1_000);
    const one = await picture(page);
    await time.run(300);
    expect((await picture(page)).looks).not.toBe(one.looks);
    await page.locator("[data-test=play]").click();
    await expect(page.locator(".stage.paused")).toHaveCount(1);
    const still = await picture(page);
    await time.run(500);
    expect(await picture(page)).toEqual(still);
  });
});

test("the canvas follows day and night", async ({ page }) => {
  await open(page, "release=all-at-once&seed=7");
  await page.locator("button[data-station=release]").click();
  await steps(page, 3);
  const orders = () => page.locator("canvas").first().evaluate((canvas) => canvas.toDataURL());
  const toggle = page.locator("[data-test=theme]");
  await expect(toggle).toHaveText(EN["theme.night"]);
  const day = await orders();
  await toggle.click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
  await expect.poll(orders).not.toBe(day);
  const night = await orders();
  await page.setViewportSize({ width: 1300, height: 700 });
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect.poll(orders, "as if it had been opened by night").toBe(night);
  await toggle.click();
  await expect.poll(orders).toBe(day);
});
