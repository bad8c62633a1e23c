// What the guide lays on the table: done, raced, and read and pressed at every size.
import { beat, next, table, talk, told, wrong } from "./guide.mjs";
import { axe, clock, expect, test, texts } from "./support.mjs";

const EN = texts("en");
const KO = texts("ko");
const TABLES = ["wish&beat=cake", "button&beat=bad-one", "crossing&beat=race", "tower&beat=cake", "year&beat=board", "year&beat=survey", "sre&beat=margin", "keys&beat=doors", "crew&beat=move"];

test.describe("on the table", () => {
  test("the cake that was designed arrives, or another, as words were shared or not", async ({ page }) => {
    await told(page, "tour=core&chapter=wish&beat=cake");
    await page.locator("[data-cake=chocolate]").click();
    await page.locator("[data-cake=stars]").click();
    await page.locator("[data-test=cake-name]").fill("Mina");
    await page.locator("[data-test=table-done]").click();
    await expect(talk(page)).toHaveAttribute("data-beat", "wish.words");
    await page.locator(".talk__option").nth(1).click();
    // The rest of the way in one stride each.
    while ((await beat(page)) !== "tower.cake") await next(page).click();
    const arrival = page.locator("[data-test=arrival]");
    await expect(arrival).toHaveAttribute("data-right", "false");
    await expect(arrival.locator("text").first()).toHaveText("Mina");
    await expect(arrival.locator("text").last()).not.toHaveText("Mina");
    await expect(page.locator(".table__why")).toContainText(EN["caption.plan-passed.owner.misread"].slice(0, 30).replace(/\[[^|]*\|/, ""));
    await page.locator("[data-test=what-if]").click();
    await expect(arrival).toHaveAttribute("data-right", "true");
  });

  test("the bad one is found by halves in four days at most, and one by one in one", async ({ page }) => {
    await told(page, "tour=core&chapter=button&beat=bad-one");
    await expect(table(page)).toBeVisible();
    const halve = page.locator("[data-test=halve]");
    let days = 0;
    while (await halve.isVisible()) {
      await halve.click();
      days += 1;
    }
    expect(days).toBeLessThanOrEqual(4);
    await expect(page.locator(".idea[data-state=bad]")).toHaveCount(1);
    await expect(page.locator("[data-test=search-said]")).toContainText(String(days));
    await page.locator("[data-test=one-by-one]").click();
    await expect(page.locator("[data-test=alone]")).toBeVisible();
    await expect(page.locator(".idea[data-state=good]")).toHaveCount(11);
  });

  test("four ways race on one clock, and end in the figures that each has alone", async ({ page }) => {
    const time = await clock(page);
    await told(page, "tour=core&chapter=crossing&beat=race");
    await expect(table(page)).toBeVisible();
    await page.locator("[data-test=stack]").fill("400");
    await time.stop();
    await page.locator("[data-test=race]").click();
    const end = page.locator("[data-test=race-end]");
    for (let passed = 0; passed < 60_000 && !(await end.isVisible()); passed += 250) await time.jump(250);
    await expect(end).toContainText("400");
    const failed = async (way) => Number((await page.locator(`[data-race=${way}] [data-test=race-failed]`).innerText()).replace(",", ""));
    const [all, canary] = [await failed("all-at-once"), await failed("canary")];
    expect(all).toBeGreaterThan(15 * canary);
    await expect(end).toContainText(String(all));
    await expect(end).toContainText(String(canary));
  });

  test("a margin is spent by rushing, and then the train stops", async ({ page }) => {
    await told(page, "tour=one&chapter=sre&beat=margin");
    const rush = page.locator(".table [data-pace=rush].button");
    for (let week = 0; week < 12 && (await rush.isEnabled()); week += 1) await rush.click();
    await expect(rush).toBeDisabled();
    await expect(page.locator(".table [data-pace=rest].button")).toBeEnabled();
  });

  test("a lost key opens what it opened: all doors, or one's own", async ({ page }) => {
    await told(page, "tour=one&chapter=keys&beat=doors");
    await page.locator("[data-holder=boat]").click();
    await expect(page.locator(".door[data-state=open]")).toHaveCount(6);
    await page.locator("[data-regime=own]").click();
    await expect(page.locator(".door[data-state=open]")).toHaveCount(1);
    await expect(page.locator("[data-door=order-book]")).toHaveAttribute("data-state", "open");
  });

  test("people who move to the workshop change how long wishes wait", async ({ page }) => {
    await told(page, "tour=one&chapter=crew&beat=move");
    const said = page.locator("[data-test=crew-said]");
    const before = await said.innerText();
    await page.locator("[data-test=crew-split]").press("ArrowRight");
    await expect(said).not.toHaveText(before);
  });

  test("a year passes in two harbours", async ({ page }) => {
    await told(page, "tour=one&chapter=year&beat=board");
    await page.locator("[data-test=to-the-end]").click();
    await expect(page.locator(".year__source")).toContainText("2024");
    const cells = await page.locator("[data-measure='year.deployments'] td").allInnerTexts();
    expect(Number(cells[1].replace(",", ""))).toBeGreaterThan(5 * Number(cells[0].replace(",", "")));
  });

  for (const [lang, words] of [["en", EN], ["ko", KO]]) {
    test(`the year stands beside what real teams answered, with the survey's year and its caution, in ${lang}`, async ({ page }) => {
      await told(page, "tour=one&chapter=year&beat=board", { lang });
      await page.locator("[data-test=to-the-end]").click();
      const failed = await page.locator("[data-measure='year.fail'] td").allInnerTexts();
      await page.locator("[data-test=table-done]").click();
      const survey = page.locator("[data-test=survey]");
      await expect(survey.locator("[data-group]")).toHaveCount(6);
      // The same year as before, and the groups of the survey.
      await expect(survey.locator("[data-group=before] td").nth(2)).toContainText(failed[0]);
      await expect(survey.locator("[data-group=with] td").nth(2)).toContainText(failed[1]);
      await expect(survey.locator("[data-group=elite]")).toContainText(words["survey.group.elite"]);
      await expect(survey.locator("[data-group=low] td").nth(2)).toContainText("40%");
      await expect(survey).toContainText("2024");
      await expect(page.locator("[data-test=survey-caution]")).toContainText("2024");
      await expect(page.locator("[data-test=survey-caution]")).toContainText(words["survey.caution"].split(".")[0].split(":")[0]);
    });
  }
});

test.describe("everything on the table can be read and pressed", () => {
  for (const [width, height, lang, theme] of [[390, 844, "ko", "night"], [1366, 768, "en", "day"], [640, 360, "en", "night"], [320, 568, "ko", "day"], [1080, 1920, "en", "night"]]) {
    test(`${width}x${height}, ${lang}, ${theme}`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.setViewportSize({ width, height });
      for (const story of TABLES) {
        await page.goto("about:blank");
        await told(page, `tour=one&chapter=${story}`, { lang, theme });
        await expect(table(page), story).toBeVisible();
        // What axe finds does not hang on the size; it takes its time.
        if (width === 390 || width === 1366) expect(await axe(page), story).toEqual([]);
        expect(await wrong(page), story).toEqual([]);
        // A tall screen in a lobby has room for all of it; nobody scrolls there.
        if (height > 1000) expect(await table(page).evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight), story).toBeLessThanOrEqual(1);
      }
    });
  }
});

test("in the corner of a slide, all four ways of the race are seen at once", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await told(page, "tour=core&chapter=crossing&beat=race");
  await page.locator("[data-test=race]").click();
  for (const way of await page.locator("[data-race]").all()) await expect(way).toBeInViewport({ ratio: 1 });
  expect(await wrong(page)).toEqual([]);
});

test.describe("texts of twice the length still fit", () => {
  for (const [width, height] of [[390, 844], [1366, 768]]) {
    test(`${width}x${height}`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.setViewportSize({ width, height });
      await page.route(/\/(texts|panel|cards)-[^/]*\.txt$/, async (route) => {
        const response = await route.fetch();
        const lines = (await response.text()).split("\n");
        await route.fulfill({ response, body: lines.map((line) => line.replace(/ = (.*)$/, " = $1 $1")).join("\n") });
      });
      for (const story of ["friday&beat=guess", "docks&beat=box", "drill&beat=choose", ...TABLES]) {
        await page.goto("about:blank");
        await told(page, `tour=one&chapter=${story}`);
        if (TABLES.includes(story)) await expect(table(page), story).toBeVisible();
        await expect(page.locator(".talk__words").first()).not.toBeEmpty();
        expect(await wrong(page), story).toEqual([]);
        // Whatever is asked, there is a way on that a finger finds.
        await next(page).scrollIntoViewIfNeeded();
        await expect(next(page), story).toBeInViewport();
      }
    });
  }
});
