// The address: everything that is on the screen can be shared, typed and come back to; what cannot be read is said calmly.
import { clock, expect, expectReady, figures, figuresOf, golden, open, release, sight, slider, steps, test, texts, unfold } from "./support.mjs";

const EN = texts("en");
const KO = texts("ko");
/** The version of the model that links are written for. */
const VERSION = String(golden("canary").document.model_version);

const fragment = (page) => new URLSearchParams(new URL(page.url()).hash.slice(1));
const notice = (page) => page.locator("[data-test=notice]");
const choice = (page, key) => page.locator(`[data-choice=${key}]`);

test.describe("reading", () => {
  test("the query carries the manners, the fragment the story and the place in it", async ({ page }) => {
    const story = `v=${VERSION}&release=blue-green&fault=load&severity=35&share=10&hold=20&watch=off&back=manual&orders=120&slo=9950&seed=7`;
    await page.goto(`./?lang=ko&theme=night&utm_source=talk#${story}&minute=9000&dwell=0`);
    await expectReady(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
    for (const [key, value] of new URLSearchParams(story)) {
      if (key !== "v") await expect(choice(page, key)).toHaveAttribute("data-value", value);
    }
    await expect(notice(page)).toBeHidden();
    expect(Number(await slider(page).inputValue())).toBeGreaterThan(0);
    await expect(page.locator("[data-test=start]")).toBeHidden();
  });

  test("what it leaves open is the usual", async ({ page }) => {
    await open(page);
    await unfold(page);
    const usual = {
      release: "canary", fault: "load", severity: "20", words: "shared", lint: "on", unit: "on", integration: "on", e2e: "on", coverage: "80",
      servers: "container", delivery: "continuous", flag: "off", steps: "5,25,50,100", share: "5", hold: "10", router: "on",
      boats: "10", surge: "1", unavailable: "0", watch: "on", interval: "1", threshold: "9900", checks: "5", back: "auto",
      start: "tue-10:00", orders: "300", slo: "9990", away: "none", "away-at": "30", seed: "1",
    };
    const shown = await page.locator("[data-choice]").evaluateAll((choices) => choices.map(({ dataset }) => [dataset.choice, dataset.value]));
    expect(Object.fromEntries(shown)).toEqual(usual);
    await expect(notice(page)).toBeHidden();
  });

  test("what cannot be read falls back, and a calm notice names each", async ({ page }) => {
    await page.goto("./?lang=xx&theme=__proto__#release=red-black&share=999&colour=red");
    await expectReady(page);
    await expect(notice(page)).toBeVisible();
    for (const named of ["xx", "__proto__", "red-black", "999", "share", "colour"]) {
      await expect(notice(page)).toContainText(named);
    }
    expect(await page.locator("[role=status] [data-test=notice]").count(), "it is also heard").toBe(1);
    await unfold(page);
    await expect(choice(page, "share")).toHaveAttribute("data-value", "5");
    await notice(page).getByRole("button", { name: EN["notice.close"] }).click();
    await expect(notice(page)).toBeHidden();
    await page.locator("[data-test=start]").click();
    await expect(page.locator("[data-test=start]")).toBeHidden();
  });

  test("another version, a key twice and more than can be listed are said too", async ({ page }) => {
    await open(page, "v=0&seed=7&watch=%00%ff&seed=8");
    for (const named of [EN["notice.version"], "watch", "seed"]) await expect(notice(page)).toContainText(named);
    await unfold(page);
    await expect(choice(page, "seed")).toHaveAttribute("data-value", "8");
    await expect(choice(page, "watch")).toHaveAttribute("data-value", "on");
    await page.goto("about:blank");
    await open(page, "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8");
    const [before, after] = EN["notice.more"].split("{n}");
    await expect(notice(page)).toContainText(`${before}3${after.split("{")[0]}`);
  });

  test("nonsense does no harm, and markup stays words", async ({ page }) => {
    for (const story of ["%", "&&&=&==&", "seed=99999999999999999999&minute=-1&dwell=1e9", `release=${"x".repeat(5_000)}`, "pin=release:red;:;seed:", "steps=5,5&start=fri-25:00&share=0.001&pin=steps:1,2,x;start:", "<img src=x onerror=alert(1)>=<b>"]) {
      await page.goto("about:blank");
      await open(page, story);
      expect(await page.locator(".notice img, .notice b").count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    await page.goto("about:blank");
    await open(page, "minute=18446744073709551615&seed=7");
    expect((await sight(page)).station).toBe("operate");
  });

  test("a changed fragment changes the story, and nothing else", async ({ page }) => {
    const { link, document } = golden("canary");
    await open(page, golden("rolling").link, { theme: "night" });
    await page.evaluate((story) => (location.hash = story), link);
    await expect(page.locator(".house")).toHaveAttribute("data-digest", document.digest);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
    await page.goBack();
    await expect(page.locator(".house")).toHaveAttribute("data-digest", golden("rolling").document.digest);
  });
});

test.describe("writing", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      window.written = 0;
      for (const name of ["replaceState", "pushState"]) {
        const original = history[name];
        history[name] = function (...values) {
          window.written += 1;
          return original.apply(this, values);
        };
      }
    });
  });

  test("an address stays as it was opened until something changes; then it says what is on the screen", async ({ page }) => {
    await open(page, "release=canary&seed=7&colour=red");
    await page.waitForTimeout(600);
    expect(fragment(page).get("colour")).toBe("red");
    await release(page, "blue-green");
    await expect.poll(() => fragment(page).get("release")).toBe("blue-green");
    expect(fragment(page).get("v")).toBe(VERSION);
    expect(fragment(page).get("seed")).toBe("7");
    expect(fragment(page).has("colour")).toBe(false);
    await slider(page).press("ArrowRight");
    await slider(page).press("ArrowRight");
    await expect.poll(() => fragment(page).has("minute")).toBe(true);
    await choice(page, "watch").getByRole("switch").click();
    await expect.poll(() => fragment(page).get("watch")).toBe("off");
    await page.locator("[data-test=undo]").click();
    await expect.poll(() => fragment(page).has("watch")).toBe(false);
    await page.locator("[data-test=pin]").click();
    await expect.poll(() => fragment(page).get("pin")).toContain("release:blue-green");
    expect(new URL(page.url()).search).toBe("?lang=en&theme=day");
  });

  test("it is not written at every frame, but when the show pauses", async ({ page }) => {
    const time = await clock(page);
    await open(page, "release=canary&seed=7");
    await time.stop();
    await page.locator("[data-test=start]").click();
    await page.evaluate(() => (window.written = 0));
    await time.run(5_000);
    expect(await page.evaluate(() => window.written)).toBeLessThanOrEqual(5);
    await page.locator("[data-test=play]").click();
    await time.run(1_000);
    const written = await page.evaluate(() => window.written);
    expect(written).toBeGreaterThanOrEqual(1);
    expect(written).toBeLessThanOrEqual(6);
    expect(fragment(page).has("minute")).toBe(true);
  });

  test("nor at every move of the slider", async ({ page }) => {
    const time = await clock(page);
    await open(page, "release=canary&seed=7");
    await time.stop();
    await page.evaluate(() => (window.written = 0));
    for (let step = 0; step < 30; step += 1) {
      await slider(page).press("ArrowRight");
      await time.run(50);
    }
    await time.run(1_000);
    const written = await page.evaluate(() => window.written);
    expect(written).toBeGreaterThanOrEqual(1);
    expect(written).toBeLessThanOrEqual(3);
  });
});

test.describe("coming back", () => {
  test("lists, times and halves of a per cent come back from their own address, and in a pinned run", async ({ page }) => {
    const written = { steps: "0.5,2,40", share: "7.5", start: "sat-03:00", "away-at": "12", away: "harbour", boats: "37" };
    await open(page, "release=rolling&seed=7");
    await page.locator(".more__summary").click();
    await choice(page, "start").locator("select").selectOption("fri-17:00");
    await choice(page, "share").locator("input").press("Home");
    await page.locator("[data-test=pin]").click();
    await release(page, "canary");
    await expect.poll(() => fragment(page).get("pin")).toBe("release:rolling;share:0.5;start:fri-17:00;seed:7");
    const now = fragment(page);
    // The share replaces the first of the steps, and so comes after them.
    now.delete("share");
    for (const [key, value] of Object.entries(written)) now.set(key, value);
    await page.evaluate((story) => (location.hash = story), now.toString());
    for (const [key, value] of Object.entries(written)) await expect(choice(page, key)).toHaveAttribute("data-value", value);
    await expect(notice(page)).toBeHidden();
    await page.locator("button[data-station=release]").click();
    await expect(page.locator("[data-test=pinned-stage]")).toBeVisible();
    await page.locator('[data-test="player.next"]').click();
    const before = { ...(await sight(page)), pinned: await figures(page, { pinned: true }) };
    await expect.poll(() => fragment(page).get("steps")).toBe(written.steps);
    await expect.poll(() => fragment(page).get("pin")).toContain("start:fri-17:00");
    await page.waitForTimeout(500);
    await page.reload();
    await expectReady(page);
    expect({ ...(await sight(page)), pinned: await figures(page, { pinned: true }) }).toEqual(before);
    for (const [key, value] of Object.entries(written)) await expect(choice(page, key)).toHaveAttribute("data-value", value);
    await expect(notice(page)).toBeHidden();
  });

  test("a reload stands at the same place of the same story, with the pinned run", async ({ page }) => {
    const { link } = golden("rolling");
    await open(page, link);
    await page.locator(".more__summary").click();
    await page.locator("[data-test=pin]").click();
    await release(page, "canary");
    await page.locator("button[data-station=release]").click();
    await steps(page, 4);
    for (let step = 0; step < 3; step += 1) await slider(page).press("ArrowRight");
    const before = { ...(await sight(page)), place: await slider(page).inputValue(), pinned: await figures(page, { pinned: true }) };
    await expect.poll(() => fragment(page).has("minute") && fragment(page).has("pin")).toBe(true);
    await page.waitForTimeout(500);
    await page.reload();
    await expectReady(page);
    expect({ ...(await sight(page)), place: await slider(page).inputValue(), pinned: await figures(page, { pinned: true }) }).toEqual(before);
    await expect(page.locator("[data-test=pinned-stage]")).toBeVisible();
    await expect(notice(page)).toBeHidden();
  });

  test("a copied link brings somebody else to the same sight", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page, golden("blue-green").link, { lang: "ko", theme: "night" });
    await page.locator("button[data-station=release]").click();
    await page.locator('[data-test="player.next"]').click();
    const before = await sight(page);
    await page.locator("[data-test=copy]").click();
    const said = page.locator(".head__said");
    await expect(said).toHaveText(KO["copy.done"]);
    const address = await page.evaluate(() => navigator.clipboard.readText());
    // What was copied is no longer what is on the screen once a choice changes.
    await choice(page, "watch").getByRole("switch").click();
    await expect(said).toHaveText("");
    const other = await context.newPage();
    await other.goto(address);
    await expectReady(other);
    await expect(other.locator("html")).toHaveAttribute("lang", "ko");
    await expect(other.locator("html")).toHaveAttribute("data-theme", "night");
    expect(await sight(other)).toEqual(before);
  });
});

test.describe("the language", () => {
  /** All that is read or heard on the page, without what is hidden from everybody. */
  const allWords = (page) =>
    page.evaluate(() => {
      const words = [document.title];
      for (const element of document.querySelectorAll("body *")) {
        if (element.closest("#boot, [hidden], script, style")) continue;
        for (const name of ["aria-label", "title", "aria-valuetext", "alt", "placeholder"]) words.push(element.getAttribute(name) ?? "");
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) words.push(node.data);
      }
      return words.map((text) => text.trim()).filter(Boolean);
    });

  /** Names that are written in Latin letters in Korean as well, and the other language's own name. */
  const NAMES = /\b(CI|SLO|E2E|English)\b/g;

  test("the switch changes the whole page, everywhere in the story, and back", async ({ page }) => {
    await open(page, golden("canary").link);
    await page.locator(".more__summary").click();
    await page.locator("[data-test=pin]").click();
    await page.locator("button[data-station=release]").click();
    await page.locator('[data-test="player.next"]').click();
    const english = await allWords(page);
    const before = await figures(page);
    const place = await slider(page).inputValue();
    expect(english.filter((text) => /[가-힣]/.test(text))).toEqual([EN["language.ko"]]);

    await page.getByRole("button", { name: KO["language.ko"] }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await expect(page.locator("[data-test=undo]")).toHaveText(KO.undo);
    const korean = await allWords(page);
    expect(korean.filter((text) => /[A-Za-z]{2}/.test(text.replaceAll(NAMES, "")))).toEqual([]);
    expect(korean.length).toBe(english.length);
    expect(await figures(page)).toEqual(before);
    expect(await slider(page).inputValue()).toBe(place);
    // The rest of the story as well: every event's caption.
    for (let step = 0; step < 40 && (await sight(page)).station !== "operate"; step += 1) {
      await page.locator('[data-test="player.next"]').click();
      expect((await sight(page)).caption.replaceAll(NAMES, "")).not.toMatch(/[A-Za-z]{2}/);
    }
    await page.getByRole("button", { name: EN["language.en"] }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.locator("[data-test=undo]")).toHaveText(EN.undo);
  });

  test.describe("whose words do not arrive", () => {
    test.use({ forgiven: /Failed to load resource/ });
    test("leaves everything as it is, says so, and can be asked for again", async ({ page }) => {
      const { link, document } = golden("canary");
      await open(page, link);
      await slider(page).press("End");
      const before = await sight(page);
      await page.route(/\/ko\/texts-[^/]*\.txt$/, (route) => route.abort());
      await page.getByRole("button", { name: KO["language.ko"] }).click();
      await expect(notice(page)).toContainText(EN["language.missing"]);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      expect(await sight(page)).toEqual(before);
      expect(await figures(page)).toEqual(figuresOf(document));
      await page.unroute(/\/ko\/texts-[^/]*\.txt$/);
      await page.getByRole("button", { name: KO["language.ko"] }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "ko");
      await expect(page.locator("[data-test=undo]")).toHaveText(KO.undo);
    });

    test("nor its cards: that is said, and the card opens once they do", async ({ page }) => {
      await open(page, "release=canary");
      await page.locator("button[data-station=container]").click();
      await page.route(/\/en\/cards-[^/]*\.txt$/, (route) => route.abort());
      await page.locator(".term").first().click();
      await expect(notice(page)).toContainText(EN["cards.missing"]);
      await page.unroute(/\/en\/cards-[^/]*\.txt$/);
      await page.locator(".term").first().click();
      await expect(page.getByRole("dialog")).toBeVisible();
    });
  });
});
