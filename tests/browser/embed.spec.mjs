// A frame in another page: what its address asks for, what the page around it may command, and what it is told.
import { createServer } from "node:http";
import { test as base, expect, expectReady, texts } from "./support.mjs";

const EN = texts("en");

/** A host of its own for the page around the frame, so that it is of another origin: `deckHost.show(html)`, and `deckHost.origin`. */
const test = base.extend({
  deckHost: async ({}, use) => {
    let page = "";
    const server = createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html" }).end(page));
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    await use({ origin: `http://127.0.0.1:${server.address().port}`, show: (html) => (page = html) });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

/** Opens the app as a frame has it, without a page around it. */
async function alone(page, address) {
  // Another address of the same page would not load it anew.
  await page.goto("about:blank");
  await page.goto(`./${address}`);
  await expectReady(page);
}

/** Opens a page of another origin with the app in a frame; what the frame says is kept in `window.said`. */
async function deck(page, { baseURL, host }, address, { sandbox = null, early = [], size = [800, 450] } = {}) {
  const frame = `<iframe ${sandbox === null ? "" : `sandbox="${sandbox}"`} src="${baseURL}${address}" width="${size[0]}" height="${size[1]}" style="border:0"></iframe>`;
  const script = `window.said = [];
    addEventListener("message", (event) => window.said.push(event.data));
    window.tell = (message) => document.querySelector("iframe").contentWindow.postMessage(message, "*");
    // Its document is there, and the app is far from running.
    document.querySelector("iframe").onload = () => ${JSON.stringify(early)}.forEach((message) => tell(message));`;
  host.show(`<!doctype html><title>A deck</title><body style="margin:0">${frame}<script>${script}</script>`);
  await page.goto(host.origin);
  const inside = page.frameLocator("iframe");
  await expectReady(inside);
  return inside;
}

const tell = (page, message) => page.evaluate((message) => window.tell(message), message);
const command = (page, command, more = {}) => tell(page, { naru: 1, command, ...more });

/** All events of a name that the frame has sent so far. */
const said = (page, event) => page.evaluate((event) => window.said.filter((one) => one.naru === 1 && one.event === event), event);

/** Asks, and waits for the answer. */
async function ask(page, name, more = {}) {
  const id = `asked-${Math.random()}`;
  await command(page, name, { ...more, id });
  const answer = () => page.evaluate((id) => window.said.find((one) => one.id === id) ?? null, id);
  await expect.poll(answer).not.toBeNull();
  return answer();
}

const state = (page) => ask(page, "get");
const step = async (page) => (await said(page, "step")).at(-1);

test.describe("what the address asks for", () => {
  test("without controls there is the picture with its words, and nothing to press", async ({ page }) => {
    await alone(page, "?mode=embed&controls=none&lang=en#release=canary&station=release");
    await expect(page.locator(".caption__words")).not.toBeEmpty();
    await expect(page.locator(".caption__words")).toContainText("canary");
    for (const part of [".head", ".panel", ".player", ".intro"]) await expect(page.locator(part)).toBeHidden();
    expect(await page.locator("button:visible").count()).toBe(0);
  });

  test("with a few there is the player, with all the choices as well", async ({ page }) => {
    await alone(page, "?mode=embed#release=canary&station=release");
    await expect(page.locator("[data-test=play]")).toBeVisible();
    await expect(page.locator(".panel")).toBeHidden();
    await alone(page, "?mode=embed&controls=all#release=canary&station=release");
    await expect(page.locator("[data-choice=release]")).toBeVisible();
    await expect(page.locator(".head")).toBeHidden();
  });

  test("a value that cannot be is left out, said on the page and to the page around it", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=many&lang=en");
    await expect(frame.locator("[data-test=notice]")).toContainText("many");
    await ask(page, "ping");
    await expect.poll(() => said(page, "error")).toEqual([expect.objectContaining({ code: "address", sentence: expect.stringContaining("many") })]);
  });

  for (const [width, height] of [[320, 180], [480, 270], [640, 360], [960, 540], [1920, 1080], [1024, 768]]) {
    test(`${width}x${height}: it fills the frame, and nothing is cut`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const JOURNEY = "release=canary&station=release";
      const looks = [["none", "ko", JOURNEY, "normal"], ["few", "ko", "chapter=crossing", "normal"], ["few", "en", JOURNEY, "largest"], ["few", "en", "chapter=crossing&beat=blue-green", "largest"], ["none", "ko", "chapter=gates", "largest"]];
      for (const [controls, lang, story, size] of looks) {
        await alone(page, `?mode=embed&controls=${controls}&lang=${lang}&theme=night&text=${size}#${story}`);
        const words = page.locator(story.startsWith("chapter") ? ".talk__words" : ".caption__words").first();
        await expect(words).toBeVisible();
        await expect(words).not.toBeEmpty();
        const found = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          // Where something is to be done on the table, that is the picture.
          const stage = [...document.querySelectorAll(".stages, .table")].find((one) => one.checkVisibility()).getBoundingClientRect();
          const cut = [...document.querySelectorAll(".caption__words, .talk__words, .talk button, .player button")].filter((element) => {
            const { bottom, right, top, left } = element.getBoundingClientRect();
            return element.checkVisibility() && (bottom > innerHeight + 1 || right > innerWidth + 1 || top < -1 || left < -1);
          });
          // Whoever cannot press anything cannot scroll.
          for (const said of document.querySelectorAll(".talk__said, .talk__title")) if (said.checkVisibility() && said.scrollHeight > said.clientHeight + 2) cut.push(said);
          // No boat is behind it: it has the water below the stage for itself.
          const legend = [...document.querySelectorAll(".legend")].filter((one) => one.checkVisibility({ visibilityProperty: true }));
          const covered = legend.some((one) => one.getBoundingClientRect().top < document.querySelector(".stage").getBoundingClientRect().bottom - 1 || one.scrollWidth > one.clientWidth + 1);
          return { covered, wide: scrollWidth > innerWidth, high: scrollHeight > innerHeight, stage: stage.height / innerHeight, cut: cut.map((one) => one.textContent) };
        });
        expect(found, `${controls} ${story}`).toEqual({ covered: false, wide: false, high: false, stage: expect.any(Number), cut: [] });
        expect(found.stage, "the picture has a good part of the frame").toBeGreaterThan(0.3);
      }
    });
  }
});

test.describe("what the page around it commands", () => {
  test("it is ready once, and again after a ping", async ({ page, baseURL, deckHost: host }) => {
    await deck(page, { baseURL, host }, "?mode=embed#release=canary");
    await expect.poll(() => said(page, "ready")).toHaveLength(1);
    const ready = await ask(page, "ping");
    expect(ready).toMatchObject({ naru: 1, event: "ready", languages: ["en", "ko"] });
    expect(ready.chapters).toHaveLength(15);
  });

  test("commands that come before the app runs are done in their order", async ({ page, baseURL, deckHost: host }) => {
    const early = [
      { naru: 1, command: "set", choices: { release: "rolling", seed: 9 } },
      { naru: 1, command: "go", chapter: "gates" },
      { naru: 1, command: "next" },
      { naru: 1, command: "next" },
      { naru: 1, command: "go", station: "release" },
      { naru: 1, command: "set", theme: "night" },
      { naru: 1, command: "get", id: "early" },
    ];
    const frame = await deck(page, { baseURL, host }, "?mode=embed&pace=step&lang=en", { early });
    await expect.poll(() => page.evaluate(() => window.said.find((one) => one.id === "early") ?? null)).not.toBeNull();
    const found = await page.evaluate(() => window.said.find((one) => one.id === "early"));
    expect(found).toMatchObject({ station: "release", chapter: null, theme: "night", playing: false });
    await expect(frame.locator(".station[aria-current=step]")).toHaveAttribute("data-station", "release");
  });

  test("the clicker steps through a journey, and each end is known", async ({ page, baseURL, deckHost: host }) => {
    await deck(page, { baseURL, host }, "?mode=embed&controls=none&lang=en#release=canary");
    await command(page, "pause");
    await expect.poll(() => step(page)).toMatchObject({ index: 0, first: true, last: false });
    const { count } = await step(page);
    for (let index = 1; index < count; index += 1) {
      await command(page, "next");
      await expect.poll(() => step(page)).toMatchObject({ index, count, first: false, last: index === count - 1 });
    }
    await expect.poll(() => said(page, "ended")).toHaveLength(1);
    expect((await state(page)).measures.failed).toBeGreaterThan(0);
    await command(page, "next");
    await command(page, "previous");
    await expect.poll(() => step(page)).toMatchObject({ index: count - 2 });
    await command(page, "go", { step: "first" });
    await expect.poll(() => step(page)).toMatchObject({ index: 0, first: true });
    await command(page, "go", { step: "last" });
    await expect.poll(() => step(page)).toMatchObject({ index: count - 1, last: true });
  });

  test("with pace=step the next step is played, and a second click goes there at once", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=none&pace=step&lang=en#release=canary");
    await command(page, "next");
    await expect.poll(() => step(page)).toMatchObject({ index: 1, moving: true });
    await expect.poll(async () => (await state(page)).playing).toBe(true);
    await command(page, "next");
    await expect.poll(() => step(page)).toMatchObject({ index: 1, moving: false });
    expect(await state(page)).toMatchObject({ playing: false });
    await expect(frame.locator(".station[aria-current=step]")).toHaveAttribute("data-station", (await state(page)).station);
  });

  test("a chapter steps by its beats, and stays at its last one", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=none&pace=step&lang=en#chapter=gates");
    await command(page, "go", { step: "first" });
    await expect.poll(() => step(page)).toMatchObject({ index: 0, first: true, moving: false });
    const { count } = await step(page);
    expect(count).toBeGreaterThan(3);
    const words = new Set();
    for (let index = 1; index < count; index += 1) {
      await command(page, "next");
      await expect.poll(() => step(page)).toMatchObject({ index });
      await command(page, "go", { step: index });
      await expect.poll(() => step(page)).toMatchObject({ index, moving: false });
      const { caption, beat } = await state(page);
      await expect(frame.locator("[data-test=talk]")).toHaveAttribute("data-beat", `gates.${beat}`);
      await expect(frame.locator(".talk__words").first()).toHaveText(caption);
      words.add(caption);
    }
    expect(words.size).toBe(count - 1);
    await command(page, "next");
    await expect.poll(() => said(page, "ended")).not.toHaveLength(0);
    expect((await state(page)).chapter).toBe("gates");
    await command(page, "previous");
    // As it was when it was over.
    await expect.poll(() => step(page)).toMatchObject({ index: count - 2, moving: false });
  });

  test("where nobody can press anything a chapter goes on by itself, and stays at its last beat", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=none&autoplay=1&lang=en#chapter=roles");
    await command(page, "go", { step: "last" });
    await expect.poll(() => said(page, "ended")).toHaveLength(1);
    // It answers still: nothing runs in circles.
    const { caption, chapter, playing } = await state(page);
    expect({ chapter, playing }).toEqual({ chapter: "roles", playing: false });
    await expect(frame.locator(".talk__words").first()).toHaveText(caption);
  });

  test("choices, language and theme are set as a person would", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=all&lang=en#station=release");
    await command(page, "set", { choices: { release: "blue-green", seed: 12, unit: false }, language: "ko", theme: "night" });
    await expect(frame.locator("[data-choice=release]")).toHaveAttribute("data-value", "blue-green");
    await expect(frame.locator("html")).toHaveAttribute("lang", "ko");
    await expect(frame.locator("html")).toHaveAttribute("data-theme", "night");
    const now = await state(page);
    expect(now.choices).toMatchObject({ release: "blue-green", seed: "12", unit: "off" });
    expect(now).toMatchObject({ language: "ko", theme: "night", caption: await frame.locator(".caption__words").innerText() });
    // One bad value, and nothing is changed.
    expect(await ask(page, "set", { choices: { seed: 13, release: "magic" } })).toMatchObject({ event: "error", code: "value" });
    expect((await state(page)).choices).toMatchObject({ release: "blue-green", seed: "12" });
  });

  test("it begins by itself where that is asked for, plays to its end, and begins again", async ({ page, baseURL, deckHost: host }) => {
    await page.clock.install();
    await deck(page, { baseURL, host }, "?mode=embed&controls=none&autoplay=1&loop=1&lang=en#release=all-at-once");
    await expect.poll(async () => (await state(page)).playing).toBe(true);
    await command(page, "go", { step: "last" });
    await expect.poll(() => said(page, "ended")).toHaveLength(1);
    await expect.poll(async () => { await page.clock.runFor(200); return (await state(page)).station; }).toBe("need");
    expect((await state(page)).playing).toBe(true);
  });

  test("reveal.js's bare words start and stop it", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=few&lang=en#release=canary", { early: ["slide:start"] });
    await expect(frame.locator(".glyph--pause")).toHaveCount(1);
    await tell(page, "slide:stop");
    await expect(frame.locator(".glyph--pause")).toHaveCount(0);
    // A deck that knows nothing else still gets its keys back at the end.
    await frame.locator(".stage").click();
    await expect.poll(async () => {
      await page.keyboard.press("PageUp");
      return page.evaluate(() => window.said.filter((one) => one === '{"method":"prev"}').length);
    }).toBeGreaterThan(0);
  });

  test("a still is what the frame shows, and stands alone", async ({ page, baseURL, deckHost: host }) => {
    await deck(page, { baseURL, host }, "?mode=embed&controls=none&lang=ko&theme=night#chapter=crossing");
    await command(page, "go", { step: "last" });
    const { caption } = await state(page);
    const { event, svg } = await ask(page, "still");
    expect(event).toBe("still");
    const drawn = await page.evaluate((svg) => {
      const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      const texts = [...root.querySelectorAll("text")].map(({ textContent }) => textContent).join("");
      return { size: ["width", "height"].map((name) => Number(root.getAttribute(name))), texts, lang: root.getAttribute("lang"), outside: /(href|url)\W+https?:/.test(svg) };
    }, svg);
    expect(drawn).toMatchObject({ size: [800, 450], lang: "ko", outside: false });
    expect(drawn.texts.replace(/\s/g, "")).toContain(caption.replace(/\s/g, ""));
    // It stands where it stood.
    expect((await state(page)).caption).toBe(caption);
  });

  test("a black screen hides all and stands still, until something is asked for", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=few&lang=en#release=canary");
    await command(page, "play");
    await expect.poll(async () => (await state(page)).playing).toBe(true);
    await command(page, "set", { screen: "black" });
    expect(await state(page)).toMatchObject({ screen: "black", playing: false });
    await expect(frame.locator(".stage").first()).toBeHidden();
    await command(page, "set", { screen: "shown" });
    expect(await state(page)).toMatchObject({ screen: "shown", playing: true });
    await expect(frame.locator(".stage").first()).toBeVisible();
    await command(page, "set", { screen: "black" });
    await command(page, "next");
    expect(await state(page)).toMatchObject({ screen: "shown" });
  });

  test("keys that only a deck has a use for are told, and no others", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=few&lang=en#release=canary");
    await ask(page, "get");
    await frame.locator(".stage").click();
    for (const key of ["x", "b", "1", "Enter", ".", "Escape", "Control+s"]) await page.keyboard.press(key);
    await expect.poll(async () => (await said(page, "key")).map(({ key }) => key)).toEqual(["b", ".", "Escape"]);
  });

  test("keys inside the frame step, and are the deck's at both ends", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=none&lang=en#release=canary");
    await command(page, "pause");
    await expect.poll(() => step(page)).toMatchObject({ index: 0 });
    await frame.locator(".stage").click();
    await page.keyboard.press("PageUp");
    await expect.poll(() => said(page, "leave")).toEqual([expect.objectContaining({ direction: "previous" })]);
    await page.keyboard.press("PageDown");
    await expect.poll(() => step(page)).toMatchObject({ index: 1 });
    await command(page, "go", { step: "last" });
    await expect.poll(() => step(page)).toMatchObject({ last: true });
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => said(page, "leave")).toHaveLength(2);
    expect((await said(page, "leave"))[1].direction).toBe("next");
  });
});

test.describe("who may command", () => {
  test("a page of another origin is refused where others are named, once and for all", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&lang=en&allow=https://deck.example#release=canary");
    await command(page, "set", { choices: { release: "rolling" } });
    await expect.poll(() => said(page, "error")).toEqual([expect.objectContaining({ code: "origin", sentence: EN["refused.origin"] })]);
    await command(page, "get", { id: "spy" });
    await tell(page, "slide:start");
    await expect.poll(() => said(page, "error")).toHaveLength(3);
    expect(await said(page, "state")).toEqual([]);
    await expect(frame.locator("html")).toHaveAttribute("data-naru", "ready");
    await expect(frame.locator(".glyph--pause")).toHaveCount(0);
  });

  test("a page that is named may", async ({ page, baseURL, deckHost: host }) => {
    await deck(page, { baseURL, host }, `?mode=embed&allow=${host.origin}#release=canary`);
    await command(page, "set", { choices: { release: "rolling" } });
    await expect.poll(async () => (await state(page)).choices.release).toBe("rolling");
  });

  test("nobody commands a page that is not meant as a frame", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?lang=en#release=canary");
    await command(page, "set", { choices: { release: "rolling" } });
    await command(page, "ping");
    await frame.locator("[data-test=start]").click();
    await expect(frame.locator("[data-choice=release]")).toHaveAttribute("data-value", "canary");
    expect(await page.evaluate(() => window.said.filter((one) => one?.naru))).toEqual([]);
  });

  test("a thousand malformed, hostile and oversized messages change nothing", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=few&lang=en#release=canary&seed=5&station=code");
    const { choices, minute, link } = await state(page);
    await page.evaluate(() => {
      // Chance with a seed of its own, so that what fails once fails again.
      let seed = 20260101;
      const chance = (of) => ((seed = (seed * 1103515245 + 12345) % 2147483648), Math.floor((seed / 2147483648) * of));
      const pick = (list) => list[chance(list.length)];
      const deep = (depth) => (depth === 0 ? 1 : { naru: 1, choices: deep(depth - 1) });
      const cyclic = { naru: 1, command: "set" };
      cyclic.choices = cyclic;
      const texts = ["", "play", "<img src=x onerror=alert(1)>", "__proto__", "constructor", "릴리스", "\u0000", "x".repeat(100_000), "../../", "release"];
      const values = [null, undefined, true, NaN, Infinity, -1, 1e308, 7n, [], {}, new Date(), new Map([["naru", 1]]), new Uint8Array(9), new Error("x"), /x/, ...texts];
      const names = ["naru", "command", "id", "chapter", "beat", "station", "minute", "dwell", "step", "choices", "language", "theme", "__proto__x", "toString", "x"];
      for (let count = 0; count < 1_000; count += 1) {
        const message = { naru: pick([1, 1, 1, 2, "1", null]) };
        for (let entry = chance(6); entry > 0; entry -= 1) message[pick(names)] = pick(values);
        // None of these is a command: that would be done.
        if (typeof message.command === "string" && /^(play|pause|next|previous|ping|get|still)$/.test(message.command)) message.command = "sail";
        const odd = [message, pick(values), deep(1 + chance(50)), cyclic, { naru: 1, command: "set", choices: Object.fromEntries(Array.from({ length: 70 }, (_, n) => [`k${n}`, n])) }, Object.assign(Object.create(null), { naru: 1, command: 3 })];
        window.tell(odd[count % 6]);
      }
    });
    await expect.poll(async () => (await said(page, "error")).length).toBeGreaterThan(100);
    const now = await state(page);
    expect({ choices: now.choices, minute: now.minute, link: now.link, playing: now.playing }).toEqual({ choices, minute, link, playing: false });
    await expect(frame.locator("html")).toHaveAttribute("data-boot", "done");
    await expect(frame.locator("[data-test=notice]")).toBeHidden();
    for (const { code } of await said(page, "error")) expect(["version", "shape", "value"]).toContain(code);
  });
});

test.describe("on a stage that may go wrong", () => {
  test("in a sandbox without storage it plays and obeys", async ({ page, baseURL, deckHost: host }) => {
    const frame = await deck(page, { baseURL, host }, "?mode=embed&controls=few&lang=en#chapter=crossing", { sandbox: "allow-scripts" });
    await expect(frame.locator(".talk__words").first()).not.toBeEmpty();
    await command(page, "next");
    await expect.poll(() => step(page)).toMatchObject({ index: 1 });
    await command(page, "go", { station: "release" });
    await command(page, "play");
    await expect.poll(async () => (await state(page)).playing).toBe(true);
  });

  test("once it stopped, no frame is drawn and no timer runs", async ({ page, baseURL, deckHost: host }) => {
    await page.addInitScript(() => {
      window.called = 0;
      for (const name of ["requestAnimationFrame", "setTimeout", "setInterval", "requestIdleCallback"]) {
        const original = window[name].bind(window);
        window[name] = (call, ...more) => original((...given) => ((window.called += 1), call(...given)), ...more);
      }
    });
    await deck(page, { baseURL, host }, "?mode=embed&controls=few&autoplay=1&lang=en#release=canary&station=release");
    const inside = page.frames()[1];
    await expect.poll(async () => (await state(page)).playing).toBe(true);
    await command(page, "pause");
    await expect.poll(async () => (await state(page)).playing).toBe(false);
    // What the pause itself set going may end.
    const quiet = () => inside.evaluate(() => window.called);
    let before = -1;
    await expect.poll(async () => { const now = await quiet(); const same = now === before; before = now; return same; }, { intervals: [700] }).toBe(true);
    await page.waitForTimeout(10_000);
    expect(await quiet(), "callbacks in the ten seconds after its stop").toBe(before);
    expect(await inside.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length)).toBe(0);
  });

  test("out of sight it stands still, and goes on when it is back", async ({ page, baseURL, deckHost: host }) => {
    await deck(page, { baseURL, host }, "?mode=embed&controls=few&autoplay=1&lang=en#release=canary");
    await expect.poll(async () => (await state(page)).playing).toBe(true);
    await page.evaluate(() => (document.querySelector("iframe").style.display = "none"));
    await expect.poll(async () => (await state(page)).playing).toBe(false);
    await page.evaluate(() => (document.querySelector("iframe").style.display = ""));
    await expect.poll(async () => (await state(page)).playing).toBe(true);
  });

  test.describe("a crash", () => {
    test.use({ forgiven: /unreachable|RuntimeError/ });
    test("shows a picture and a way to begin again", async ({ page }) => {
      await page.setViewportSize({ width: 480, height: 270 });
      await alone(page, "?mode=embed&controls=none#release=canary");
      await page.evaluate(() => {
        const code = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]);
        setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(code)).exports.f(), 0);
      });
      await expect(page.locator("#boot-again")).toBeVisible();
      await expect(page.locator("#boot-again")).toBeInViewport();
      await expect(page.locator(".boot-picture")).toBeInViewport();
      await page.locator("#boot-again").click();
      await expectReady(page);
    });
  });
});

test.describe("the panel that writes the lines", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("what it writes shows in another page what was on the screen", async ({ page, deckHost: host }) => {
    await page.goto("./?lang=ko&theme=night#release=blue-green&seed=9&minute=0");
    await expectReady(page);
    await page.locator("[data-test=chapters]").click();
    await page.locator("[data-test=embed]").click();
    await page.locator("[data-embed=controls]").selectOption("none");
    await page.locator("[data-embed=text]").selectOption("largest");
    const preview = page.frameLocator(".embedded__frame");
    await expect(preview.locator("html")).toHaveAttribute("data-text", "largest");
    // As on a slide of that size, and all of it in sight.
    expect(await preview.locator("html").evaluate(() => [innerWidth, innerHeight])).toEqual([960, 540]);
    const [shown, room] = [await page.locator(".embedded__frame").boundingBox(), await page.locator(".embedded__preview").boundingBox()];
    expect(Math.abs(shown.width - room.width)).toBeLessThan(5);
    await page.locator("[data-test=embed-copy]").click();
    await expect(page.locator("[data-test=embed-said]")).not.toBeEmpty();
    const lines = await page.evaluate(() => navigator.clipboard.readText());
    expect(lines).toBe(await page.locator("[data-test=embed-lines]").inputValue());
    host.show(`<!doctype html><title>Mine</title>${lines}`);
    await page.goto(host.origin);
    const frame = page.frameLocator("iframe");
    await expectReady(frame);
    await expect(frame.locator("html")).toHaveAttribute("lang", "ko");
    await expect(frame.locator("html")).toHaveAttribute("data-theme", "night");
    await expect(frame.locator("html")).toHaveAttribute("data-controls", "none");
    const said = page.evaluate(() => new Promise((resolve) => {
      addEventListener("message", ({ data }) => data.id === 1 && resolve(data.choices));
      document.querySelector("iframe").contentWindow.postMessage({ naru: 1, command: "get", id: 1 }, "*");
    }));
    expect(await said).toMatchObject({ release: "blue-green", seed: "9" });
  });
});
