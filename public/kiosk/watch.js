// The watchdog of a kiosk: it holds the harbour in a frame, notices when that stopped, stands still or does not answer, and puts a fresh one in its
// place. It draws nothing itself, so that little in it can go wrong. `cargo xtask build` puts it into kiosk.html; docs/kiosk.md tells its talk with the frame.
//
// The frame is sandboxed without an origin of its own. Chromium gives such a frame a process of its own, also from a disk: a hang there does not
// reach this page. Firefox and WebKit do not; there a hang is the system's to notice, which looks at this page's title.
(() => {
  "use strict";
  const VERSION = 1;
  /** What is held: the single file, which needs nothing that a frame without an origin may not fetch. */
  const FRAME = "naru.html";
  /** Milliseconds between two looks. */
  const LOOK_MS = 500;
  /** So long a frame may be silent: until it first says that it lives, and from then on. */
  const START_MS = 25_000;
  const SILENCE_MS = 10_000;
  /** So long no frame may be drawn although something moves. */
  const STUCK_MS = 5_000;
  /** A look that comes so late: the machine slept. What did not happen meanwhile is nobody's fault. */
  const SLEPT_MS = 4_000;
  /** So long it is waited before another try, by how many failed one after the other. */
  const PAUSES_MS = [0, 1_000, 4_000, 15_000, 60_000];
  /** From so many on it is said that somebody should have a look. */
  const TIRED = 3;
  /** After so long a frame counts as sound, and what failed before it is forgotten. */
  const SOUND_MS = 30_000;
  /** So long a frame lives; then a fresh one takes its place as soon as nobody is there. Memory of a module never shrinks. */
  const LIFE_MS = 12 * 3_600_000;
  /** Letters that are kept of one thing at most. */
  const LONGEST = 300_000;
  /** The only things that are kept, and the kinds of mishaps that are counted. */
  const KEPT = ["counters", "settings"];
  const KINDS = ["panic", "frames", "hang", "canvas", "storage", "update", "settings"];
  /** Milliseconds between two signs of life in the title. */
  const SIGN_MS = 10_000;

  const cover = document.getElementById("cover");
  const manners = new URLSearchParams(location.search);
  manners.set("mode", "kiosk");

  /** The frame, and what is known of it. */
  let frame = null;
  let born = 0;
  let heard = 0;
  let lives = false;
  let idle = true;
  let drawn = 0;
  let moved = 0;
  let failures = 0;
  let looked = performance.now();
  let wanted = false;
  let signed = 0;
  /** What the frame was told of mishaps, and did not count yet. */
  let told = {};

  // Where the browser keeps nothing, this page does, as long as it lives.
  const memory = new Map();
  let stores = true;

  function read(name) {
    try {
      const text = localStorage.getItem(`naru.kiosk.${name}`);
      return memory.get(name) ?? text;
    } catch {
      lost();
      return memory.get(name) ?? null;
    }
  }

  /** Keeps a text; says whether it will be there after a restart. */
  function keep(name, text) {
    try {
      localStorage.setItem(`naru.kiosk.${name}`, text);
      memory.delete(name);
      stores = true;
    } catch {
      memory.set(name, text);
      lost();
    }
    return stores;
  }

  /** Nothing is kept any more: that is counted once. */
  function lost() {
    if (!stores) return;
    stores = false;
    note("storage");
  }

  /** What went wrong and was mended, and is not counted yet, by kind. */
  function mishaps() {
    try {
      const found = JSON.parse(read("mishaps") ?? "{}");
      return Object.fromEntries(KINDS.map((kind) => [kind, Number.isSafeInteger(found?.[kind]) ? Math.max(0, found[kind]) : 0]).filter(([, count]) => count > 0));
    } catch {
      return {};
    }
  }

  function note(kind) {
    const counts = mishaps();
    counts[kind] = (counts[kind] ?? 0) + 1;
    owe(counts);
  }

  /** Keeps what is to be counted. */
  function owe(counts) {
    memory.set("mishaps", JSON.stringify(counts));
    try {
      localStorage.setItem("naru.kiosk.mishaps", memory.get("mishaps"));
      memory.delete("mishaps");
    } catch {
      lost();
    }
  }

  /** The settings: those that were kept on this machine, else the file beside this page. `null` where there are none. */
  async function settings() {
    const kept = read("settings");
    if (kept) return kept;
    if (location.protocol === "file:") return null;
    try {
      const answer = await fetch("kiosk.json", { cache: "no-store", signal: AbortSignal.timeout(3_000) });
      return answer.ok ? (await answer.text()).slice(0, LONGEST) : null;
    } catch {
      return null;
    }
  }

  function post(message) {
    frame?.contentWindow?.postMessage({ naru: VERSION, ...message }, "*");
  }

  /** Puts a fresh frame in place. */
  function load() {
    frame?.remove();
    frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = document.title.replace(/ \d+$/, "");
    frame.src = `${FRAME}?${manners}`;
    frame.onload = focus;
    lives = false;
    idle = true;
    wanted = false;
    drawn = 0;
    born = heard = moved = performance.now();
    document.body.prepend(frame);
  }

  /** Takes the frame away and tries another one; `kind` says what was wrong with it, if anything was. */
  function renew(kind) {
    hide();
    frame?.remove();
    frame = null;
    if (kind) {
      note(kind);
      failures += 1;
    }
    document.getElementById("tired").hidden = failures < TIRED;
    setTimeout(load, PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? 0);
  }

  function hide() {
    cover.classList.remove("away");
  }

  function show() {
    cover.classList.add("away");
    document.getElementById("tired").hidden = true;
    focus();
  }

  /** Keys are the harbour's. */
  function focus() {
    if (frame && document.activeElement !== frame) frame.focus();
  }

  /** Looks whether all is well. */
  function look() {
    const now = performance.now();
    const slept = now - looked > SLEPT_MS;
    looked = now;
    if (now - signed > SIGN_MS) {
      signed = now;
      document.title = `${document.title.replace(/ \d+$/, "")} ${Math.round(now / SIGN_MS)}`;
    }
    // Out of sight nothing is drawn, and clocks go slowly.
    if (slept || document.hidden) {
      heard = moved = now;
      return;
    }
    if (!frame) return;
    if (now - heard > (lives ? SILENCE_MS : START_MS)) return renew("hang");
    if (lives && failures > 0 && now - born > SOUND_MS) failures = 0;
    if (lives && idle && (wanted || now - born > LIFE_MS)) renew(null);
    if (!awake) stayAwake();
  }

  addEventListener("message", async ({ source, data }) => {
    if (!frame || source !== frame.contentWindow || data?.naru !== VERSION) return;
    // What the start-up script says of its own accord, whatever stopped.
    if (data.event === "error" && data.code === "stopped") return renew("panic");
    switch (data.kiosk) {
      case "here": {
        const kept = await settings();
        told = mishaps();
        post({ kiosk: "kept", settings: kept, counters: read("counters"), mishaps: told, stores });
        break;
      }
      case "alive": {
        heard = performance.now();
        idle = data.idle === true;
        if (data.moves !== true || data.frames !== drawn) moved = heard;
        drawn = data.frames;
        // Who says that it lives, and draws nothing: of who says nothing that is not known.
        if (lives && heard - moved > STUCK_MS) return renew("frames");
        if (!lives) {
          lives = true;
          show();
        }
        break;
      }
      case "counted":
        // What went wrong since it was told stays to be counted.
        owe(Object.fromEntries(Object.entries(mishaps()).map(([kind, count]) => [kind, count - (told[kind] ?? 0)])));
        told = {};
        break;
      case "keep":
        if (KEPT.includes(data.what) && typeof data.text === "string" && data.text.length <= LONGEST) post({ kiosk: "stored", what: data.what, stored: keep(data.what, data.text) });
        break;
      case "sick":
        // It goes on as well as it can until nobody is there.
        if (KINDS.includes(data.kind)) note(data.kind);
        wanted = true;
        // Somebody may have come since its last sign of life; the next one tells.
        idle = false;
        break;
      case "renew":
        renew(null);
        break;
      case "save":
        if (typeof data.name === "string" && /^[\w.-]{1,80}$/.test(data.name) && typeof data.text === "string" && data.text.length <= LONGEST) save(data.name, data.text);
        break;
    }
  });

  /** Gives a person a file. */
  function save(name, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // The screen stays on. The lock is lost when the page is out of sight, and by some systems at other times, too.
  let awake = false;
  let asks = false;
  async function stayAwake() {
    if (asks || document.hidden || !navigator.wakeLock) return;
    asks = true;
    try {
      const lock = await navigator.wakeLock.request("screen");
      awake = true;
      lock.addEventListener("release", () => (awake = false));
    } catch {
      // Refused, as with a nearly empty battery: it is asked again with the next look, a second later at the earliest.
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    asks = false;
  }

  document.addEventListener("visibilitychange", () => {
    heard = moved = performance.now();
    stayAwake();
  });
  addEventListener("focus", focus);
  for (const kind of ["contextmenu", "dragstart", "selectstart", "gesturestart"]) addEventListener(kind, (event) => event.preventDefault());
  // Whoever comes from another page of the history finds no frame that was frozen meanwhile.
  addEventListener("pageshow", ({ persisted }) => persisted && renew(null));

  load();
  setInterval(look, LOOK_MS);
})();
