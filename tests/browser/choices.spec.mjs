// The choices: every one of them can be made, by hand and by keyboard, and says what it is set to.
import { expect, figures, open, release, sight, slider, test, texts, unfold } from "./support.mjs";

const EN = texts("en");

/** Choices in sight at once, and those of each station behind "More choices". */
const FIRST = ["release", "fault", "severity", "share", "watch", "back"];
const GROUPS = {
  need: ["orders", "seed"],
  spec: ["words"],
  ci: ["lint", "unit", "integration", "coverage"],
  container: ["e2e", "servers"],
  release: ["delivery", "flag", "steps", "hold", "router", "boats", "surge", "unavailable", "start"],
  operate: ["interval", "threshold", "checks", "slo", "away", "away-at"],
};
const ALL = [...FIRST, ...Object.values(GROUPS).flat()];

const choice = (page, key) => page.locator(`[data-choice=${key}]`);
const more = unfold;
const words = (page, key) => choice(page, key).locator(".choice__value, .switch__value, select option:checked").first();

test("all thirty are there, those that are not in sight at once by their station", async ({ page }) => {
  await open(page, "seed=7");
  await unfold(page);
  await page.locator(".more__summary").click();
  expect(ALL.length).toBe(30);
  const keys = (selector) => page.locator(`${selector}[data-choice]`).evaluateAll((choices) => choices.map(({ dataset }) => dataset.choice));
  expect(await keys(".choices > ")).toEqual(FIRST);
  await expect(choice(page, "words")).toBeHidden();
  // By keyboard: the summary opens, and the next stop is the first choice of the first group.
  await page.locator(".more__summary").focus();
  await page.keyboard.press("Enter");
  await expect(choice(page, "words")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(choice(page, GROUPS.need[0]).locator("input")).toBeFocused();
  const groups = page.locator("[data-group]");
  expect(await groups.evaluateAll((all) => all.map(({ dataset }) => dataset.group))).toEqual(Object.keys(GROUPS));
  for (const [station, expected] of Object.entries(GROUPS)) {
    expect(await keys(`[data-group=${station}] `)).toEqual(expected);
    const group = page.getByRole("group", { name: EN[`station.${station}`], exact: true });
    await expect(group).toHaveAttribute("data-group", station);
    await expect(group.getByRole("heading")).toHaveText(EN[`station.${station}`]);
  }
});

test("the first screen shows the ways to release only; the show, or a wish for more, brings the rest", async ({ page }) => {
  for (const bring of ["[data-test=start]", ".more__summary"]) {
    await page.goto("about:blank");
    await open(page, "seed=7");
    await expect(choice(page, "release")).toBeVisible();
    await expect(choice(page, "fault")).toBeHidden();
    await expect(page.locator(".board")).toBeHidden();
    await page.locator(bring).click();
    for (const key of FIRST) await expect(choice(page, key)).toBeVisible();
    await expect(page.locator(".board")).toBeVisible();
  }
});

test.describe("each has a control that works by keyboard", () => {
  for (const [where, keys] of Object.entries({ "in sight at once": FIRST, ...GROUPS })) {
    test(`${where}: ${keys.join(", ")}`, async ({ page }) => {
      await open(page, "seed=7");
      await more(page);
      const story = await page.locator(".house").getAttribute("data-digest");
      for (const key of keys) {
        const it = choice(page, key);
        const before = await it.getAttribute("data-value");
        const control = it.locator("[role=radio][tabindex='0'], [role=switch], select, input").first();
        await control.focus();
        const turns = await control.evaluate((one) => one.matches("[role=switch]"));
        for (const press of turns ? ["Space"] : ["ArrowDown", "ArrowUp", "ArrowUp"]) {
          if ((await it.getAttribute("data-value")) === before) await page.keyboard.press(press);
        }
        // What is typed counts when it is done.
        if (key === "seed") await page.keyboard.press("Enter");
        await expect(it, key).not.toHaveAttribute("data-value", before);
        expect((await sight(page)).station, "nothing stepped").toBe("need");
        await expect(slider(page)).toHaveValue("0");
        await page.locator("[data-test=undo]").click();
        await expect(it, key).toHaveAttribute("data-value", before);
        await expect(page.locator(".house")).toHaveAttribute("data-digest", story);
      }
    });
  }
});

test("a switch is on where its value says so, whatever the default", async ({ page }) => {
  await open(page, "flag=on&words=own&router=off&lint=off");
  await more(page);
  const states = { flag: "true", words: "false", router: "false", lint: "false", unit: "true", back: "true" };
  for (const [key, state] of Object.entries(states)) {
    await expect(choice(page, key).getByRole("switch")).toHaveAttribute("aria-checked", state);
    await expect(words(page, key)).toHaveText(state === "true" ? "On" : "Off");
  }
  await choice(page, "flag").getByRole("switch").click();
  await expect(choice(page, "flag")).toHaveAttribute("data-value", "off");
  await choice(page, "words").getByRole("switch").click();
  await expect(choice(page, "words")).toHaveAttribute("data-value", "shared");
});

test.describe("the canary's first share", () => {
  test("goes in halves of a per cent", async ({ page }) => {
    await open(page, "share=1");
    await more(page);
    const share = choice(page, "share");
    await share.locator("input").press("ArrowLeft");
    await expect(share).toHaveAttribute("data-value", "0.5");
    await expect(words(page, "share")).toHaveText("0.5%");
    await expect(share.locator("input")).toHaveAttribute("aria-valuetext", "0.5%");
    await share.locator("input").press("End");
    await expect(share).toHaveAttribute("data-value", "50");
  });

  for (const beyond of ["75", "33.33", "0.01"]) {
    test(`${beyond} % is said in words, and kept until the slider moves`, async ({ page }) => {
      await open(page, `share=${beyond}&seed=7`);
      await more(page);
      const share = choice(page, "share");
      await expect(words(page, "share")).toHaveText(`${beyond}%`);
      await choice(page, "watch").getByRole("switch").click();
      await slider(page).press("End");
      await expect(share).toHaveAttribute("data-value", beyond);
      await share.locator("input").press("Home");
      await share.locator("input").press("ArrowRight");
      await expect(share).toHaveAttribute("data-value", "1");
    });
  }
});

test("what an address asks for beside the examples is offered as long as it is chosen", async ({ page }) => {
  await open(page, "steps=2,30&start=sun-04:45&seed=7");
  await more(page);
  for (const [key, value, said, other] of [
    ["steps", "2,30", "2 → 30 → 100%", "10,100"],
    ["start", "sun-04:45", "Sun 04:45", "fri-17:00"],
  ]) {
    const it = choice(page, key);
    const select = it.locator("select");
    await expect(it).toHaveAttribute("data-value", value);
    await expect(select).toHaveValue(value);
    await expect(words(page, key)).toHaveText(said);
    const offered = await select.locator("option").count();
    await select.selectOption(other);
    await expect(it).toHaveAttribute("data-value", other);
    await expect(select.locator("option")).toHaveCount(offered - 1);
    await page.locator("[data-test=undo]").click();
    await expect(select).toHaveValue(value);
    await expect(words(page, key)).toHaveText(said);
  }
});

test("what changes nothing now says so, and can be set all the same", async ({ page }) => {
  await open(page, "seed=7");
  await more(page);
  const idle = (key) => choice(page, key).locator(".choice__help");
  await expect(idle("surge")).toHaveText(EN["choice.idle"]);
  await expect(idle("share")).toHaveText(EN["choice.share.help"]);
  await release(page, "rolling");
  await expect(idle("surge")).toHaveText(EN["choice.surge.help"]);
  await expect(idle("share")).toHaveText(EN["choice.idle"]);
  await choice(page, "watch").getByRole("switch").click();
  await expect(idle("threshold")).toHaveText(EN["choice.idle"]);
  await choice(page, "hold").locator("input").press("ArrowRight");
  await expect(choice(page, "hold")).toHaveAttribute("data-value", "11");
});

test("a choice far from the release changes what becomes of the orders", async ({ page }) => {
  // Nobody watches: the fault stays, unless a gate stops it.
  await open(page, "fault=style&lint=off&e2e=off&watch=off&seed=7");
  await more(page);
  await slider(page).press("End");
  const failed = Number((await figures(page)).failed);
  expect(failed).toBeGreaterThan(1_000);
  await choice(page, "lint").getByRole("switch").click();
  await slider(page).press("End");
  await expect.poll(async () => Number((await figures(page)).failed)).toBeLessThan(failed / 20);
});
