// <naru-harbour> in a page of somebody else's. What must be timed, and what happens only on bad days, is tried with a frame that only
// keeps the contract (fixtures/frame.html); all else with the app.
import { readFile } from "node:fs/promises";
import { article, expectStand, expectStatus, hostOfFile, onlyFrame, status } from "./decks.mjs";
import { expect, expectReady, test } from "./support.mjs";

const HARBOUR = "naru-harbour";
const host = hostOfFile();

/** The address of the frame that only keeps the contract. */
const fake = () => onlyFrame(host);

let pages = 0;
/** Opens a page with this in it. */
async function show(page, body, { naru = fake(), head } = {}) {
  pages += 1;
  await page.goto(host.put(`page-${pages}.html`, article(naru, body, head)));
  await page.waitForFunction(() => customElements.get("naru-harbour"));
  return page.locator(HARBOUR).first();
}

const call = (harbour, method, ...args) => harbour.evaluate((element, [method, args]) => element[method](...args), [method, args]);
const write = (harbour, attributes) =>
  harbour.evaluate((element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
  }, attributes);
/** What the frame that only keeps the contract was told. */
const heard = (page) => page.frames().at(-1).evaluate(() => window.heard);
const source = (harbour) => harbour.locator("iframe").getAttribute("src");

test.describe("a picture first", () => {
  test("the frame is asked for when the element comes near the window, and not before", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => request.url().includes("mode=embed") && asked.push(request.url()));
    const harbour = await show(page, `<div style="height: 400vh"></div><naru-harbour></naru-harbour>`);
    await expect(harbour.locator("img")).toHaveJSProperty("complete", true);
    expect(await harbour.locator("img").evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
    expect([asked, await status(harbour)]).toEqual([[], "picture"]);
    await harbour.scrollIntoViewIfNeeded();
    await expectStatus(harbour, "ready");
    expect(asked).toHaveLength(1);
    await expect(harbour.locator(".picture")).toBeHidden();
  });

  test("on demand: a button that a keyboard finds starts it", async ({ page }) => {
    const harbour = await show(page, `<naru-harbour loading="click" lang="ko"></naru-harbour>`);
    const button = harbour.getByRole("button", { name: "나루 시작하기" });
    await expect(button).toBeVisible();
    const { width, height } = await button.boundingBox();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectStatus(harbour, "ready");
    await expect.poll(() => harbour.evaluate((element) => element.playing || element.step.moving === false)).toBe(true);
    await expect(button).toBeHidden();
  });

  test("the picture follows the theme, and may be one's own", async ({ page }) => {
    const harbour = await show(page, `<naru-harbour loading="manual" theme="night"></naru-harbour>`);
    await expect(harbour.locator("img")).toHaveAttribute("src", `${fake()}poster.svg#night`);
    await write(harbour, { theme: "day" });
    await expect(harbour.locator("img")).toHaveAttribute("src", `${fake()}poster.svg#day`);
    await write(harbour, { poster: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" });
    await expect(harbour.locator("img")).toHaveAttribute("src", /^data:image\/gif/);
  });

  test("commands that come before the frame are kept, and done in their order", async ({ page }) => {
    const harbour = await show(page, `<naru-harbour loading="manual"></naru-harbour>`);
    host.held.add("/frame/");
    await call(harbour, "set", { release: "canary", language: "ko" });
    await call(harbour, "go", 2);
    await call(harbour, "next");
    const answer = call(harbour, "get");
    await expectStatus(harbour, "loading");
    await expect(harbour.getByText("The harbour is waking up.")).toBeVisible();
    host.held.clear();
    host.release();
    expect((await answer).link).toBe("chapter=crossing&beat=b3");
    expect(await heard(page)).toEqual(["get", "set", "go", "next", "get"]);
  });

  test("it leaves nothing behind but the element", async ({ page }) => {
    const empty = host.put("empty.html", `<!doctype html><title>.</title><link rel="icon" href="data:,">`);
    await page.goto(empty);
    const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
    await page.addScriptTag({ url: `${fake()}embed.js` });
    await page.addScriptTag({ url: `${fake()}embed.js?again`, type: "module" });
    const after = await page.evaluate(() => [Object.getOwnPropertyNames(window), Boolean(customElements.get("naru-harbour"))]);
    expect(after[0].filter((name) => !before.includes(name))).toEqual([]);
    expect(after[1]).toBe(true);
  });
});

test.describe("attributes", () => {
  test("say where the frame goes: manners in the query, the story in the fragment", async ({ page }) => {
    const harbour = await show(
      page,
      `<naru-harbour chapter="crossing" beat="canary" release="canary" away-at="30" seed="7" controls="none" lang="ko" theme="night" pace="step" autoplay background="transparent"
         text="large" allow="https://a.example" title="The crossing" class="wide" id="one" data-x="1"></naru-harbour>`,
    );
    const at = new URL(await source(harbour));
    expect(Object.fromEntries(at.searchParams)).toEqual({
      mode: "embed", lang: "ko", theme: "night", controls: "none", autoplay: "1", pace: "step", background: "transparent", text: "large", allow: "https://a.example",
    });
    expect(Object.fromEntries(new URLSearchParams(at.hash.slice(1)))).toEqual({ chapter: "crossing", beat: "canary", release: "canary", "away-at": "30", seed: "7" });
    await expect(harbour.locator("iframe")).toHaveAttribute("title", "The crossing");
  });

  test("changed while it runs, they change it as it stands", async ({ page }) => {
    const harbour = await show(page, `<naru-harbour chapter="crossing"></naru-harbour>`);
    await expectStatus(harbour, "ready");
    await page.frames().at(-1).evaluate(() => (window.same = true));
    await write(harbour, { release: "canary", seed: "9", theme: "night" });
    await write(harbour, { chapter: "gates", beat: "guess" });
    await expect.poll(() => heard(page)).toEqual(["get", "set", "go"]);
    expect(await page.frames().at(-1).evaluate(() => window.same)).toBe(true);
    // What no command can change brings it anew, at the place where it was.
    await call(harbour, "go", 2);
    await expectStand(page, 2);
    await write(harbour, { controls: "all" });
    await expect.poll(() => source(harbour)).toContain("controls=all");
    expect(new URL(await source(harbour)).hash).toBe("#chapter=crossing&beat=b2");
    await expectStatus(harbour, "ready");
  });

  test("are properties, too, and those set before the script came count", async ({ page }) => {
    const early = `<script>addEventListener("DOMContentLoaded", () => (document.querySelector("naru-harbour").pace = "step"))</script>`;
    const harbour = await show(page, `<naru-harbour loading="manual" loop></naru-harbour>`, { head: early });
    const found = await harbour.evaluate((element) => {
      element.controls = "none";
      element.autoplay = true;
      element.loop = false;
      return [element.pace, element.getAttribute("pace"), element.getAttribute("controls"), element.hasAttribute("autoplay"), element.hasAttribute("loop")];
    });
    expect(found).toEqual(["step", "step", "none", true, false]);
  });
});

test.describe("methods and events", () => {
  test("it plays, pauses, steps and answers", async ({ page }) => {
    const harbour = await show(page, `<naru-harbour chapter="crossing" loading="manual"></naru-harbour>`);
    await harbour.evaluate((element) => {
      window.told = [];
      for (const name of ["ready", "step", "state", "ended", "leave", "error"]) document.addEventListener(`naru-${name}`, ({ type, detail }) => window.told.push([type, detail]));
      element.load();
    });
    await expectStatus(harbour, "ready");
    await call(harbour, "next");
    await call(harbour, "next");
    await call(harbour, "next");
    await expect.poll(() => harbour.evaluate(({ step, count, state }) => [step.index, count, state.caption])).toEqual([1, 4, "step 1"]);
    await call(harbour, "previous");
    await expectStand(page, 0);
    await call(harbour, "go", "last");
    expect((await call(harbour, "get")).caption).toBe("step 3");
    expect(await call(harbour, "still")).toContain("<svg");
    const told = await page.evaluate(() => window.told.map(([type]) => type));
    expect(new Set(told)).toEqual(new Set(["naru-ready", "naru-step", "naru-state"]));
  });

  test("nobody but its own frame is heard", async ({ page }) => {
    const harbour = await show(page, `<naru-harbour></naru-harbour><iframe id="other" src="${fake()}?silent"></iframe>`);
    await expectStatus(harbour, "ready");
    const lie = { naru: 1, event: "error", code: "stopped", sentence: "A lie" };
    await page.evaluate((lie) => window.postMessage(lie, "*"), lie);
    await page.frameLocator("#other").locator("body").evaluate((_, lie) => parent.postMessage(lie, "*"), lie);
    await call(harbour, "get");
    expect(await status(harbour)).toBe("ready");
  });
});

test.describe("bad days", () => {
  test("what stopped is a picture with a sentence, and goes on where it was", async ({ page }) => {
    const harbour = await show(page, `<naru-harbour chapter="crossing"></naru-harbour>`);
    await expectStatus(harbour, "ready");
    await call(harbour, "go", 2);
    await expectStand(page, 2);
    await call(harbour, "send", "break");
    await expectStatus(harbour, "failed");
    await expect(harbour.locator(".picture")).toBeVisible();
    await expect(harbour.getByText("Something in the harbour stopped working.")).toBeVisible();
    await harbour.getByRole("button", { name: "Try again" }).click();
    await expectStatus(harbour, "ready");
    expect(new URL(await source(harbour)).hash).toBe("#chapter=crossing&beat=b2");
  });

  test("what never answers says so after a while, and is welcome when it does", async ({ page }) => {
    await page.clock.install();
    const harbour = await show(page, `<naru-harbour src="${fake()}?silent"></naru-harbour>`);
    await expectStatus(harbour, "loading");
    // Its patience is twenty seconds; this clock also goes on by itself while the machine is busy.
    await page.clock.fastForward(8_000);
    expect(await status(harbour)).toBe("loading");
    await page.clock.fastForward(13_000);
    await expectStatus(harbour, "failed");
    await expect(harbour.getByText("Part of the harbour did not arrive.")).toBeVisible();
    await expect(harbour.getByRole("button")).toBeVisible();
    await page.frames().at(-1).evaluate(() => parent.postMessage({ naru: 1, event: "ready" }, "*"));
    await expectStatus(harbour, "ready");
    await expect(harbour.getByRole("button")).toBeHidden();
  });

  test("an answer that never comes is an error, not a wait for ever", async ({ page }) => {
    await page.clock.install();
    const harbour = await show(page, `<naru-harbour></naru-harbour>`);
    await expectStatus(harbour, "ready");
    await page.frames().at(-1).evaluate("commands.still = () => {}");
    await harbour.evaluate((element) => {
      window.outcome = element.still().then(() => "answered", (error) => error.message);
    });
    await page.clock.fastForward(21_000);
    expect(await page.evaluate(() => window.outcome)).toBe("Naru: still was not answered");
  });
});

test.describe("with the app", () => {
  test("it comes from another origin, takes choices, and its words are the language's", async ({ page, baseURL }) => {
    const harbour = await show(page, `<naru-harbour release="canary" station="release" lang="ko" theme="day"></naru-harbour>`, { naru: baseURL });
    await expectStatus(harbour, "ready");
    expect(await call(harbour, "get")).toMatchObject({ language: "ko", theme: "day", station: "release", choices: expect.objectContaining({ release: "canary" }) });
    await write(harbour, { release: "rolling", lang: "en", theme: "night" });
    await expect.poll(() => harbour.evaluate(({ state }) => [state.choices.release, state.language, state.theme])).toEqual(["rolling", "en", "night"]);
  });

  test("it knows every choice and the number of steps of every chapter before the app is there", async ({ page, baseURL }) => {
    test.slow();
    const harbour = await show(page, `<naru-harbour chapter="friday" pace="step" controls="none" loading="manual"></naru-harbour>`, { naru: baseURL });
    const chapters = await harbour.evaluate(
      (element) =>
        new Promise((resolve) => {
          element.addEventListener("naru-ready", ({ detail }) => resolve(detail.chapters));
          element.load();
        }),
    );
    const known = Object.fromEntries(
      await harbour.evaluate(async (element, chapters) => chapters.map((chapter) => {
        const other = document.createElement("naru-harbour");
        other.setAttribute("chapter", chapter);
        return [chapter, other.count];
      }), chapters),
    );
    const counted = {};
    for (const chapter of chapters) {
      await call(harbour, "go", { chapter });
      await call(harbour, "go", "last");
      await expect.poll(() => harbour.evaluate(({ state, step }) => (step?.last ? state?.chapter : null))).toBe(chapter);
      counted[chapter] = await harbour.evaluate(({ step }) => step.count);
    }
    expect(known).toEqual(counted);
    const { choices } = await call(harbour, "get");
    const loaded = await show(page, `<naru-harbour loading="manual" ${Object.entries(choices).map(([key, value]) => `${key}="${value}"`).join(" ")}></naru-harbour>`, { naru: baseURL });
    await call(loaded, "load");
    expect(Object.fromEntries(new URLSearchParams(new URL(await source(loaded)).hash.slice(1)))).toEqual(choices);
  });

  test("in a page that is sandboxed itself it runs and is heard", async ({ page, baseURL }) => {
    const inner = host.put("inner.html", article(baseURL, `<naru-harbour chapter="crossing" pace="step"></naru-harbour>`));
    await page.goto(host.put("outer.html", `<!doctype html><title>.</title><link rel="icon" href="data:,"><iframe sandbox="allow-scripts" src="${inner}" width="900" height="600"></iframe>`));
    const harbour = page.frameLocator("iframe").locator(HARBOUR);
    await expectStatus(harbour, "ready");
    await call(harbour, "go", 2);
    await expect.poll(() => harbour.evaluate(({ step }) => step?.index)).toBe(2);
    await expectReady(page.frameLocator("iframe").frameLocator("iframe"));
  });
});

test("the component for Slidev has the same numbers of steps", async () => {
  const [element, component] = await Promise.all(["embed.js", "slidev/NaruHarbour.vue"].map((name) => readFile(new URL(`../../public/${name}`, import.meta.url), "utf8")));
  const steps = element.match(/STEPS = \{\s*(.*)\s*\}/)[1];
  expect(component).toContain(steps);
});

test("the words are those of the locales", async () => {
  const script = await readFile(new URL("../../public/embed.js", import.meta.url), "utf8");
  for (const language of ["en", "ko"]) {
    const words = await readFile(new URL(`../../locales/${language}/boot.txt`, import.meta.url), "utf8");
    for (const key of ["loading", "failed", "retry"]) {
      expect(script, `${language} ${key}`).toContain(`${key}: "${words.match(new RegExp(`^${key} = (.*)$`, "m"))[1]}"`);
    }
  }
});
