// The ground: the app starts wherever it is put, and on a bad day there is a screen in plain words.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { axe, built, dist, expect, expectReady, plainHost, test } from "./support.mjs";

const FIRST_VISIT = 200_000;

test.describe("starting", () => {
  for (const lang of ["en", "ko"]) {
    test(`a first visit in ${lang} stays within its budget and asks for each file once`, async ({ page }) => {
      const sent = [];
      page.on("requestfinished", (request) => sent.push(request));
      await page.goto(`./?lang=${lang}`);
      await expectReady(page);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await page.evaluate(() => document.fonts.ready);
      const addresses = sent.map((request) => request.url());
      expect(addresses).toEqual([...new Set(addresses)]);
      const sizes = await Promise.all(sent.map((request) => request.sizes()));
      const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize, 0);
      expect(bytes).toBeGreaterThan(10_000);
      expect(bytes).toBeLessThanOrEqual(FIRST_VISIT);
    });
  }

  test.describe("a Korean browser", () => {
    test.use({ locale: "ko-KR", colorScheme: "dark" });
    test("is met in Korean and, in the dark, by night", async ({ page }) => {
      await page.goto("./");
      await expectReady(page);
      await expect(page.locator("html")).toHaveAttribute("lang", "ko");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
    });
    test("can ask for something else, and nonsense changes nothing", async ({ page }) => {
      await page.goto("./?lang=en&theme=day");
      await expectReady(page);
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "day");
      await page.goto("./?lang=xx&theme=__proto__");
      await expectReady(page);
      await expect(page.locator("html")).toHaveAttribute("lang", "ko");
      await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
    });
  });

  test("the progress bar follows the bytes of the wasm", async ({ page }) => {
    const host = await plainHost({ hold: /\.wasm$/ });
    await page.goto(`${host.address}?lang=en`, { waitUntil: "domcontentloaded" });
    const bar = page.getByRole("progressbar", { name: "Loading" });
    await expect(bar).toHaveJSProperty("value", 50);
    await expect(page.getByRole("status")).toHaveText("The harbour is waking up.");
    expect(await axe(page)).toEqual([]);
    host.release();
    await expectReady(page);
    await host.close();
  });

  test("the page holds no inline script, style or handler", async ({ request }) => {
    const page = await (await request.get("./")).text();
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    expect(page).toMatch(/script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
  });
});

test.describe("anywhere", () => {
  test("below a path on the simplest of hosts", async ({ page }) => {
    const host = await plainHost();
    await page.goto(host.address);
    await expectReady(page);
    await host.close();
  });

  test("as one file from a disk, with nothing beside it", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    const address = pathToFileURL(join(dist, "naru.html")).href;
    await page.goto(`${address}?lang=ko&theme=night`);
    await expectReady(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "ko");
    expect(asked.filter((url) => !url.startsWith("data:"))).toEqual([`${address}?lang=ko&theme=night`]);
  });

  for (const name of ["", "naru.html"]) {
    test(`in a sandboxed frame without an origin: /${name}`, async ({ page, baseURL }) => {
      await page.setContent(`<iframe sandbox="allow-scripts" src="${baseURL}${name}" width="800" height="600"></iframe>`);
      await expectReady(page.frameLocator("iframe"));
    });
  }

  test("the headers are those that README recommends", async ({ request }) => {
    const page = (await request.get("./")).headers();
    expect(page["content-type"]).toBe("text/html");
    expect(page["content-security-policy"]).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
    expect(page["x-content-type-options"]).toBe("nosniff");
    expect(page["referrer-policy"]).toBe("no-referrer");
    expect(page["permissions-policy"]).toContain("camera=()");
    expect(page["access-control-allow-origin"]).toBe("*");
    expect(page["cache-control"]).toBe("no-cache");
    expect(page["x-frame-options"]).toBeUndefined();

    const wasm = await request.get(`./${await built(/\.wasm$/)}`, { headers: { "Accept-Encoding": "br" } });
    expect(wasm.headers()["content-type"]).toBe("application/wasm");
    expect(wasm.headers()["content-encoding"]).toBe("br");
    expect(wasm.headers()["cache-control"]).toContain("immutable");
    expect((await wasm.body()).subarray(0, 4)).toEqual(Buffer.from("\0asm"));

    const gzipped = await request.get("./", { headers: { "Accept-Encoding": "gzip" } });
    expect(gzipped.headers()["content-encoding"]).toBe("gzip");
    const single = (await request.get("./naru.html")).headers();
    expect(single["content-security-policy"]).toBeUndefined();
    expect((await request.get("./nothing-here")).status()).toBe(404);
  });
});

test.describe("without JavaScript", () => {
  // A frame that may not run scripts: the driver's own switch leaves <noscript> unread.
  test.use({ forgiven: /Blocked script execution/ });
  test("a picture and plain words in both languages", async ({ page, baseURL }) => {
    await page.setContent(`<iframe sandbox="" src="${baseURL}" width="800" height="600"></iframe>`);
    const frame = page.frameLocator("iframe");
    const words = frame.locator("noscript p");
    await expect(words).toHaveText([/Please turn JavaScript on/, /자바스크립트를 켠 다음/]);
    await expect(words.first()).toBeVisible();
    await expect(frame.locator(".boot-picture")).toBeVisible();
    await expect(frame.locator(".boot-still")).toBeHidden();
    await expect(frame.locator("#boot-progress")).toBeHidden();
  });
});

test.describe("a bad day", () => {
  test.describe("start-up is not delivered", () => {
    test.use({ forgiven: /Failed to load resource/ });
    test("words that say what to do", async ({ page }) => {
      await page.route(/boot-.*\.js$/, (route) => route.abort());
      await page.goto("./");
      await expect(page.getByText("check that JavaScript is on")).toBeVisible();
      await expect(page.getByText("자바스크립트가 켜져 있는지")).toBeVisible();
    });
  });

  test.describe("the download fails", () => {
    test.use({ forgiven: /Failed to (load resource|fetch)|\.wasm: \d+/ });
    for (const [what, pattern, how] of [
      ["the wasm", /\.wasm$/, (route) => route.abort()],
      ["the glue", /\/naru-[^/]*\.js$/, (route) => route.abort()],
      ["a missing wasm", /\.wasm$/, (route) => route.fulfill({ status: 404, body: "" })],
      ["half a wasm", /\.wasm$/, async (route) => {
        const body = await (await route.fetch()).body();
        await route.fulfill({ body: body.subarray(0, body.length / 2), contentType: "application/wasm" });
      }],
    ]) {
      test(`${what}: it says so, and trying again brings the app`, async ({ page }) => {
        await page.route(pattern, how);
        await page.goto("./?lang=en#seed=7");
        await expect(page.getByRole("alert")).toHaveText(/Part of the harbour did not arrive/);
        expect(await axe(page)).toEqual([]);
        await page.unroute(pattern);
        await page.getByRole("button", { name: "Try again" }).click();
        await expectReady(page);
        expect(new URL(page.url()).hash).toContain("seed=7");
      });
    }
  });

  test("a browser without WebAssembly is told so", async ({ page }) => {
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto("./?lang=ko");
    await expect(page.getByRole("alert")).toHaveText(/웹어셈블리를 쓸 수 없어요/);
    await expect(page.getByRole("button")).toBeHidden();
  });

  test.describe("a wasm that this browser cannot read", () => {
    test.use({ forgiven: /CompileError/ });
    test("is not called a network's fault", async ({ page }) => {
      const real = await readFile(join(dist, await built(/\.wasm$/)));
      await page.route(/\.wasm$/, (route) => route.fulfill({ body: real.fill(7, 8), contentType: "application/wasm" }));
      await page.goto("./?lang=en");
      await expect(page.getByRole("alert")).toHaveText(/cannot run WebAssembly/);
    });
  });

  test.describe("a crash", () => {
    test.use({ forgiven: /RuntimeError|unreachable/ });
    const crashes = {
      "a real trap": () => {
        // (module (func (export "f") unreachable))
        const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
        setTimeout(exports.f);
      },
      "an error event": () => {
        dispatchEvent(new ErrorEvent("error", { error: new WebAssembly.RuntimeError("unreachable") }));
      },
      "a promise that nobody caught": () => {
        Promise.reject(new WebAssembly.RuntimeError("unreachable"));
      },
    };
    for (const [what, crash] of Object.entries(crashes)) {
      test(`${what}: plain words, nothing lost, and a way to start again`, async ({ page }) => {
        await page.goto("./?lang=en&theme=night#release=canary&seed=7");
        await expectReady(page);
        const before = page.url();
        await page.evaluate(crash);
        await expect(page.getByRole("alert")).toHaveText(/That is our mistake, not yours/);
        await expect(page.locator("#app")).toBeHidden();
        expect(page.url()).toBe(before);
        expect(await axe(page)).toEqual([]);
        await expect(page.getByRole("link", { name: "Start from the beginning" })).toHaveAttribute("href", "/?lang=en&theme=night");
        await page.getByRole("button", { name: "Start again" }).click();
        await expectReady(page);
        expect(page.url()).toBe(before);
      });
    }

    test("an error that is not the wasm's leaves the app alone", async ({ page }) => {
      await page.goto("./");
      await expectReady(page);
      await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { error: new TypeError("an extension's own") })));
      await expect(page.locator("#boot")).toBeHidden();
    });
  });
});
