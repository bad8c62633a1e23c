// The story: the page tells what the model computes, to the last order, however one moves through it.
import { clock, expect, figures, figuresOf, golden, goldenJourneys, open, playToTheEnd, release, sight, slider, steps, test, texts, unfold } from "./support.mjs";

const STRATEGIES = ["all-at-once", "rolling", "blue-green", "canary"];
const STATIONS = ["need", "spec", "code", "ci", "container", "release", "operate"];

const visit = (page, station) => page.locator(`button[data-station=${station}]`).click();
const EN = texts("en");
const digest = (page) => page.locator(".house").getAttribute("data-digest");

test.describe("the page and `tell` agree", () => {
  for (const { name, link, document } of goldenJourneys()) {
    test(name, async ({ page }) => {
      await open(page, link);
      await expect(page.locator(".house")).toHaveAttribute("data-digest", document.digest);
      await expect(page.locator("[data-test=notice]")).toBeHidden();
      await unfold(page);
      for (const [key, value] of Object.entries(document.choices)) {
        await expect(page.locator(`[data-choice=${key}]`)).toHaveAttribute("data-value", String(value));
      }
      expect(await figures(page)).toMatchObject({ failed: "0", turned_away: "0", noticed: "", restored: "", budget: "0" });
      await slider(page).press("End");
      await expect.poll(() => figures(page)).toEqual(figuresOf(document));
    });
  }
});

test.describe("played from the start to the end", () => {
  for (const name of STRATEGIES) {
    test(`${name}, chosen by its toggle`, async ({ page }) => {
      const { link, document } = golden(name);
      const time = await clock(page);
      // The toggle chooses what the link leaves out.
      const other = STRATEGIES.find((strategy) => strategy !== name);
      await open(page, link.replace(`release=${name}`, `release=${other}`));
      await time.stop();
      await release(page, name);
      await expect(page.locator(`[data-name=${name}]`)).toHaveAttribute("aria-checked", "true");
      await page.locator("[data-test=start]").click();
      await expect(page.locator("[data-test=start]")).toBeHidden();
      await playToTheEnd(page, time);
      const outcome = await figures(page);
      expect(outcome).toEqual(figuresOf(document));
      expect(await digest(page)).toBe(document.digest);
      await expect(page.locator("[data-test=play]")).toHaveText(EN["player.again"]);
      // Why one chooses it.
      if (name === "canary") expect(Number(outcome.failed)).toBeLessThanOrEqual(golden("all-at-once").document.outcome.failed / 4);
      if (name === "blue-green") expect(Number(outcome.restored)).toBeLessThanOrEqual(2);
    });
  }

  test("it pauses, goes on where it stood, and starts again when it is over", async ({ page }) => {
    const time = await clock(page);
    await open(page, "release=canary&seed=7");
    await time.stop();
    await page.locator("[data-test=start]").click();
    await time.run(4_000);
    const play = page.locator("[data-test=play]");
    await expect(play).toHaveText(EN["player.pause"]);
    await play.click();
    const place = Number(await slider(page).inputValue());
    expect(Math.abs(place - 4_000)).toBeLessThan(600);
    await time.run(3_000);
    expect(Number(await slider(page).inputValue())).toBe(place);
    await play.click();
    await time.run(2_000);
    await play.click();
    expect(Math.abs(Number(await slider(page).inputValue()) - place - 2_000)).toBeLessThan(600);
    await play.click();
    await playToTheEnd(page, time);
    await play.click();
    await time.run(500);
    expect(Number(await slider(page).inputValue())).toBeLessThan(3_000);
  });
});

test("while it plays, the slider moves as it is seen, and a key goes on from where the show is", async ({ page }) => {
  const time = await clock(page);
  await open(page, "release=canary&seed=7");
  await time.stop();
  await page.locator("[data-test=start]").click();
  await time.run(3_700);
  const seen = () => page.locator(".scrub__place").evaluate((place) => place.getBoundingClientRect().left);
  const before = await seen();
  await time.run(1_500);
  expect(await seen()).toBeGreaterThan(before);
  await slider(page).press("ArrowRight");
  await expect(page.locator("[data-test=play]")).toHaveText(EN["player.play"]);
  const place = Number(await slider(page).inputValue());
  expect(Math.abs(place - 5_200 - 250)).toBeLessThan(600);
  // What is seen is where the browser has it.
  const way = await slider(page).evaluate((slider) => {
    const way = document.querySelector(".scrub__place").getBoundingClientRect().width;
    return slider.getBoundingClientRect().left + (way * slider.value) / slider.max;
  });
  expect(Math.abs((await seen()) - way)).toBeLessThan(3);
});

test.describe("a choice in the middle", () => {
  test("of the crossing keeps the station and the minute; undo brings everything back", async ({ page }) => {
    await open(page, "release=canary&seed=7");
    await visit(page, "release");
    await steps(page, 3);
    const before = await sight(page);
    const story = await digest(page);
    const place = await slider(page).inputValue();
    expect(before.station).toBe("release");
    await release(page, "rolling");
    await expect(page.locator(".house")).not.toHaveAttribute("data-digest", story);
    const after = await sight(page);
    expect(after.station).toBe("release");
    expect(after.clock).toBe(before.clock);
    expect(after.caption).not.toBe(before.caption);
    const undo = page.locator("[data-test=undo]");
    await undo.click();
    await expect(page.locator(".house")).toHaveAttribute("data-digest", story);
    await expect(page.locator("[data-choice=release]")).toHaveAttribute("data-value", "canary");
    expect(await sight(page)).toEqual(before);
    expect(await slider(page).inputValue()).toBe(place);
    await expect(page.locator("[data-test=notice]")).toContainText(EN["value.release.canary"]);
    await expect(undo).toBeDisabled();
  });

  test("of every kind is taken and taken back, one after the other", async ({ page }) => {
    await open(page, "seed=7");
    const first = await digest(page);
    const of = (key) => page.locator(`[data-choice=${key}]`);
    await page.locator(".more__summary").click();
    await of("fault").locator("select").selectOption("logic");
    await of("severity").locator("input").press("ArrowRight");
    await of("watch").getByRole("switch").click();
    await of("back").getByRole("switch").click();
    await of("seed").locator("input").fill("12");
    await of("seed").locator("input").press("Enter");
    await of("seed").getByRole("button").click();
    const chosen = { fault: "logic", severity: "21", watch: "off", back: "manual", seed: "13" };
    for (const [key, value] of Object.entries(chosen)) await expect(of(key)).toHaveAttribute("data-value", value);
    await expect(page.locator(".house")).not.toHaveAttribute("data-digest", first);
    const undo = page.locator("[data-test=undo]");
    for (let change = 0; change < 6 && (await undo.isEnabled()); change += 1) await undo.click();
    await expect(page.locator(".house")).toHaveAttribute("data-digest", first);
    await expect(undo).toBeDisabled();
  });

  test("that unmakes where the story stands enters it earlier, and says so", async ({ page }) => {
    await open(page, "fault=integration&seed=9");
    // On to the workshop's second visit, where the fault is mended.
    const next = page.locator('[data-test="player.next"]');
    await visit(page, "ci");
    while ((await sight(page)).station !== "code") await next.click();
    await page.locator("[data-choice=fault] select").selectOption("none");
    await expect(page.locator("[data-test=notice]")).toContainText(EN["entered.earlier"]);
    expect((await sight(page)).station).toBe("code");
  });
});

test("a pinned run stands beside another strategy from the release on, with its own figures", async ({ page }) => {
  const { link, document } = golden("all-at-once");
  await open(page, link);
  await slider(page).press("End");
  await page.locator("[data-test=pin]").click();
  await release(page, "canary");
  await visit(page, "code");
  const second = page.locator("[data-test=pinned-stage]");
  await expect(second).toHaveCount(0);
  await visit(page, "release");
  await expect(second).toBeVisible();
  await expect(second.locator(".legend__title")).toHaveText(EN["stage.pinned"].replace("{strategy}", EN["value.release.all-at-once"]));
  const heads = ["board.current", "value.release.canary", "board.pinned", "value.release.all-at-once"].map((key) => EN[key]);
  expect((await page.locator(".board__head").innerText()).split(/\s*[\t\n]\s*/).filter(Boolean)).toEqual(heads);
  // At the release's first minute nothing has failed on either side.
  expect(await figures(page, { pinned: true })).toMatchObject({ failed: "0", budget: "0" });
  // Both stages have the same size and stand beside or below each other.
  const [one, other] = await page.locator(".stages__one").evaluateAll((stages) => stages.map((stage) => stage.getBoundingClientRect().toJSON()));
  expect([Math.round(one.width), Math.round(one.height)]).toEqual([Math.round(other.width), Math.round(other.height)]);
  await slider(page).press("End");
  expect(await figures(page, { pinned: true })).toEqual(figuresOf(document));
  const now = await figures(page);
  expect(Number(now.failed)).toBeLessThan(document.outcome.failed);
  expect(now.turned_away).toBe("0");
  await page.locator("[data-test=pin]").click();
  await expect(second).toHaveCount(0);
  await expect(page.locator(".board__head")).toBeHidden();
});

test("the end leads on: the same idea another way, with this run kept beside it", async ({ page }) => {
  const { link, document } = golden("all-at-once");
  await open(page, link);
  const ending = page.locator("[data-test=ending]");
  await expect(ending).toBeHidden();
  await slider(page).press("End");
  await expect(ending).toBeVisible();
  await expect(ending).toContainText(document.outcome.failed.toLocaleString("en"));
  await expect(ending.locator("[data-way=all-at-once]")).toBeHidden();
  await ending.locator("[data-way=blue-green]").click();
  await expect(ending).toBeHidden();
  await expect(page.locator("[data-choice=release]")).toHaveAttribute("data-value", "blue-green");
  await expect(page.locator("[data-test=pinned-stage]")).toBeVisible();
  expect((await sight(page)).station).toBe("release");
  await expect(page.locator(".glyph--pause"), "it plays").toHaveCount(1);
  await slider(page).press("End");
  expect(await figures(page, { pinned: true })).toEqual(figuresOf(document));
});

test("the same place is the same sight, from wherever one comes", async ({ page }) => {
  await open(page, golden("rolling").link);
  await visit(page, "release");
  const start = Number(await slider(page).inputValue());
  const places = [0, 5_000, start + 4_000, start + 10_000, start + 15_000].map((place) => String(Math.floor(place / 250) * 250));
  const picture = () => page.locator("canvas").first().evaluate((canvas) => canvas.toDataURL());
  const seen = new Map();
  for (const place of [...places, ...places.toReversed(), places[3], places[1], places[4]]) {
    await slider(page).fill(place);
    const now = { ...(await sight(page)), picture: await picture() };
    if (seen.has(place)) expect(now).toEqual(seen.get(place));
    else seen.set(place, now);
  }
  expect(new Set([...seen.values()].map(({ picture }) => picture)).size).toBeGreaterThan(2);
});

test("steps go from event to event, forth and back", async ({ page }) => {
  const { link, document } = golden("stopped-in-ci");
  await open(page, link);
  await unfold(page);
  const captions = [(await sight(page)).caption];
  for (let step = 1; step < document.events.length; step += 1) {
    await page.locator('[data-test="player.next"]').click();
    captions.push((await sight(page)).caption);
  }
  expect(captions[0]).toBe(EN["caption.wish-heard"]);
  expect(captions.at(-1)).toBe(EN["caption.customers-heard.stayed"]);
  expect(captions.filter((caption, index) => caption === captions[index - 1])).toEqual([]);
  expect(captions).toContain(EN["caption.gate-stopped.integration"]);
  for (const caption of captions.toReversed().slice(1)) {
    await page.locator('[data-test="player.previous"]').click();
    expect((await sight(page)).caption).toBe(caption);
  }
  await expect(slider(page)).toHaveValue("0");
});

test("each station is one press away", async ({ page }) => {
  await open(page, "seed=7");
  const names = STATIONS.map((station) => EN[`station.${station}`]);
  for (const [index, station] of STATIONS.entries()) {
    await visit(page, station);
    expect((await sight(page)).station).toBe(station);
    await expect(page.locator(".caption__place b")).toHaveText(names[index]);
    await expect(page.locator(".sign--here .sign__name")).toHaveText(names[index]);
  }
});
