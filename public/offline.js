// Keeps Naru on the machine, so that the next visit needs no network, and tells of a newer version. Fetched when the app has
// been running for a while (`boot.js`); `cargo xtask build` fills in BUILD. Whatever is refused here changes nothing for the visitor.

/** `words` by language, the `sheet` of the notice, and the `manifest`: what is installed. */
const BUILD = "{{build}}";

/** So long nothing may have arrived before anything is fetched that nobody waits for. */
const QUIET_MS = 2_000;
/** A page that stays open for days asks for a newer version so often. */
const ASK_MS = 60 * 60 * 1000;
/** After so long a page is loaded anew, whatever has become of the version that was to take over: then at the latest it does. */
const PATIENCE_MS = 4_000;
/** So long the address of a show that now stands may take. */
const STAND_MS = 2_000;
/** With a new address browsers ask for the page's icon once more. A worker that is asked something gives way late. */
const ICON_MS = 500;

const larder = window.naruLarder;
let taken = false;

if (isOurs()) begin().catch(() => {});

/** Whether this page stands for itself, or in a page of the same host; another's page, and a frame without an origin, keeps nothing here. */
function isOurs() {
  try {
    return origin !== "null" && top.origin === origin && "serviceWorker" in navigator;
  } catch {
    return false;
  }
}

async function begin() {
  document.head.append(made("link", { rel: "manifest", href: at(BUILD.manifest) }));

  await quiet();
  const worker = navigator.serviceWorker;
  // Who saves data is not sent what nobody has asked for. Who has installed it has asked.
  const sparing = navigator.connection?.saveData && !matchMedia("(display-mode: standalone)").matches;
  if (sparing && !(await worker.getRegistration())) return;
  const kept = await worker.register(at("./sw.js"), { updateViaCache: "none" });
  if (!kept) return;

  // Another window may have had the newer version take over; this page goes on with its own.
  let before = kept.active;
  worker.addEventListener("controllerchange", () => {
    if (before && kept.active !== before) offer(kept);
    before = kept.active;
  });
  if (kept.waiting && before) offer(kept);
  // Older versions may have been kept for the page that was here before.
  before?.postMessage("tidy");
  kept.addEventListener("updatefound", () => {
    const next = kept.installing;
    next?.addEventListener("statechange", () => next.state === "installed" && kept.active && offer(kept));
  });
  setInterval(() => navigator.onLine && kept.update().catch(() => {}), ASK_MS);
}

/** Waits until nothing has arrived for a while. */
async function quiet() {
  const last = () => Math.max(0, ...performance.getEntriesByType("resource").map((entry) => entry.responseEnd));
  for (;;) {
    const wait = QUIET_MS - (performance.now() - last());
    if (wait <= 0) return;
    await pause(wait);
  }
}

/**
 * Tells that a newer version is here, once. A screen that nobody minds hears the event, prevents the notice, and calls
 * `naruLarder.update()` when no visitor is there.
 */
function offer(kept) {
  const isNew = !larder.update;
  larder.update = () => take(kept);
  if (isNew && !taken && dispatchEvent(new Event("naru-update", { cancelable: true }))) show();
}

/** Has the newer version take over, and loads the page anew: once, whoever asks. The address keeps the story. */
async function take(kept) {
  if (taken) return;
  taken = true;
  await stand();
  const load = () => location.reload();
  if (!kept.waiting) return load();
  navigator.serviceWorker.addEventListener("controllerchange", load, { once: true });
  setTimeout(load, PATIENCE_MS);
  kept.waiting.postMessage("take over");
}

/** Has a show that plays stand, and waits until the address has its place. */
async function stand() {
  const play = document.querySelector(".player__play:has(.glyph--pause)");
  if (!play?.checkVisibility()) return;
  const { hash } = location;
  play.click();
  for (const start = performance.now(); location.hash === hash && performance.now() - start < STAND_MS; ) await pause(50);
  await pause(ICON_MS);
}

/** A notice where the app has its own, which is read aloud there; it stands until it is answered. */
function show() {
  const place = document.querySelector(".notices");
  // A speaker's window: the stage's own tells.
  if (!place) return;
  const words = BUILD.words[document.documentElement.lang] ?? BUILD.words.en;
  const sheet = made("link", { rel: "stylesheet", href: at(BUILD.sheet) });
  const notice = made("div", { className: "notice update" });
  notice.dataset.test = "update";
  notice.append(
    made("p", { className: "update__words", textContent: words["update.words"] }),
    made("button", { type: "button", className: "button button--main", textContent: words["update.load"], onclick: () => larder.update() }),
    made("button", { type: "button", className: "button button--quiet", textContent: words["update.later"], onclick: () => notice.remove() }),
  );
  sheet.onload = sheet.onerror = () => place.append(notice);
  document.head.append(sheet);
}

function made(name, values) {
  return Object.assign(document.createElement(name), values);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function at(address) {
  return new URL(address, document.baseURI).href;
}
