// Naru in a web page: <naru-harbour chapter="crossing" release="canary"></naru-harbour>. First a picture, then the harbour itself
// in a frame, spoken with as docs/embed.md says. Serve it beside Naru's index.html and load it as a classic script or as a module:
//
//   <script src="https://your.host/naru/embed.js" type="module"></script>
//
// Attributes: all manners, places and choices of docs/embed.md, and `src` (where Naru is; usually where this script is), `poster` (a
// picture instead of Naru's own), `loading` (`lazy`: when it is near the window; `eager`; `click`; `manual`: when load() is called),
// `sandbox` and `title`. Changed while it runs, choices, places, language and theme change the harbour as it stands; other manners
// load it anew at the same place.
// Methods: play(), pause(), next(), previous(), go(where), set(changes), get() and still() (promises), send(command, with), load(),
// unload(), retry(). What is asked before the harbour is there is kept.
// Properties: status (`picture`, `loading`, `ready`, `failed`), playing, step, count (of its steps), state.
// Events: naru-ready, naru-step, naru-state, naru-ended, naru-leave, naru-key and naru-error, each with the message as its `detail`.
(() => {
  "use strict";
  const TAG = "naru-harbour";
  if (customElements.get(TAG)) return;

  const VERSION = 1;
  /** Commands that are kept until it can be commanded, as the frame itself keeps them. */
  const KEPT = 64;
  /** So long a frame may be silent at its start before the page says so: a slow network needs about half of it. */
  const PATIENCE_MS = 20_000;
  /** So long an answer may take; a picture must be drawn first, by what is then still to be fetched. */
  const ANSWER_MS = 20_000;

  const LIVE_MANNERS = ["lang", "theme"];
  const MANNERS = ["controls", "autoplay", "loop", "pace", "background", "text", "allow"];
  const FLAGS = ["autoplay", "loop"];
  const PLACES = ["chapter", "beat", "station", "minute", "dwell"];
  // A test holds these two to the model and the story.
  const CHOICES = [
    "release", "fault", "severity", "words", "lint", "unit", "integration", "e2e", "coverage", "servers", "delivery", "flag", "steps", "share", "hold", "router",
    "boats", "surge", "unavailable", "watch", "interval", "threshold", "checks", "back", "start", "orders", "slo", "away", "away-at", "seed",
  ];
  const STEPS = {
    friday: 6, crews: 7, wish: 6, gates: 7, docks: 8, button: 5, crossing: 8, tower: 9, year: 5, drill: 7, sre: 4, keys: 4, crew: 4, roles: 4, future: 6,
  };

  /** The same words as in locales/, which a test holds them to. */
  const WORDS = {
    en: { start: "Start the harbour", loading: "The harbour is waking up.", failed: "Part of the harbour did not arrive. Please check your connection and try again.", retry: "Try again" },
    ko: { start: "나루 시작하기", loading: "나루를 깨우고 있어요.", failed: "나루를 다 불러오지 못했어요. 인터넷 연결을 확인하고 다시 시도해 주세요.", retry: "다시 시도하기" },
  };

  const STYLE = `
    :host { display: block; position: relative; aspect-ratio: 16 / 9; min-width: 0; overflow: hidden; contain: layout paint; }
    :host([hidden]) { display: none; }
    :host([background="transparent"]) .picture[data-status="ready"] { display: none; }
    iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; margin: 0; max-width: none; max-height: none; background: none; color-scheme: light dark; }
    .picture { --sky: #fbdcb6; --sea: #6db1b8; --paper: #fffaf0; --ink: #2b3a45; --main: #1f5567; --main-ink: #fffdf6;
      position: absolute; inset: 0; container-type: size; display: grid; place-items: center; opacity: 1; transition: opacity 0.4s, visibility 0.4s;
      background: linear-gradient(var(--sky) 55%, var(--sea) 55%); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; text-align: center; }
    .picture.night { --sky: #3a4166; --sea: #25456a; --paper: #1a2840; --ink: #eef0e6; --main: #ffd98a; --main-ink: #22304a; }
    @media (prefers-color-scheme: dark) {
      .picture:not(.day) { --sky: #3a4166; --sea: #25456a; --paper: #1a2840; --ink: #eef0e6; --main: #ffd98a; --main-ink: #22304a; }
    }
    .picture[data-status="ready"] { opacity: 0; visibility: hidden; }
    @media (prefers-reduced-motion: reduce) { .picture { transition: none; } }
    img { position: absolute; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; border: 0; object-fit: cover; object-position: 22% 50%; }
    img.whole { object-fit: contain; object-position: 50% 50%; }
    .card { position: relative; display: grid; gap: 0.75rem; justify-items: center; max-width: min(30rem, 86%); margin: 0.5rem; border-radius: 14px; }
    .card:has(p:not(:empty)) { padding: 0.75rem 1.25rem; background: var(--paper); box-shadow: 0 4px 14px rgb(60 45 20 / 18%); }
    [data-status="loading"] .card { align-self: end; animation: come 0.3s 0.8s backwards; }
    @keyframes come { from { opacity: 0; } }
    p { margin: 0; word-break: keep-all; overflow-wrap: break-word; text-wrap: balance; }
    p:empty { display: none; }
    button { min-width: 44px; min-height: 44px; padding: 0.5rem 1.5rem; border: 0; border-radius: 2rem; background: var(--main); color: var(--main-ink); font: inherit; font-weight: 600; cursor: pointer; }
    button[hidden] { display: none; }
    button:focus-visible { outline: 3px solid #f5b82e; outline-offset: 3px; }
    [data-status="picture"] button { position: relative; width: clamp(48px, 22cqmin, 88px); height: clamp(48px, 22cqmin, 88px); padding: 0; border-radius: 50%; font-size: 0; box-shadow: 0 4px 14px rgb(60 45 20 / 25%); }
    [data-status="picture"] button::before { content: ""; position: absolute; inset: 30% 28% 30% 38%; background: currentColor; clip-path: polygon(0 0, 100% 50%, 0 100%); }
  `;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);

  /** The folder that this script came from. A module has no script element of its own; its name stands in its errors. */
  const HOME = (() => {
    const script = document.currentScript?.src || [...document.scripts].map(({ src }) => src).find((src) => /\/embed\.js([?#]|$)/.test(src));
    const own = script || new Error().stack?.match(/(?:https?|file):\/\/[^\s()]*?\/embed\.js/)?.[0];
    return new URL("./", own ?? document.baseURI).href;
  })();

  class NaruHarbour extends HTMLElement {
    #root = this.attachShadow({ mode: "open" });
    #picture = document.createElement("div");
    #image = document.createElement("img");
    #sentence = document.createElement("p");
    #button = document.createElement("button");
    #frame = null;
    #origin = "";
    #status = "picture";
    #kept = [];
    #asked = new Map();
    #lastId = 0;
    #seen = {};
    #step = null;
    #state = null;
    #patience = 0;
    #resumes = false;
    #near = null;
    #changes = new MutationObserver((records) => this.#changed(new Set(records.map(({ attributeName }) => attributeName))));

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
      this.#picture.className = "picture";
      this.#image.alt = "";
      this.#image.draggable = false;
      // Without a picture there is still a sky and a sea.
      this.#image.onerror = () => (this.#image.hidden = true);
      this.#sentence.setAttribute("role", "status");
      this.#button.type = "button";
      this.#button.onclick = () => (this.#status === "failed" ? this.retry() : this.play());
      const card = document.createElement("div");
      card.className = "card";
      card.append(this.#sentence, this.#button);
      this.#picture.append(this.#image, card);
      this.#root.append(this.#picture);
    }

    connectedCallback() {
      for (const name of Object.keys(ATTRIBUTES)) this.#upgrade(name);
      addEventListener("message", this.#hear);
      this.#remember();
      this.#changes.observe(this, { attributes: true });
      this.#show("picture");
      this.#arm();
    }

    disconnectedCallback() {
      removeEventListener("message", this.#hear);
      this.#changes.disconnect();
      this.#near?.disconnect();
      // A frame that leaves the page is gone; one that comes back goes on where it was.
      const ran = this.#frame !== null;
      this.unload();
      this.#resumes = ran;
    }

    /** `picture`, `loading`, `ready` or `failed`. */
    get status() { return this.#status; }
    /** Whether it plays. */
    get playing() { return this.#state?.playing ?? false; }
    /** The last `step` that was heard. */
    get step() { return this.#step; }
    /** How many steps there are, as far as it is known. */
    get count() { return this.#step?.count ?? STEPS[this.getAttribute("chapter")] ?? null; }
    /** The last `state` that was heard. */
    get state() { return this.#state; }

    play() { this.load(); this.send("play"); }
    pause() { this.send("pause"); }
    next() { this.load(); this.send("next"); }
    previous() { this.load(); this.send("previous"); }

    /** Goes to a step (a number, `first`, `last`), a chapter (its name) or a place such as `{ station: "ci" }`. */
    go(where) {
      this.load();
      if (typeof where === "number" || where === "first" || where === "last") this.send("go", { step: where });
      else this.send("go", typeof where === "string" ? { chapter: where } : where);
    }

    /** Changes choices, `language` and `theme`. */
    set({ language, theme, choices, ...more }) {
      const all = { ...choices, ...more };
      this.send("set", { ...(Object.keys(all).length > 0 && { choices: all }), ...(language && { language }), ...(theme && { theme }) });
    }

    /** What is on the screen. */
    get() { return this.#ask("get"); }

    /** A picture of this moment: the text of an SVG document. */
    async still() { return (await this.#ask("still")).svg; }

    /** Sends a command of the contract, or keeps it until it can be heard. */
    send(command, more = {}) {
      const message = { naru: VERSION, command, ...more };
      if (this.#status === "ready") this.#post(message);
      else if (this.#kept.length < KEPT) this.#kept.push(message);
    }

    /** Brings the harbour itself, if it is not there yet. */
    load() {
      if (this.#frame || !this.isConnected) return;
      this.#near?.disconnect();
      const address = this.#address();
      const frame = document.createElement("iframe");
      frame.title = this.title || "Naru";
      frame.allow = "fullscreen; autoplay";
      const sandbox = this.getAttribute("sandbox");
      if (sandbox !== null) frame.setAttribute("sandbox", sandbox);
      const opaque = self.origin === "null" || address.protocol === "file:" || (sandbox !== null && !sandbox.includes("allow-same-origin"));
      this.#origin = opaque ? "null" : address.origin;
      frame.src = address.href;
      this.#frame = frame;
      this.#root.prepend(frame);
      this.#show("loading");
      this.#patience = setTimeout(() => this.#fail("silent"), PATIENCE_MS);
    }

    /** Puts the picture back in the harbour's place, which then costs nothing. It comes back at the same place. */
    unload() {
      clearTimeout(this.#patience);
      this.#frame?.remove();
      this.#frame = null;
      if (this.#state) this.#state = { ...this.#state, playing: false };
      for (const { reject, command } of this.#asked.values()) reject(new Error(`Naru: ${command} was not answered`));
      this.#asked.clear();
      this.#show("picture");
    }

    /** Brings it anew, at the place where it was. */
    retry() {
      if (this.#state?.playing) this.#kept.unshift({ naru: VERSION, command: "play" });
      this.unload();
      this.load();
    }

    /** Waits for the window to come near, or for whoever else decides. */
    #arm() {
      this.#near?.disconnect();
      const loading = this.getAttribute("loading");
      if (this.#resumes || loading === "eager") {
        this.#resumes = false;
        this.load();
      } else if (loading !== "click" && loading !== "manual" && this.#status === "picture") {
        this.#near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.load(), { rootMargin: "50%" });
        this.#near.observe(this);
      }
    }

    /** Where the frame goes: manners in the query, the story in the fragment. */
    #address() {
      const address = new URL(this.getAttribute("src") ?? HOME, document.baseURI);
      // From a disk only the single file can be opened.
      if (address.protocol === "file:" && address.pathname.endsWith("/")) address.pathname += "naru.html";
      address.searchParams.set("mode", "embed");
      for (const name of [...LIVE_MANNERS, ...MANNERS]) {
        const value = FLAGS.includes(name) ? this[name] && "1" : this.getAttribute(name);
        if (value) address.searchParams.set(name, value);
      }
      if (this.#state?.link) {
        address.hash = this.#state.link;
        return address;
      }
      const story = new URLSearchParams(address.hash.slice(1));
      for (const name of [...PLACES, "tour", ...CHOICES]) if (this.hasAttribute(name)) story.set(name, this.getAttribute(name));
      address.hash = story;
      return address;
    }

    #post(message) {
      this.#frame?.contentWindow?.postMessage(message, this.#origin === "null" ? "*" : this.#origin);
    }

    /** A command with an answer. */
    #ask(command) {
      this.load();
      return new Promise((resolve, reject) => {
        const id = (this.#lastId += 1);
        this.#asked.set(id, { command, resolve, reject });
        this.send(command, { id });
        if (this.#status === "ready") this.#await(id);
      });
    }

    #await(id) {
      setTimeout(() => {
        this.#asked.get(id)?.reject(new Error(`Naru: ${this.#asked.get(id).command} was not answered`));
        this.#asked.delete(id);
      }, ANSWER_MS);
    }

    #hear = ({ source, origin, data }) => {
      if (!this.#frame || source !== this.#frame.contentWindow || origin !== this.#origin) return;
      if (data?.naru !== VERSION || typeof data.event !== "string") return;
      const { naru: _, event, id, ...detail } = data;
      if (event === "ready") this.#ready();
      if (event === "step") this.#step = detail;
      if (event === "state") this.#state = detail;
      const asked = this.#asked.get(id);
      if (asked) {
        this.#asked.delete(id);
        if (event === "error") asked.reject(new Error(detail.sentence));
        else asked.resolve(detail);
      }
      if (event === "error" && detail.code === "stopped") this.#fail(detail.code, detail.sentence);
      else if (["ready", "step", "state", "ended", "leave", "key", "error"].includes(event)) this.#tell(event, detail);
    };

    #tell(event, detail) {
      this.dispatchEvent(new CustomEvent(`naru-${event}`, { detail, bubbles: true, composed: true }));
    }

    /** Also after a long silence: late is better than never. */
    #ready() {
      clearTimeout(this.#patience);
      this.#show("ready");
      // Who has asked for nothing yet is told nothing.
      this.#post({ naru: VERSION, command: "get" });
      for (const message of this.#kept.splice(0)) {
        this.#post(message);
        if (message.id) this.#await(message.id);
      }
    }

    #fail(code, sentence = this.#words.failed) {
      clearTimeout(this.#patience);
      for (const { reject } of this.#asked.values()) reject(new Error(sentence));
      this.#asked.clear();
      this.#show("failed", sentence);
      this.#tell("error", { code, sentence });
    }

    get #words() {
      const wanted = this.getAttribute("lang") || navigator.language;
      return WORDS[/^ko\b/i.test(wanted) ? "ko" : "en"];
    }

    /** Shows the picture, its words and its button as they are now. */
    #show(status, sentence = "") {
      this.#status = status;
      const theme = this.getAttribute("theme") ?? "";
      this.#picture.dataset.status = status;
      this.#picture.classList.toggle("day", theme === "day");
      this.#picture.classList.toggle("night", theme === "night");
      const poster = this.getAttribute("poster") ?? `${new URL("poster.svg", new URL(this.getAttribute("src") ?? HOME, document.baseURI)).href}#${theme}`;
      if (this.#image.getAttribute("src") !== poster) {
        this.#image.hidden = false;
        this.#image.src = poster;
      }
      this.#image.classList.toggle("whole", this.hasAttribute("poster"));
      const words = this.#words;
      this.#picture.lang = words === WORDS.ko ? "ko" : "en";
      this.#sentence.textContent = sentence || (status === "loading" ? words.loading : "");
      this.#button.hidden = !(status === "failed" || (status === "picture" && this.getAttribute("loading") === "click"));
      this.#button.textContent = status === "failed" ? words.retry : words.start;
    }

    #remember() {
      this.#seen = Object.fromEntries([...this.attributes].map(({ name, value }) => [name, value]));
    }

    /** Attributes of these names were written. */
    #changed(names) {
      const before = this.#seen;
      this.#remember();
      const changed = [...names].filter((name) => before[name] !== this.#seen[name]);
      if (changed.includes("loading")) this.#arm();
      if (this.#frame && changed.includes("title")) this.#frame.title = this.title || "Naru";
      if (this.#status !== "failed") this.#show(this.#status);
      if (!this.#frame) {
        if (changed.some((name) => [...PLACES, "tour", ...CHOICES].includes(name))) this.#state = this.#step = null;
        return;
      }
      const gone = (name) => !this.hasAttribute(name);
      const anew = ["src", "sandbox", "tour", ...MANNERS];
      const removed = [...LIVE_MANNERS, ...CHOICES, "chapter"].filter((name) => changed.includes(name) && gone(name));
      if (changed.some((name) => anew.includes(name)) || removed.length > 0) {
        // What is no longer said has its usual value again; a place told by its link would keep it.
        if (removed.some((name) => !LIVE_MANNERS.includes(name)) || changed.some((name) => ["src", "tour"].includes(name))) this.#state = this.#step = null;
        this.retry();
        return;
      }
      const written = (list) => list.filter((name) => changed.includes(name)).map((name) => [name, this.getAttribute(name)]);
      const [choices, manners] = [written(CHOICES), Object.fromEntries(written(LIVE_MANNERS))];
      if (choices.length > 0 || manners.lang || manners.theme) this.set({ choices: Object.fromEntries(choices), language: manners.lang, theme: manners.theme });
      if (changed.some((name) => PLACES.includes(name))) this.#goThere();
    }

    /** Goes where the attributes say. */
    #goThere() {
      const value = (name) => this.getAttribute(name);
      if (value("chapter")) this.send("go", { chapter: value("chapter"), ...(value("beat") && { beat: value("beat") }) });
      else if (value("station")) this.send("go", { station: value("station") });
      else if (value("minute")) this.send("go", { minute: Number(value("minute")), ...(value("dwell") && { dwell: Number(value("dwell")) }) });
    }

    /** A property that was set before the element was known becomes an attribute, too. */
    #upgrade(name) {
      if (!Object.hasOwn(this, name)) return;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** Attributes that are properties, too; a flag is one of them by being there and not `0`. */
  const ATTRIBUTES = Object.fromEntries(
    ["src", "poster", "loading", "sandbox", "theme", ...MANNERS, ...PLACES, "tour"].map((name) => [
      name,
      {
        configurable: true,
        enumerable: true,
        get() {
          const value = this.getAttribute(name);
          return FLAGS.includes(name) ? value !== null && !["0", "false"].includes(value) : value;
        },
        set(value) {
          if (value === null || value === undefined || value === false) this.removeAttribute(name);
          else this.setAttribute(name, value === true ? "" : value);
        },
      },
    ]),
  );
  Object.defineProperties(NaruHarbour.prototype, ATTRIBUTES);

  customElements.define(TAG, NaruHarbour);
})();
