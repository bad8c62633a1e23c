// The presenter's window: where the talk stands, what to say, a clock, and the hand on the first window.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { axe, clock, dist, expect, expectReady, open, test } from "./support.mjs";

/** The words of the presenter's window and of what a speaker says, in a language. */
function words(lang) {
  const folder = new URL(`../../locales/${lang}/`, import.meta.url);
  const lines = ["app.txt", "notes.txt", "story.txt"].flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"));
  const pairs = lines.filter((line) => /^[a-z]/.test(line)).map((line) => line.split(/ = (.*)/s));
  return Object.fromEntries(pairs.map(([key, text]) => [key, text.replace(/\[[^|\]]*\|([^\]]*)\]/g, "$1")]));
}

const EN = words("en");
const KO = words("ko");

/** Opens the presenter's window from the list of chapters, as a speaker does. */
async function present(page) {
  await page.locator("[data-test=chapters]").click();
  const opened = page.waitForEvent("popup");
  await page.locator("[data-test=present]").click();
  const presenter = await opened;
  await expectReady(presenter);
  return presenter;
}

const wordsOf = (presenter, step) => presenter.locator(`[data-step=${step}] [data-test=words]`);
const notes = (presenter) => presenter.locator("[data-notes]");
const press = (presenter, name) => presenter.locator(`[data-test=${name}]`).click();

/** What the first window tells, by its address. */
const told = (page) => {
  const story = new URLSearchParams(new URL(page.url()).hash.slice(1));
  return `${story.get("chapter")} ${story.get("beat")}`;
};

/** Waits until a beat is played, and the first window waits for the clicker. */
const expectTold = async (page, presenter, where) => {
  await expect.poll(() => told(page)).toBe(where);
  await expect(notes(presenter)).toHaveAttribute("data-notes", where.split(" ")[0]);
};

/** Goes on to a beat: one press shows the end of what still plays, and the next one goes on. */
async function on(page, presenter, where) {
  await expect(async () => {
    await press(presenter, "next");
    await expect.poll(() => told(page), { timeout: 2_500 }).toBe(where);
  }).toPass();
}

test("it opens beside the first window, which becomes its stage", async ({ page }) => {
  await open(page, "tour=one&chapter=crews&beat=change");
  await expect(page.locator(".talk__words").first()).toHaveText(EN["story.crews.change"]);
  const presenter = await present(page);
  await expect(presenter.locator("[data-test=title]")).toHaveText(EN["story.crews.title"]);
  await expect(presenter.locator("[data-test=step]")).toHaveText("Step 1 of 7");
  await expect(wordsOf(presenter, "now")).toHaveText(EN["story.crews.change"]);
  await expect(wordsOf(presenter, "next")).toHaveText(EN["story.crews.keep"]);
  await expect(presenter.locator("[data-step=next] .sign--here")).toContainText(EN["station.operate"]);
  await expect(presenter.locator("dt")).toHaveText([1, 2, 3].map((n) => EN[`note.crews.asked.${n}`]));
  await expect(presenter.locator("html")).toHaveAttribute("data-theme", "night");
  // The audience sees the harbour and its words, and nothing of the workshop.
  await expect(page.locator(".head")).toBeHidden();
  await expect(page.locator(".panel")).toBeHidden();
  await presenter.close();
  await expect(page.locator(".head")).toBeVisible();
  await expect(page.locator(".panel")).toBeVisible();
});

test("it moves the first window, over the end of a chapter, and the notes change with it", async ({ page }) => {
  await open(page, "tour=one&chapter=roles&beat=system");
  const presenter = await present(page);
  await expect(notes(presenter)).toHaveAttribute("data-notes", "roles");
  await on(page, presenter, "roles home");
  await expect(presenter.locator("[data-step=next] .presenter__chapter")).toHaveText(EN["story.future.title"]);
  await expect(wordsOf(presenter, "next")).toContainText("First, people typed each command by hand");
  await on(page, presenter, "future typed");
  await expectTold(page, presenter, "future typed");
  await expect(presenter.locator("[data-test=say]")).toHaveText(EN["note.future.say"]);
  await expect(presenter.locator("dt").first()).toHaveText(EN["note.future.asked.1"]);
  await on(page, presenter, "future watched");
  await press(presenter, "previous");
  await expectTold(page, presenter, "future typed");
});

test("it plays, stops, and goes to a chapter", async ({ page }) => {
  await open(page, "chapter=friday&beat=evening");
  const presenter = await present(page);
  await press(presenter, "chapters");
  await presenter.locator("[data-chapter=crossing]").click();
  await expectTold(page, presenter, "crossing race");
  await expect(presenter.locator("[data-step=now] .presenter__asks")).toHaveText(EN["presenter.table"]);
  await expect(presenter.locator("[data-test=say]")).toContainText("Sent all at once, it is 646; with a canary");
  // It stands at its beginning until the speaker goes on.
  await press(presenter, "next");
  await expect(page.locator(".table")).toBeVisible();
  await on(page, presenter, "crossing blue-green");
  const turn = presenter.locator("[data-test=turn]");
  await expect(turn).toHaveText(EN["player.pause"]);
  await turn.click();
  await expect(turn).toHaveText(EN["player.play"]);
  await turn.click();
  await expect(turn).toHaveText(EN["player.pause"]);
});

test("a clicker works in both windows", async ({ page }) => {
  await open(page, "chapter=crews&beat=change");
  const presenter = await present(page);
  await expect(notes(presenter)).toHaveAttribute("data-notes", "crews");
  const steps = [[presenter, "PageDown"], [presenter, " "], [presenter, "ArrowRight"], [page, "PageDown"], [page, "ArrowRight"]];
  const beats = ["change", "keep", "wall", "guess", "answer", "devops", "home"];
  let here = 0;
  for (const [window, key] of steps) {
    here += 1;
    await expect(async () => {
      await window.keyboard.press(key);
      await expect.poll(() => told(page), { timeout: 2_500 }).toBe(`crews ${beats[here]}`);
    }).toPass();
  }
  for (const [window, key] of [[presenter, "PageUp"], [presenter, "ArrowLeft"], [page, "PageUp"]]) {
    here -= 1;
    await window.keyboard.press(key);
    await expect.poll(() => told(page)).toBe(`crews ${beats[here]}`);
  }
  await expect(presenter.locator("[data-test=step]")).toHaveText(`Step ${here + 1} of 7`);
});

for (const [lang, said] of [["en", EN], ["ko", KO]]) {
  test(`where the browser opens no window, a notice says so and the page stays as it was, ${lang}`, async ({ page }) => {
    await page.addInitScript(() => (window.open = () => null));
    await open(page, "chapter=crews&beat=change", { lang });
    await page.locator("[data-test=chapters]").click();
    await page.locator("[data-test=present]").click();
    await expect(page.locator("[data-test=notice]")).toContainText(said["guide.refused"]);
    await expect(page.locator(".head")).toBeVisible();
  });
}

test("without a harbour it says so in its middle, and has nothing to press that does nothing", async ({ page }) => {
  await page.goto("./?mode=presenter&lang=en");
  await expectReady(page);
  await expect(page.locator("[data-test=open]")).toBeVisible();
  await expect(page.getByText(EN["presenter.alone"])).toBeVisible();
  await expect(page.locator("[data-test=next]")).toBeHidden();
});

test.describe("every button has its place", () => {
  for (const [width, height, lang] of [[1366, 768, "en"], [1024, 768, "en"], [768, 1024, "en"], [768, 1024, "ko"], [390, 844, "en"], [390, 844, "ko"], [195, 422, "en"]]) {
    test(`${width}x${height}, ${lang}`, async ({ page }) => {
      await open(page, "chapter=crews&beat=change", { lang });
      const presenter = await present(page);
      await presenter.setViewportSize({ width, height });
      await expect(notes(presenter)).toHaveAttribute("data-notes", "crews");
      const found = await presenter.evaluate(() => {
        const all = [...document.querySelectorAll(".presenter__bar .button")].map((button) => ({ name: button.textContent.trim(), box: button.getBoundingClientRect(), cut: button.scrollWidth > button.clientWidth + 1 }));
        const covers = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
        return all.flatMap(({ name, box, cut }, index) => [
          ...(cut ? [`${name} is cut`] : []),
          ...(box.left < 0 || box.right > innerWidth + 1 ? [`${name} leaves the window`] : []),
          ...all.slice(index + 1).filter((other) => covers(box, other.box)).map((other) => `${name} lies on ${other.name}`),
        ]);
      });
      expect(found).toEqual([]);
    });
  }
});

test("a black screen takes the stage from sight, and the next press brings it back", async ({ page }) => {
  await open(page, "chapter=crews&beat=change");
  const presenter = await present(page);
  await expect(notes(presenter)).toHaveAttribute("data-notes", "crews");
  const black = presenter.locator("[data-test=black]");
  const stage = page.locator(".stage").first();
  for (const [window, key] of [[presenter, "b"], [page, "."]]) {
    await window.keyboard.press(key);
    await expect(stage).toBeHidden();
    await expect(black).toHaveAttribute("aria-pressed", "true");
    await window.keyboard.press("PageDown");
    await expect(stage).toBeVisible();
    await expect(black).toHaveAttribute("aria-pressed", "false");
  }
  expect(told(page)).toBe("crews change");
  // What the audience must not be left with: a black window that nobody commands.
  await press(presenter, "black");
  await expect(stage).toBeHidden();
  await presenter.close();
  await expect(stage).toBeVisible();
});

test("the stage waits for the clicker", async ({ page }) => {
  const time = await clock(page);
  await open(page, "chapter=crews&beat=change");
  const presenter = await present(page);
  await expect(notes(presenter)).toHaveAttribute("data-notes", "crews");
  await time.stop();
  await time.run(60_000);
  expect(told(page)).toBe("crews change");
});

test("the clock runs, a reload does not lose it, and it begins again", async ({ page }) => {
  const time = await clock(page);
  await open(page, "chapter=crews&beat=change");
  const presenter = await present(page);
  await expect(notes(presenter)).toHaveAttribute("data-notes", "crews");
  await time.stop();
  const passed = presenter.locator("[data-test=passed]");
  const seconds = async () => (await passed.textContent()).split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const before = await seconds();
  await time.run(75_000);
  expect(await seconds()).toBe(before + 75);
  await expect(presenter.locator("[data-test=time]")).toHaveText(await presenter.evaluate(() => {
    const two = (number) => String(number).padStart(2, "0");
    return `${two(new Date().getHours())}:${two(new Date().getMinutes())}`;
  }));
  await page.clock.resume();
  await presenter.reload();
  await expectReady(presenter);
  expect(await seconds()).toBeGreaterThanOrEqual(before + 75);
  await press(presenter, "reset");
  await expect.poll(seconds).toBeLessThan(60);
});

test("either window can be loaded again", async ({ page }) => {
  await open(page, "chapter=crews&beat=change");
  const presenter = await present(page);
  await on(page, presenter, "crews keep");
  await presenter.reload();
  await expectReady(presenter);
  await expect(wordsOf(presenter, "now")).toHaveText(EN["story.crews.keep"]);
  await on(page, presenter, "crews wall");

  await expect.poll(() => told(page)).toBe("crews wall");
  await page.reload();
  await expectReady(page);
  await expect(page.locator(".talk__words").first()).toContainText("So a wall grew");
  // It is the stage again without a press.
  await expect(page.locator(".head")).toBeHidden();
  await expect(presenter.locator(".presenter__lost")).toBeHidden();
  await on(page, presenter, "crews guess");
  await expect(presenter.locator("[data-step=now] .presenter__asks")).toHaveText(EN["presenter.bet"]);
});

test("without a first window it says so, and opens one where the talk stands", async ({ page }) => {
  await open(page, "chapter=crews&beat=keep");
  const presenter = await present(page);
  await expect(wordsOf(presenter, "now")).toHaveText(EN["story.crews.keep"]);
  await page.close();
  await expect(presenter.getByRole("alert")).toContainText(EN["presenter.lost"]);
  const opened = presenter.waitForEvent("popup");
  await press(presenter, "open");
  const stage = await opened;
  await expectReady(stage);
  await expect.poll(() => told(stage)).toBe("crews keep");
  await expect(presenter.locator(".presenter__lost")).toBeHidden();
  await on(stage, presenter, "crews wall");
});

test("opened by its address, it offers a harbour", async ({ page }) => {
  await page.goto("./?mode=presenter&lang=ko&theme=night");
  await expectReady(page);
  await expect(page.getByRole("alert")).toContainText(KO["presenter.alone"]);
  const opened = page.waitForEvent("popup");
  await press(page, "open");
  const stage = await opened;
  await expectReady(stage);
  await expect(notes(page)).toHaveAttribute("data-notes", "wish");
  await expect(page.locator(".presenter__journey")).toContainText(KO["story.wish.title"]);
});

test("the speaker reads another language than the audience", async ({ page }) => {
  await open(page, "chapter=crews&beat=change");
  const presenter = await present(page);
  await presenter.getByRole("button", { name: KO["language.ko"] }).click();
  await expect(presenter.locator("html")).toHaveAttribute("lang", "ko");
  await expect(wordsOf(presenter, "now")).toHaveText(KO["story.crews.change"]);
  await expect(presenter.locator("dt").first()).toHaveText(KO["note.crews.asked.1"]);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await presenter.reload();
  await expectReady(presenter);
  await expect(presenter.locator("html")).toHaveAttribute("lang", "ko");
});

test("a journey without a chapter has its steps and the notes of its stations", async ({ page }) => {
  await open(page, "seed=7");
  const presenter = await present(page);
  await expect(notes(presenter)).toHaveAttribute("data-notes", "wish");
  await expect(async () => {
    await press(presenter, "next");
    await expect(notes(presenter)).toHaveAttribute("data-notes", "gates", { timeout: 500 });
  }).toPass();
});

for (const lang of ["en", "ko"]) {
  for (const [width, height] of [[1366, 768], [820, 1180], [390, 844]]) {
    test(`axe finds nothing and all is in sight at ${width}x${height} in ${lang}`, async ({ page }) => {
      await open(page, "chapter=tower&beat=guess", { lang });
      const presenter = await present(page);
      await presenter.setViewportSize({ width, height });
      await expect(notes(presenter)).toHaveAttribute("data-notes", "tower");
      expect(await axe(presenter)).toEqual([]);
      await press(presenter, "chapters");
      await expect(presenter.locator("[data-chapter=future]")).toBeVisible();
      expect(await axe(presenter), "with the list of chapters").toEqual([]);
      await press(presenter, "chapters");
      for (const name of ["previous", "turn", "next", "chapters", "end"]) {
        await expect(presenter.locator(`[data-test=${name}]`)).toBeInViewport({ ratio: 1 });
      }
      expect(await presenter.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    });
  }
}

test("a first visit fetches nothing of it", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "");
  expect(asked.filter((address) => /presenter|notes/.test(address))).toEqual([]);
});

test.describe("from a disk", () => {
  test.use({ offline: true });

  test("both windows are the single file, with no host between them", async ({ page }) => {
    const at = pathToFileURL(join(dist, "naru.html")).href;
    await open(page, "chapter=crews&beat=change", { at });
    const presenter = await present(page);
    expect(presenter.url()).toMatch(/^file:.*naru\.html\?mode=presenter/);
    await expect(wordsOf(presenter, "now")).toHaveText(EN["story.crews.change"]);
    await on(page, presenter, "crews keep");
    await expect(wordsOf(presenter, "now")).toHaveText(EN["story.crews.keep"]);
    await page.reload();
    await expectReady(page);
    await on(page, presenter, "crews wall");
    await presenter.reload();
    await expectReady(presenter);
    await on(page, presenter, "crews guess");
  });
});
