// What the browser tests share: a `test` that fails on any complaint of the browser, plain hosts, and the built files.
import { test as base, expect } from "@playwright/test";
import { createReadStream } from "node:fs";
import { readFile, readdir, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export { expect };

/** The built app. */
export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/**
 * Fails a test on every console error, uncaught error, and request to another host, also in frames and pop-ups.
 * `test.use({ forgiven: /…/ })` names what a test provokes on purpose.
 */
export const test = base.extend({
  forgiven: [null, { option: true }],
  complaints: [
    async ({ context, forgiven }, use) => {
      const complaints = [];
      const complain = (text) => forgiven?.test(text) || complaints.push(text);
      context.on("console", (message) => message.type() === "error" && complain(`console: ${message.text()}`));
      context.on("weberror", (error) => complain(`uncaught: ${error.error()}`));
      context.on("request", (request) => isElsewhere(request.url()) && complain(`request: ${request.url()}`));
      await use(complaints);
      expect(complaints, "complaints of the browser").toEqual([]);
    },
    { auto: true },
  ],
});

function isElsewhere(address) {
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && hostname !== "127.0.0.1";
}

/** Waits until the app runs and the loading screen is gone, in a page or a frame. */
export async function expectReady(page) {
  await expect(page.locator("html")).toHaveAttribute("data-naru", "ready");
  await expect(page.locator("#boot")).toBeHidden();
}

/** The violations that axe finds, one line each. */
export async function axe(page) {
  if (!(await page.evaluate(() => "axe" in window))) {
    const script = new URL(import.meta.resolve("axe-core/axe.min.js"));
    await page.evaluate(await readFile(script, "utf8"));
  }
  const { violations } = await page.evaluate(() => window.axe.run({ rules: { "target-size": { enabled: true } } }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** The name of the built file that matches. */
export async function built(pattern) {
  const name = (await readdir(dist)).find((name) => pattern.test(name));
  expect(name, `a file in dist/ like ${pattern}`).toBeTruthy();
  return name;
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm" };

/**
 * The simplest of hosts: dist/ below /some/where/, right types and nothing else. With `hold`, it sends half of the files
 * that match, and the rest when `release` is called.
 */
export async function plainHost({ hold } = {}) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://127.0.0.1").pathname;
    const name = path === "/some/where/" ? "index.html" : path.replace("/some/where/", "");
    const file = join(dist, name);
    const size = await stat(file).then((found) => found.size, () => null);
    if (!path.startsWith("/some/where/") || size === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Content-Length": size });
    if (!hold?.test(name)) {
      createReadStream(file).pipe(response);
      return;
    }
    const contents = await readFile(file);
    response.write(contents.subarray(0, size / 2));
    await released;
    response.end(contents.subarray(size / 2));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/some/where/`,
    release,
    async close() {
      release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
