// The service worker: keeps one whole version of Naru on the machine, so that it runs without a network, and answers each page
// from the version that it began with. `cargo xtask build` fills in BUILD once all other names are known.
"use strict";

/** The `version`; the `files` that it keeps with their digests, the page itself as "". */
const BUILD = "{{build}}";

/** Where this Naru stands: a host may have several, and each keeps its own. */
const HOME = registration.scope;
/** The cache of a version is named by its home and the version. */
const PREFIX = `${HOME}#`;
const KEPT = PREFIX + BUILD.version;
/** Beside them, which page was begun with which version. */
const BEGUN = `${HOME} pages`;

/** A file whose contents never change under its name. */
const BY_CONTENTS = /-[0-9a-f]{10}\.[a-z0-9]+$/;
/** So long a page may take from its address to its first script. */
const BEGINS_MS = 60_000;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(skipWaiting());
  if (event.data === "tidy") event.waitUntil(tidy());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const name = request.method === "GET" ? nameOf(request.url) : null;
  if (name === null) return;
  if (request.mode === "navigate") {
    // Any query: that is how the page is told its manners. What else stands here is no concern of ours.
    if (isPage(name)) event.respondWith(page(event));
  } else if (name in BUILD.files || BY_CONTENTS.test(name)) {
    event.respondWith(file(name, request));
  }
});

/** The name of a file of ours, without what a query may add to it. */
function nameOf(address) {
  const { origin, pathname } = new URL(address);
  const place = origin + pathname;
  return place.startsWith(HOME) ? place.slice(HOME.length) : null;
}

function isPage(name) {
  return name === "" || name === "index.html";
}

/**
 * Fetches what the version needs, one after the other, so that a visitor's own wishes come first. Each file must be what the
 * build has made: where one is missing or another's, nothing of this version is ever used.
 */
async function keep() {
  const cache = await caches.open(KEPT);
  for (const [name, integrity] of Object.entries(BUILD.files)) {
    if (await cache.match(HOME + name)) continue;
    // What an older version has under a name made from contents is the same.
    const here = BY_CONTENTS.test(name) ? await anywhere(name) : undefined;
    await cache.put(HOME + name, here ?? (await fetched(name, integrity)));
  }
}

async function fetched(name, integrity) {
  // Whatever is called the same in each version is asked for anew.
  const response = await fetch(HOME + name, { integrity, cache: BY_CONTENTS.test(name) ? "default" : "no-cache", priority: "low" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  // No page may be answered with what came from another address.
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

/** From now on this version answers. On a first visit also the page that is there: the network may go at any time. */
async function begin() {
  await clients.claim();
  await tidy();
}

/** The page of this version; from now on it is known which page has it. */
async function page(event) {
  const kept = await (await caches.open(KEPT)).match(HOME);
  // The browser may have cleared it away; then the network has a version that is whole in itself.
  if (!kept) return fetch(event.request);
  event.waitUntil(note(event.resultingClientId).then(tidy));
  return kept;
}

/** One of the files: a name made from contents is the same in every version that has it; of the others this one's. */
async function file(name, request) {
  const kept = await (await caches.open(KEPT)).match(HOME + name);
  return kept ?? (BY_CONTENTS.test(name) ? await anywhere(name) : undefined) ?? fetch(request);
}

/** A file from whichever version has it. */
async function anywhere(name) {
  for (const key of await versions()) {
    const found = await (await caches.open(key)).match(HOME + name);
    if (found) return found;
  }
  return undefined;
}

async function versions() {
  return (await caches.keys()).filter((key) => key.startsWith(PREFIX));
}

/** Notes which version a page begins with, and when. */
async function note(id) {
  if (id) await (await caches.open(BEGUN)).put(HOME + id, Response.json({ version: KEPT, at: Date.now() }));
}

/** Removes the versions that no open page was begun with. Where that is not known of one, all stay. */
async function tidy() {
  const old = new Set(await versions());
  // The next version is being kept, or waits. Asked for after the list: one that begins now is not in it.
  if (registration.installing || registration.waiting) return;
  old.delete(KEPT);
  const open = (await clients.matchAll({ includeUncontrolled: true })).filter(({ url }) => isPage(nameOf(url)));
  const begun = await caches.open(BEGUN);
  const pages = new Set();
  for (const { url } of await begun.keys()) {
    const { version, at } = await (await begun.match(url)).json();
    // One that only just begins is not among the open ones yet.
    if (open.some(({ id }) => url === HOME + id) || Math.abs(Date.now() - at) < BEGINS_MS) old.delete(version);
    else await begun.delete(url);
    pages.add(url);
  }
  if (open.some(({ id }) => !pages.has(HOME + id))) return;
  for (const key of old) await caches.delete(key);
}
