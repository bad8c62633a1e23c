// A kiosk: ninety seconds for whoever comes, itself again for the next one, and no way out.
import { ALONE, control, counted, expectPhase, kept, openKiosk, pass } from "./kiosk.mjs";
import { axe, expect, test } from "./support.mjs";

const said = (page) => page.locator("[data-test=kiosk-said]");
/** Everything that tells one visitor's harbour from another's. */
const stand = (page) => page.evaluate(() => ({ digest: document.querySelector(".house").dataset.digest, lang: document.documentElement.lang, url: location.href, history: history.length }));

test.describe("a visit", () => {
  test("hook, bet, reveal, try again, take home, in the language of the button; then it is itself again", async ({ page }) => {
    await kept(page, { warning_seconds: 20 });
    await openKiosk(page);
    const before = await stand(page);
    await page.locator("[data-control=begin][lang=ko]").click();
    await expectPhase(page, "hook");
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    await pass(page, 10_500);
    await expectPhase(page, "bet");
    await expect(control(page, "bet")).toHaveCount(3);
    await control(page, "bet").nth(2).click();
    await expectPhase(page, "reveal");
    await expect(said(page)).toContainText("600");
    await pass(page, 25_500);
    await expectPhase(page, "again");
    // What the simulation did, and not what was guessed.
    await expect(said(page)).toContainText("646");
    await control(page, "choose").first().click();
    await pass(page, 22_000);
    await expectPhase(page, "home");
    await expect(said(page)).toContainText("646");
    await control(page, "leave").click();
    await expectPhase(page, "attract");
    expect(await stand(page)).toMatchObject({ lang: before.lang, url: before.url, history: before.history });
    for (const [key, count] of [["visits", 1], ["language.ko", 1], ["bet.many", 1], ["way.canary", 1], ["reached.home", 1], ["ended.left", 1]]) expect(await counted(page, key), key).toBe(count);
  });

  test("never more than three things to press", async ({ page }) => {
    await openKiosk(page);
    const most = async () => expect(await page.locator(".kiosk button:visible").count()).toBeLessThanOrEqual(3);
    await most();
    for (const step of ["begin", "on", "bet", "on", "choose", "on", "chapters", "other", "tell"]) {
      await control(page, step).first().click();
      await most();
    }
    await expectPhase(page, "told");
    // The guide is fetched first, and then begins by the page's clock.
    await expect(async () => {
      await pass(page, 500);
      await expect(page.locator(".talk__words").first()).not.toBeEmpty({ timeout: 500 });
    }).toPass();
    await control(page, "leave").click();
    await expectPhase(page, "attract");
    await expect(page.locator(".talk:visible")).toHaveCount(0);
  });

  test("by keypad alone", async ({ page }) => {
    await openKiosk(page);
    const press = async (key, phase) => {
      await page.keyboard.press(key);
      await expectPhase(page, phase);
    };
    await page.keyboard.press("ArrowRight");
    await expect(control(page, "begin").first()).toBeFocused();
    await press("Enter", "hook");
    await expect(control(page, "on")).toBeFocused();
    await press("Enter", "bet");
    await expect(control(page, "bet").first()).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(control(page, "bet").nth(1)).toBeFocused();
    await press("Enter", "reveal");
    await expect(control(page, "on")).toBeFocused();
    await press("Enter", "again");
  });
});

test.describe("nobody is there", () => {
  test("it asks for at least twenty seconds, any touch answers, and silence brings it back as it was", async ({ page }) => {
    await kept(page, { idle_seconds: 75, warning_seconds: 20 });
    await openKiosk(page);
    await page.locator("[data-control=begin][lang=ko]").click();
    await control(page, "on").click();
    await expectPhase(page, "bet");
    await pass(page, 74_000);
    await expectPhase(page, "bet");
    await pass(page, 2_000);
    await expectPhase(page, "warning");
    await pass(page, 18_000);
    await expectPhase(page, "warning");
    await page.mouse.click(300, 200);
    await expectPhase(page, "bet");
    await pass(page, 76_000);
    await expectPhase(page, "warning");
    await pass(page, 21_000);
    await expectPhase(page, "attract");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect(await counted(page, "ended.idle")).toBe(1);
    await expect(page.locator("[data-control=begin]")).toHaveText(["Start", "시작"]);
  });

  test("a finger that is down is never interrupted", async ({ page }) => {
    await openKiosk(page);
    await control(page, "begin").first().click();
    await control(page, "on").click();
    await page.mouse.move(400, 200);
    await page.mouse.down();
    await pass(page, 55_000);
    await page.mouse.up();
    await pass(page, 40_000);
    await expectPhase(page, "bet");
  });

  test("a clock that is set back a year changes nothing, and days stay apart", async ({ page }) => {
    await openKiosk(page);
    await control(page, "begin").first().click();
    await control(page, "leave").click();
    await page.clock.setSystemTime((await page.evaluate(() => Date.now())) - 365 * 86_400_000);
    await pass(page, 3_000);
    await control(page, "begin").first().click();
    await expectPhase(page, "hook");
    await control(page, "leave").click();
    await expectPhase(page, "attract");
    expect(await counted(page, "visits")).toBe(2);
    expect(await page.evaluate(() => JSON.parse(localStorage.getItem("naru.kiosk.counters")).days.length)).toBe(2);
  });
});

test("no way out: no menu, no zoom, no selection, no shortcut, no link", async ({ page }) => {
  await openKiosk(page);
  const before = await stand(page);
  const passed = await page.evaluate(() => {
    const tries = [
      new MouseEvent("contextmenu", { bubbles: true, cancelable: true }),
      new Event("selectstart", { bubbles: true, cancelable: true }),
      new Event("dragstart", { bubbles: true, cancelable: true }),
      new WheelEvent("wheel", { ctrlKey: true, deltaY: 10, bubbles: true, cancelable: true }),
      ...["F5", "F11", "F12", "Escape"].map((key) => new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })),
      ...["r", "p", "s", "t", "w"].map((key) => new KeyboardEvent("keydown", { key, ctrlKey: true, bubbles: true, cancelable: true })),
      new KeyboardEvent("keydown", { key: "ArrowLeft", altKey: true, bubbles: true, cancelable: true }),
    ];
    return tries.filter((event) => document.querySelector(".stage").dispatchEvent(event)).map((event) => event.key ?? event.type);
  });
  expect(passed).toEqual([]);
  expect(await page.locator("a[href]:visible").count()).toBe(0);
  expect(await stand(page)).toEqual(before);
});

test("letters and targets have the sizes that the screen asks for", async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await kept(page, { millimetres_per_pixel: 0.311, text_rule: "korea", text_percent: 200, contrast: "high", low_reach: true });
  await openKiosk(page);
  for (const step of ["begin", "on"]) await control(page, step).first().click();
  const found = await page.evaluate(() => ({
    targets: [...document.querySelectorAll(".kiosk__control")].map((one) => one.getBoundingClientRect()).map(({ width, height, bottom }) => ({ mm: Math.min(width, height) * 0.311, bottom })),
    letters: parseFloat(getComputedStyle(document.querySelector(".kiosk__said")).fontSize) * 0.711 * 0.311,
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  expect(found.targets).toHaveLength(3);
  for (const { mm, bottom } of found.targets) {
    expect(mm).toBeGreaterThanOrEqual(20);
    expect(bottom).toBeLessThanOrEqual(1920);
  }
  // Twice twelve millimetres.
  expect(found.letters).toBeGreaterThanOrEqual(24);
  expect(found.wide).toBe(false);
});

for (const theme of ["day", "night"]) {
  test(`nothing stands in anybody's way, by ${theme}`, async ({ page }) => {
    await kept(page, { theme });
    await openKiosk(page);
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    // What looks for it waits by the page's clock.
    await page.clock.resume();
    for (const step of ["begin", "on", "bet"]) {
      expect(await axe(page)).toEqual([]);
      await control(page, step).first().click();
    }
    expect(await axe(page)).toEqual([]);
  });
}

test.describe("the staff corner", () => {
  /** Presses the corner for long. */
  async function press(page) {
    await page.mouse.move(20, 20);
    await page.mouse.down();
    await pass(page, 3_500);
    await page.mouse.up();
  }
  const enter = async (page, pin) => {
    for (const digit of pin) await page.locator("[data-test=pad]").getByRole("button", { name: digit, exact: true }).click();
  };

  test("a long press and the PIN open it; settings are changed, kept, and there after a restart", async ({ page }) => {
    await kept(page, { pin: "2468", idle_seconds: 90, sound: "loud", colour: 3 });
    await openKiosk(page);
    await page.mouse.click(20, 20);
    await expect(page.locator("[data-test=corner]")).toHaveCount(0);
    await press(page);
    await expect(page.locator("[data-test=corner]")).toBeVisible();
    await enter(page, "1357");
    await expect(page.locator("[data-test=pad-said]")).toHaveText("That is not the PIN.");
    await enter(page, "2468");
    await expect(page.locator("[data-test=corner-inside]")).toBeVisible();
    // What was wrong is named.
    await expect(page.locator("[data-fault=sound]")).toContainText("sound");
    await expect(page.locator("[data-fault=colour]")).toContainText("colour");
    await expect(page.locator("[data-counter='recovery.settings'] td").last()).toHaveText("1");
    const language = page.locator("[data-setting=language]");
    await language.getByRole("button", { name: "+" }).click();
    await expect(language.locator("output")).toHaveText("ko");
    await page.locator("[data-test=corner-save]").click();
    await pass(page, 1_000);
    await expect(page.locator("[data-test=corner-said]")).not.toBeEmpty();
    await page.locator("[data-test=corner-leave]").last().click();
    await expect(page.locator("[data-test=corner]")).toHaveCount(0);
    await page.reload();
    await expectPhase(page, "attract");
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  });

  test("it closes by itself, and the counters can be saved as a table", async ({ page }) => {
    await openKiosk(page);
    await control(page, "begin").first().click();
    await control(page, "leave").click();
    await press(page);
    await enter(page, "0000");
    const download = page.waitForEvent("download");
    await page.locator("[data-test=corner-export]").click();
    const stream = await (await download).createReadStream();
    const csv = (await stream.toArray()).join("");
    expect(csv.split("\r\n")[0]).toMatch(/^date,visits,/);
    expect(csv.split("\r\n")[1]).toMatch(/^\d{4}-\d\d-\d\d,1,/);
    await pass(page, 125_000);
    await expect(page.locator("[data-test=corner]")).toHaveCount(0);
  });
});

test("it sounds where that is asked for, and captions are spoken", async ({ page }) => {
  await page.addInitScript(() => {
    window.heard = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...given) {
      window.heard.push("tone");
      return start.apply(this, given);
    };
    Object.defineProperty(window, "speechSynthesis", { value: { cancel() {}, speak: ({ text, lang }) => window.heard.push(`${lang}: ${text}`) } });
  });
  await kept(page, { sound: true, speech: true });
  await openKiosk(page);
  await page.locator("[data-control=begin][lang=ko]").click();
  await expectPhase(page, "hook");
  await expect.poll(() => page.evaluate(() => window.heard)).toEqual(["tone", `ko: ${await said(page).textContent()}`]);
});

test("a newer version waits for the visitor to leave", async ({ page }) => {
  await openKiosk(page);
  await control(page, "begin").first().click();
  const shown = await page.evaluate(() => {
    window.updates = 0;
    naruLarder.update = () => (window.updates += 1);
    return dispatchEvent(new Event("naru-update", { cancelable: true }));
  });
  expect(shown, "no notice is shown").toBe(false);
  await pass(page, 5_000);
  expect(await page.evaluate(() => window.updates)).toBe(0);
  await control(page, "leave").click();
  await pass(page, 2_000);
  expect(await page.evaluate(() => window.updates)).toBe(1);
  expect(await counted(page, "updates")).toBe(1);
});

test.describe("without a watchdog", () => {
  test("a lost canvas: a fresh page takes this one's place when nobody is there, and it is counted", async ({ page }) => {
    await openKiosk(page, "", ALONE);
    await control(page, "begin").first().click();
    await page.evaluate(() => {
      window.marked = true;
      document.querySelector("canvas").dispatchEvent(new Event("contextlost", { cancelable: true }));
    });
    await pass(page, 2_000);
    expect(await page.evaluate(() => window.marked)).toBe(true);
    await control(page, "leave").click();
    // The page goes while it is asked.
    await pass(page, 1_000).catch(() => {});
    await expect.poll(() => page.evaluate(() => window.marked ?? false).catch(() => true)).toBe(false);
    await expectPhase(page, "attract");
    expect(await counted(page, "recovery.canvas")).toBe(1);
  });

  test.describe("that stops", () => {
    test.use({ forgiven: /unreachable/ });

    test("it begins anew by itself, and it is counted", async ({ page }) => {
      await openKiosk(page);
      await page.evaluate(() => queueMicrotask(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
      await expect(page.locator("html")).toHaveAttribute("data-boot", "crashed");
      await pass(page, 6_000).catch(() => {});
      await expect(page.locator("html")).not.toHaveAttribute("data-boot", "crashed");
      await expectPhase(page, "attract");
      await expect.poll(() => counted(page, "recovery.panic")).toBe(1);
    });
  });
});
