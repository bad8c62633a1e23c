// Versions of the built app, one after the other, on a host that can change its mind or be gone.
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { dist, expect } from "./support.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" };
const BY_CONTENTS = /-[0-9a-f]{10}\./;
const worker = readFileSync(new URL("../../public/sw.js", import.meta.url), "utf8");

const sha256 = (contents) => createHash("sha256").update(contents).digest();

/** What a version is kept as: name by name the digest, as the worker of dist/ says it. */
export function keptBy(folder = dist) {
  const text = readFileSync(join(folder, "sw.js"), "utf8");
  return Object.fromEntries([...text.matchAll(/"([^"]*)":"(sha256-[^"]{44})"/g)].map(([, name, digest]) => [name, digest]));
}

/** The built app with other texts (a function of a text and its language), built anew from its own parts: all that names them is named anew. */
export function version(change) {
  const folder = mkdtempSync(join(tmpdir(), "naru-version-"));
  cpSync(dist, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const names = () => readdirSync(folder, { recursive: true }).map(String);
  let renamed = [];
  for (const name of names().filter((name) => /(en|ko).texts-/.test(name))) renamed.push([name, change(read(name), name.slice(0, 2))]);
  // Outwards, from what is named to what names it, as the build does.
  while (renamed.length > 0) {
    const [name, contents] = renamed.pop();
    writeFileSync(join(folder, name), contents);
    if (!BY_CONTENTS.test(name)) continue;
    const next = name.replace(BY_CONTENTS, `-${sha256(contents).toString("hex").slice(0, 10)}.`);
    renameSync(join(folder, name), join(folder, next));
    for (const other of names().filter((other) => /\.(js|html|css)$/.test(other) && !/^(sw\.js|naru\.html)$/.test(other))) {
      const text = read(other);
      if (text.includes(name)) renamed = renamed.filter(([queued]) => queued !== other).concat([[other, text.replaceAll(name, next)]]);
    }
  }
  const kept = names().filter((name) => BY_CONTENTS.test(name)).concat("favicon.svg", "manifest.webmanifest");
  const files = Object.fromEntries(kept.map((name) => [name, `sha256-${sha256(readFileSync(join(folder, name))).toString("base64")}`]));
  files[""] = `sha256-${sha256(read("index.html")).toString("base64")}`;
  const build = { version: sha256(JSON.stringify(files)).toString("hex").slice(0, 16), files };
  writeFileSync(join(folder, "sw.js"), worker.replace('"{{build}}"', () => JSON.stringify(build)));
  return folder;
}

/** A host below /some/where/. `folder` is what it has now, `lost` what it does not find; `asked` is what was asked of it. */
export async function host(folder = dist) {
  const made = { folder, lost: null, asked: [] };
  let server;
  const answer = (request, response) => {
    const path = new URL(request.url, "http://127.0.0.1").pathname;
    const name = path.replace("/some/where/", "") || "index.html";
    made.asked.push(name);
    let contents;
    try {
      if (made.lost?.test(name)) throw new Error("lost");
      contents = readFileSync(join(made.folder, name));
    } catch {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", "Cache-Control": BY_CONTENTS.test(name) ? "max-age=31536000, immutable" : "no-cache" }).end(contents);
  };
  let port = 0;
  made.open = async () => {
    server = createServer(answer);
    await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = server.address().port;
    made.address = `http://127.0.0.1:${port}/some/where/`;
  };
  /** Nothing answers any more. */
  made.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  await made.open();
  return made;
}

/** The versions that a page's browser has whole, oldest first: how many files each has. */
export const versions = (page) =>
  page.evaluate(async () => {
    const keys = (await caches.keys()).filter((key) => key.includes("#"));
    return Promise.all(keys.map(async (key) => (await (await caches.open(key)).keys()).length));
  });

/** Waits until the version that the host has is whole, and the page is looked after. */
export async function settled(page) {
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller)), { timeout: 40_000 }).toBe(true);
}

export function removed(folder) {
  rmSync(folder, { recursive: true, force: true });
}
