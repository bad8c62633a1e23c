// The single file: all of Naru from a disk, with no host, no network and nothing beside it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ENGINES } from "./engines.mjs";
import { clock, dist, expect, figures, figuresOf, golden, open, playToTheEnd, release, sight, slider, test, texts } from "./support.mjs";

const at = pathToFileURL(join(dist, "naru.html")).href;
const EN = texts("en");
const KO = texts("ko");

test.describe("from a disk", () => {
  test.use({ offline: true });

  for (const lang of ["en", "ko"]) {
    test(`a release is played to its end in ${lang}, with the figures of the model`, async ({ page }) => {
      const { link, document } = golden("blue-green");
      const time = await clock(page);
      await open(page, link, { lang, at });
      await time.stop();
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page.locator(".house")).toHaveAttribute("data-digest", document.digest);
      await page.locator("[data-test=start]").click();
      await playToTheEnd(page, time);
      expect(await figures(page)).toEqual(figuresOf(document));
      expect((await sight(page)).caption).toBe((lang === "en" ? EN : KO)["caption.customers-heard.back"]);
    });
  }

  test("languages, choices and the address work as on a host", async ({ page }) => {
    const { link, document } = golden("canary");
    await open(page, link, { at });
    await page.getByRole("button", { name: KO["language.ko"] }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await expect(page.locator("[data-test=undo]")).toHaveText(KO.undo);
    await expect(page.locator(".caption__words")).toHaveText(KO["caption.wish-heard"]);
    await release(page, "rolling");
    await expect(page.locator(".house")).not.toHaveAttribute("data-digest", document.digest);
    await expect.poll(() => new URL(page.url()).hash).toContain("release=rolling");
    await page.getByRole("button", { name: EN["language.en"] }).click();
    await expect(page.locator("[data-test=undo]")).toHaveText(EN.undo);
    await page.locator("[data-test=undo]").click();
    await slider(page).press("End");
    await expect.poll(() => figures(page)).toEqual(figuresOf(document));
  });
});

// Chromium is above. The others are driven without Playwright, by a person's clock.
for (const [name, engine] of Object.entries(ENGINES)) {
  test(`${name} plays a release to its end from a disk`, async () => {
    const program = engine.program();
    // Where nobody watches, a missing browser is a failure and not an excuse.
    if (!program && process.env.CI) throw new Error(`${name} is not here. Please install ${engine.packages} (these are Debian's names).`);
    test.skip(!program, `${name} is not here, so nobody has seen naru.html in it. Please install ${engine.packages} (these are Debian's names).`);
    test.setTimeout(180_000);
    const browser = await engine.start(program);
    try {
      const { link, document: told } = golden("blue-green");
      // From where the crossing begins: that is a quarter of a minute.
      await browser.open(`${at}?lang=ko&theme=day#${link}&minute=${told.release_minute}`);
      await expect.poll(() => browser.look(() => document.documentElement.dataset)).toMatchObject({ naru: "ready", boot: "done" });
      const seen = () =>
        browser.look(() => {
          const boats = [...document.querySelectorAll("[data-kind-shown]")].filter((boat) => boat.getBoundingClientRect().width > 20);
          return {
            over: document.querySelector(".house").dataset.over,
            caption: document.querySelector(".caption__words").innerText,
            boats: boats.map((boat) => Math.round(boat.getBoundingClientRect().x)).join(),
            letters: [...document.fonts].filter(({ status }) => status === "loaded").length,
            figures: Object.fromEntries([...document.querySelectorAll("tr[data-figure]")].map((row) => [row.dataset.figure, row.querySelector("td").dataset.value])),
          };
        });
      const before = await seen();
      expect(before).toMatchObject({ over: "false", caption: KO["caption.release-started.blue-green"] });
      expect(before.letters).toBeGreaterThan(0);
      expect(before.boats).not.toBe("");
      await browser.press("[data-test=play]");
      await browser.look(() => {
        const speed = document.querySelector(".player__speed select");
        speed.value = "400";
        speed.dispatchEvent(new Event("change", { bubbles: true }));
      });
      await expect.poll(async () => (await seen()).boats, { timeout: 60_000 }).not.toBe(before.boats);
      await expect.poll(async () => (await seen()).over, { timeout: 120_000 }).toBe("true");
      expect(await seen()).toMatchObject({ caption: KO["caption.customers-heard.back"], figures: figuresOf(told) });
      expect(await browser.look(() => document.documentElement.dataset.boot)).toBe("done");
    } finally {
      await browser.close();
    }
  });
}
