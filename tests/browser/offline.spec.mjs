// The single file: all of Naru from a disk, with no host, no network and nothing beside it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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
