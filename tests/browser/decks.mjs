// Pages of others that show Naru: decks of reveal.js, articles. They stand on a host of their own, so that Naru's frame is
// another origin's.
import { dist, expect, test } from "./support.mjs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const REVEAL = new URL("../../node_modules/reveal.js/dist/", import.meta.url);
const PUBLIC = new URL("../../public/", import.meta.url);
/** Where `cargo xtask test` has put Slidev. */
export const SLIDEV = fileURLToPath(new URL("../../.tools/slidev/", import.meta.url));
const FIXTURES = new URL("./fixtures/", import.meta.url);
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff": "font/woff", ".wasm": "application/wasm" };

/**
 * A host with reveal.js at /reveal/, the app at /naru/, a built deck of Slidev at /slidev/, a frame that only keeps the contract at /frame/ (with Naru's scripts beside it), and the pages
 * that are put on it. What is asked for by a path in `held` waits until `release` is called.
 */
export async function deckHost() {
  const pages = new Map();
  const held = new Set();
  let waiting = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    if (held.has(pathname)) await new Promise((go) => waiting.push(go));
    const [, root, ...rest] = pathname.split("/");
    const below = rest.join("/");
    const file = {
      reveal: new URL(below, REVEAL),
      frame: below === "" ? new URL("frame.html", FIXTURES) : new URL(below, PUBLIC),
      naru: pathToFileURL(join(dist, below || "index.html")),
      slidev: pathToFileURL(join(SLIDEV, "dist", below || "index.html")),
    }[root];
    const contents = pages.get(pathname) ?? (file && (await readFile(file).catch(() => null)));
    if (contents === null || contents === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "Content-Type": TYPES[extname(pages.has(pathname) ? pathname : file.pathname)] ?? "application/octet-stream", "Access-Control-Allow-Origin": "*" }).end(contents);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${server.address().port}/`;
  return {
    address,
    held,
    /** Puts a page on it and says where it is. */
    put(name, html) {
      pages.set(`/${name}`, html);
      return address + name;
    },
    release() {
      for (const go of waiting.splice(0)) go();
    },
    async close() {
      this.release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Such a host for all tests of a file. */
export function hostOfFile() {
  const host = {};
  test.beforeAll(async () => void Object.assign(host, await deckHost()));
  test.afterAll(() => host.close());
  test.afterEach(() => {
    host.held.clear();
    host.release();
  });
  return host;
}

/** The address of the frame that only keeps the contract, on such a host. */
export const onlyFrame = (host) => `${host.address}frame/`;

/** What a harbour shows: `picture`, `loading`, `ready` or `failed`. */
export const status = (harbour) => harbour.evaluate((element) => element.status);

/** Waits until a harbour shows it. */
export const expectStatus = (harbour, name) => expect.poll(() => status(harbour)).toBe(name);

/** A page with something in it, and what else its head needs. `naru` is where Naru is. */
export const article = (naru, body, head = "") => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title>
  <link rel="icon" href="data:,"><style>body { margin: 0; font: 1rem/1.6 Georgia, serif; } main { max-width: 46rem; margin: 2rem auto; }</style>
  ${head}<script src="${naru}embed.js" type="module"></script></head><body><main>${body}</main></body></html>`;

/** A deck of reveal.js whose slides are these. */
export const deck = (naru, slides, { config = {}, embed = `<script src="${naru}embed.js"></script>` } = {}) => `<!doctype html><html lang="en"><head>
  <meta charset="utf-8"><title>A deck</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/reveal/reveal.css"><link rel="stylesheet" href="/reveal/theme/white.css">
  <style>.reveal naru-harbour, .reveal section > iframe { width: 960px; height: 540px; margin: 0 auto; } .reveal { font-family: system-ui; }</style></head><body>
  <div class="reveal"><div class="slides">${slides.map((slide) => `<section>${slide}</section>`).join("\n")}</div></div>
  <script src="/reveal/reveal.js"></script>${embed}<script src="${naru}naru-reveal.js"></script>
  <script>Reveal.initialize({ ...${JSON.stringify({ hash: true, transition: "none", ...config })}, plugins: [NaruReveal] });</script></body></html>`;

/** The slide that a deck shows, from 0, and which of its fragments. */
export const place = (page) => page.evaluate(() => Reveal.getIndices());

/** Waits until a deck shows this slide. */
export const expectSlide = (page, index) => expect.poll(async () => (await place(page)).h, `slide ${index}`).toBe(index);

/** Waits until a harbour is at this step, or moves to it. */
export const expectStep = (page, step) => expect.poll(() => page.locator("naru-harbour").first().evaluate((element) => element.step?.index), `step ${step}`).toBe(step);

/** Waits until a harbour stands at this step: whatever was to be played is over. */
export const expectStand = (page, step) =>
  expect.poll(() => page.locator("naru-harbour").first().evaluate(({ step, playing }) => [step?.index, step?.moving, playing]), `it stands at step ${step}`).toEqual([step, false, false]);
