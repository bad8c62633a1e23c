// What somebody relies on who takes the harbour along: stills look as the screen does and stand alone, films and slides open elsewhere.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import JSZip from "jszip";
import ssimOf from "ssim.js";
import { read } from "./pixels.mjs";
import { axe, expect, expectReady, open, test, texts } from "./support.mjs";

const run = promisify(execFile);
const { ssim } = ssimOf;

/** How alike a still and the screen must be, pixel by pixel: nothing is made smaller first. */
const ALIKE = 0.98;
/** A film is drawn picture by picture. */
const FILM_MS = 240_000;
/** Bytes that every PNG begins with. */
const PNG = "89504e470d0a1a0a";

/** A folder of its own, for what is downloaded. */
const folder = () => mkdtemp(join(tmpdir(), "naru-export-"));

/** Opens the dialog, by the board or, where a chapter is told, by the list of chapters. */
async function dialog(page, told = false) {
  if (told) {
    await page.locator("[data-test=chapters]").click();
    await page.locator("[data-test=export-chapters]").click();
  } else {
    await page.locator("[data-test=export]").click();
  }
  await expect(page.locator("dialog.export")).toBeVisible();
}

/** Waits until a beat was played and could be read. */
const rests = (page) => expect(page.locator("[data-test=talk]")).toHaveAttribute("data-rests", "true", { timeout: 45_000 });

/** Has a form made, and returns its name, contents and place. */
async function take(page, form, { of, size } = {}) {
  await page.locator(`[name=export-form][value=${form}]`).check();
  if (of) await page.locator("[data-test=export-of]").selectOption(of);
  if (size) await page.locator("[data-test=export-size]").selectOption(String(size));
  const about = await page.locator("[data-test=export-about]").textContent();
  const waits = page.waitForEvent("download", { timeout: FILM_MS });
  await page.locator("[data-test=export-make]").click();
  const download = await waits;
  const path = join(await folder(), download.suggestedFilename());
  await download.saveAs(path);
  await expect(page.locator("[data-test=export-said]")).toContainText(download.suggestedFilename());
  return { about, path, name: download.suggestedFilename(), contents: await readFile(path) };
}

/** A PNG's pixels, as the comparison wants them. */
function pixels(png) {
  const { width, height, at } = read(png);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, place = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, place += 4) data.set([...at(x, y), 255], place);
  }
  return { width, height, data };
}

/** What ffprobe says of the only stream of a film, its pictures counted. */
async function probed(path) {
  const { stdout } = await run("ffprobe", ["-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json", path]);
  const { streams, format } = JSON.parse(stdout);
  expect(streams).toHaveLength(1);
  return { ...streams[0], seconds: Number(format.duration) };
}

/** The figures that are said of a film before it is made: seconds and pictures. */
function announced(about) {
  const [minutes, seconds] = [/(\d+)\s?min/, /(\d+)\s?s\b/].map((unit) => about.match(unit)?.[1]);
  return { seconds: Number(minutes ?? 0) * 60 + Number(seconds ?? 0), pictures: Number(about.match(/([\d,]+) pictures/)[1].replace(",", "")) };
}

/** Moments with orders under way, a legend and signs; and one that a chapter tells. */
const MOMENTS = [
  { lang: "en", theme: "day", story: "release=canary&minute=12000", name: /^naru-[a-z]+-canary\.png$/ },
  { lang: "ko", theme: "night", story: "release=blue-green&minute=11530&dwell=200", name: /^naru-[a-z]+-blue-green\.png$/ },
  { lang: "ko", theme: "day", story: "chapter=wish&beat=words", told: true, name: /^naru-wish-words\.png$/ },
  { lang: "en", theme: "night", story: "chapter=crossing&beat=small", told: true, name: /^naru-crossing-small\.png$/ },
];

for (const { lang, theme, story, told, name } of MOMENTS) {
  for (const [size, [width, height]] of [[1920, 1080], [1440, 1080]].entries()) {
    test(`a still is what the screen shows: ${story}, ${lang}, ${width} by ${height}`, async ({ page, browser, baseURL }) => {
      await open(page, story, { lang, theme });
      if (told) await rests(page);
      await dialog(page, told);
      const still = await take(page, "png", { size });
      expect(still.name).toMatch(name);
      expect(still.contents.toString("hex", 0, 8)).toBe(PNG);

      const other = await browser.newPage({ baseURL, viewport: { width, height } });
      await other.goto(`./?mode=embed&controls=none${told ? "&pace=step&autoplay=1" : ""}&lang=${lang}&theme=${theme}#${story}`);
      await expectReady(other);
      if (told) await rests(other);
      await other.evaluate(async () => {
        await document.fonts.ready;
        for (const animation of document.getAnimations()) {
          if (animation.effect.getComputedTiming().endTime !== Infinity) animation.finish();
        }
      });
      const screen = await other.screenshot();
      await other.close();
      const { mssim } = ssim(pixels(still.contents), pixels(screen), { downsample: false });
      expect(mssim).toBeGreaterThanOrEqual(ALIKE);
    });
  }
}

test("a drawing stands alone", async ({ page, context }) => {
  await open(page, "chapter=crossing&beat=small", { lang: "ko" });
  await rests(page);
  await dialog(page, true);
  const { contents, name } = await take(page, "svg");
  expect(name).toBe("naru-crossing-small.svg");
  const svg = contents.toString("utf8");
  expect(svg).not.toMatch(/<(foreignObject|script|image|iframe)/);
  const asked = [...svg.matchAll(/(?:href|src)="([^"]*)"|url\(([^)]*)\)/g)].map(([, one, other]) => (one ?? other).slice(0, 5));
  expect(asked.filter((address) => !address.startsWith("#") && address !== "data:"), "addresses elsewhere").toEqual([]);
  // Its letters are inside, and its words are words.
  expect(svg).toContain("@font-face");
  const lone = await context.newPage();
  await lone.goto("about:blank");
  const read = await lone.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    const named = new Set([...parsed.querySelectorAll("[id]")].map(({ id }) => id));
    const lost = [...svg.matchAll(/url\(#([^)]*)\)|href="#([^"]*)"/g)].map(([, one, other]) => one ?? other).filter((id) => !named.has(id));
    return { broken: parsed.querySelector("parsererror")?.textContent ?? null, words: [...parsed.querySelectorAll("text")].map((text) => text.textContent).join("|"), lost, uses: parsed.querySelectorAll("use").length };
  }, svg);
  expect(read.broken).toBeNull();
  expect(read.lost, "what is used and not there").toEqual([]);
  expect(read.words).toContain(texts("ko")["stage.old"]);
  expect(read.uses, "orders under way").toBeGreaterThan(20);
});

test("a moving picture has the size, pictures and length that were said", async ({ page }) => {
  test.setTimeout(FILM_MS);
  await open(page, "chapter=crossing&beat=records");
  await expect(page.locator("[data-test=talk]")).toHaveAttribute("data-beat", "crossing.records");
  await dialog(page, true);
  const { about, path, name } = await take(page, "gif", { of: "scene", size: 1 });
  expect(name).toBe("naru-crossing-records.gif");
  const said = announced(about);
  const { codec_name, width, height, nb_read_frames, seconds } = await probed(path);
  expect([codec_name, width, height]).toEqual(["gif", 640, 360]);
  // One that is like the one before is not drawn again: that stays longer.
  expect(Number(nb_read_frames)).toBeGreaterThan(5);
  expect(Number(nb_read_frames)).toBeLessThanOrEqual(said.pictures);
  expect(Math.abs(seconds - said.seconds)).toBeLessThanOrEqual(1.1);
});

test("a film has the size, pictures and length that were said", async ({ page }) => {
  test.setTimeout(FILM_MS);
  await open(page, "chapter=crossing&beat=records");
  await expect(page.locator("[data-test=talk]")).toHaveAttribute("data-beat", "crossing.records");
  await dialog(page, true);
  const { about, path, name } = await take(page, "video", { of: "scene", size: 2 });
  expect(name).toMatch(/^naru-crossing-records\.(mp4|webm)$/);
  const said = announced(about);
  const { codec_name, width, height, nb_read_frames, seconds } = await probed(path);
  expect(name.endsWith("mp4") ? ["h264"] : ["vp9", "vp8"]).toContain(codec_name);
  expect([width, height, Number(nb_read_frames)]).toEqual([960, 720, said.pictures]);
  expect(Math.abs(seconds - said.seconds)).toBeLessThanOrEqual(1.1);
});

test("the dialog can be used by keys alone, by those who do not see, and on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, "release=canary&minute=6500");
  await page.locator("[data-test=export]").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("dialog.export")).toBeVisible();
  await page.locator("[name=export-form]:checked").focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[name=export-form][value=svg]")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("[data-test=export-of]")).toBeVisible();
  expect(await axe(page)).toEqual([]);
  const small = await page.locator("dialog.export :is(label, button, select):visible").evaluateAll((all) =>
    all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 80)),
  );
  expect(small, "what is too low to touch").toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog.export")).toBeHidden();
  await expect(page.locator("[data-test=export]")).toBeFocused();
});

test("a film can be called off, and leaves nothing behind", async ({ page }) => {
  await open(page, "release=canary&minute=6500");
  await dialog(page);
  await page.locator("[name=export-form][value=gif]").check();
  await page.locator("[data-test=export-make]").click();
  await expect(page.locator("dialog.export progress")).toBeVisible();
  await page.locator("[data-test=export-cancel]").click();
  await expect(page.locator("[data-test=export-said]")).toHaveText(texts("en")["export.cancelled"]);
  await expect(page.locator("iframe.studio")).toHaveCount(0);
  await expect(page.locator("[data-test=export-make]")).toBeEnabled();
});

test.describe("where what makes it does not come", () => {
  test.use({ forgiven: /Failed to load resource|ERR_FAILED/ });

  test("that is said, and it can be tried again", async ({ page }) => {
    await page.route(/\/parts\/studio-/, (route) => route.abort());
    await open(page, "release=canary&minute=6500");
    await dialog(page);
    await page.locator("[data-test=export-make]").click();
    await expect(page.locator("[data-test=export-said]")).toHaveText(texts("en")["export.missing"]);
    await expect(page.locator("[data-test=export-make]")).toBeEnabled();
  });
});

for (const lang of ["en", "ko"]) {
  test(`slides open elsewhere, with a title, a picture and notes for each chapter: ${lang}`, async ({ page }) => {
    test.setTimeout(FILM_MS);
    await open(page, "release=canary&minute=6500", { lang });
    await dialog(page);
    const { path, contents, name } = await take(page, "deck", { size: lang === "ko" ? 1 : 0 });
    expect(name).toBe(`naru-deck-${lang}.pptx`);
    const titles = Object.entries(texts(lang)).filter(([key]) => /^story\.[a-z]+\.title$/.test(key)).map(([, title]) => title);
    expect(titles).toHaveLength(15);

    const zip = await JSZip.loadAsync(contents);
    const files = Object.keys(zip.files);
    expect(files.filter((file) => /^ppt\/media\/.*\.png$/.test(file))).toHaveLength(15);
    for (let slide = 1; slide <= 15; slide += 1) {
      const read = async (file) => (await zip.file(file).async("string")).matchAll(/<a:t>([^<]*)<\/a:t>/g);
      const said = [...(await read(`ppt/slides/slide${slide}.xml`))].map(([, text]) => text).join(" ");
      expect(titles.some((title) => said.includes(title.replaceAll("'", "&apos;"))), said).toBe(true);
      const notes = [...(await read(`ppt/notesSlides/notesSlide${slide}.xml`))].map(([, text]) => text);
      expect(notes.join("").length, "notes to say, and what people ask").toBeGreaterThan(150);
    }

    const place = await folder();
    await run("soffice", [`-env:UserInstallation=file://${place}/profile`, "--headless", "--convert-to", "pdf", "--outdir", place, path]);
    const [pdf] = (await readdir(place)).filter((file) => file.endsWith(".pdf"));
    const { stdout: info } = await run("pdfinfo", [join(place, pdf)]);
    expect(info).toMatch(/Pages:\s+15\b/);
    // A machine may have no Korean letters to write it with.
    const { stdout: text } = await run("pdftotext", [join(place, pdf), "-"]);
    if (lang === "en") for (const title of titles) expect(text.replace(/\s+/g, " ")).toContain(title);
    const { stdout: pictures } = await run("pdfimages", ["-list", join(place, pdf)]);
    const pages = new Set(pictures.split("\n").slice(2).filter(Boolean).map((line) => line.trim().split(/\s+/)[0]));
    expect(pages.size, "pages with a picture").toBe(15);
  });
}
