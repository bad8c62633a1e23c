// Naru in a reveal.js deck: each harbour on a slide starts and stops with it, the clicker steps through its story, and goes on to
// the deck at its first and last step. Load it beside embed.js, as a classic script or as a module:
//
//   <script src="https://your.host/naru/embed.js"></script>
//   <script src="https://your.host/naru/naru-reveal.js"></script>
//   Reveal.initialize({ plugins: [NaruReveal] })
//
// The steps are fragments of the slide, after those that it has itself, so whatever steps through fragments steps through the story:
// keys, clicker, touch, the speaker's window, an address such as #/3/2. It takes <naru-harbour> and plain iframes of Naru (with
// `mode=embed` in their address). In a printed deck and in the speaker's window it shows pictures.
(() => {
  "use strict";
  const VERSION = 1;
  /** So long a harbour may leave a press unanswered before the deck goes on without it. */
  const ANSWER_MS = 2_000;
  /** So long the deck waits with its slide for a harbour that is still to come. */
  const WAIT_MS = 8_000;
  /** So long a picture for print may take: the app must load first. */
  const PICTURE_MS = 30_000;
  /** reveal.js's own codes of keys that a harbour passes on. */
  const KEYS = { b: 66, ".": 190, f: 70, g: 71, o: 79, s: 83, Escape: 27 };
  const FRAMES = 'iframe[src*="mode=embed"], iframe[data-src*="mode=embed"]';

  /** A harbour on a slide, whichever way it stands there. `hear(event, detail)` is told what it says. */
  class Harbour {
    constructor(element, hear) {
      this.element = element;
      this.hear = hear;
      this.playing = false;
      /** The last `step` that was heard. */
      this.step = null;
      /** Where it stood when it was there for the first time, and how to come back. */
      this.home = null;
    }

    note(event, detail) {
      if (event === "state") {
        this.playing = detail.playing;
        if (this.home && !this.home.place) this.home.place = detail.chapter ? { chapter: detail.chapter, ...(detail.beat && { beat: detail.beat }) } : { step: this.home.step };
      }
      if (event === "step") {
        this.step = detail;
        this.home ??= { step: detail.index, place: null };
      }
      this.hear(event, detail);
    }
  }

  /** A <naru-harbour>. */
  class HarbourElement extends Harbour {
    constructor(element, hear) {
      super(element, hear);
      for (const event of ["ready", "step", "state", "ended", "leave", "key", "error"]) element.addEventListener(`naru-${event}`, ({ detail }) => this.note(event, detail));
    }

    // Until embed.js has come the element knows nothing of this.
    get ready() { return this.element.status === "ready"; }
    get failed() { return this.element.status === "failed"; }
    get count() { return this.element.count ?? null; }
    get pace() { return this.element.getAttribute("pace"); }

    /** It waits for the deck, which also says when it plays. */
    tame(pace, loading) {
      this.element.setAttribute("loading", loading);
      this.element.removeAttribute("autoplay");
      if (!this.pace) this.element.setAttribute("pace", pace);
    }

    command(command, more) { this.element.send?.(command, more); }
    load() { this.element.load?.(); }
    unload() { this.element.unload?.(); }
    retry() { this.element.retry(); }
    /** It keeps what it is asked before it is there. */
    async awake() { await customElements.whenDefined("naru-harbour"); }
    still() { return this.element.still(); }

    show(picture) {
      this.element.setAttribute("poster", picture);
      this.unload();
    }

    /** In a window that only shows what another one plays, the picture is enough. */
    sleep() { this.tame("step", "manual"); }
  }

  /** A plain iframe. reveal.js itself loads and unloads it where it has `data-src`. */
  class HarbourFrame extends Harbour {
    #asked = new Map();
    ready = false;
    failed = false;
    count = null;

    constructor(element, hear) {
      super(element, hear);
      addEventListener("message", ({ source, origin, data }) => {
        if (!source || source !== element.contentWindow || data?.naru !== VERSION) return;
        if (origin !== "null" && origin !== new URL(this.address, document.baseURI).origin) return;
        const { event, id, ...detail } = data;
        if (event === "ready") {
          // It answers each ping with it; once is enough.
          if (this.ready) return;
          this.ready = true;
          this.woken?.();
        }
        if (event === "step") this.count = detail.count;
        this.#asked.get(id)?.(detail);
        this.#asked.delete(id);
        this.note(event, detail);
      });
      element.addEventListener("load", () => this.command("ping"));
      this.command("ping");
    }

    get address() { return this.element.getAttribute("src") || this.element.getAttribute("data-src") || ""; }
    get pace() { return new URL(this.address, document.baseURI).searchParams.get("pace"); }

    tame() {}
    /** Loading is left to reveal.js, which takes a frame with `data-src` away with its slide; so each time it must say again that it is there. */
    load() {
      this.ready = false;
      this.command("ping");
    }
    unload() {}

    command(command, more = {}) {
      if (this.element.getAttribute("src")) this.element.contentWindow?.postMessage({ naru: VERSION, command, ...more }, "*");
    }

    retry() {}

    /** There, and ready to be commanded. */
    async awake() {
      if (!this.element.getAttribute("src")) this.element.setAttribute("src", this.address);
      while (!this.ready) await new Promise((resolve) => (this.woken = resolve));
    }

    async still() {
      const { svg } = await new Promise((resolve) => {
        this.#asked.set("naru-reveal", resolve);
        this.command("still", { id: "naru-reveal" });
      });
      return svg;
    }

    show(picture) {
      const image = document.createElement("img");
      image.src = picture;
      image.alt = this.element.title;
      image.className = this.element.className;
      image.style.cssText = this.element.style.cssText;
      image.width = this.element.width || this.element.clientWidth;
      image.height = this.element.height || this.element.clientHeight;
      this.element.replaceWith(image);
    }

    sleep() {
      this.element.removeAttribute("src");
      this.element.removeAttribute("data-src");
    }
  }

  /** A harbour's part in the deck: its steps are fragments of the slide. */
  class Part {
    /** Fragments, one for each step after the first. One more stands at the end while the last step still moves: who presses then wants to see its end. */
    #marks = [];
    #at = 0;
    #moving = false;
    #present = false;
    #visited = false;
    /** Whether what moves without a press is to be played. */
    #begins = false;
    #resumes = false;
    #quiet = false;
    /** A press that was not answered yet: the clock that runs until then. */
    #answer = 0;
    #since = 0;

    constructor(deck, slide, element, leads) {
      this.deck = deck;
      this.slide = slide;
      /** Whether it has the steps of its slide: the first one on it has. */
      this.leads = leads;
      this.harbour = harbourOf(element, (event, detail) => this.#hear(event, detail));
      this.autoSlide = slide.getAttribute("data-autoslide");
    }

    get live() { return this.#present && this.deck.getCurrentSlide() === this.slide; }

    /** Makes it a part of a deck that is told. */
    prepare() {
      const goesByItself = Number(this.autoSlide ?? this.deck.getConfig().autoSlide) > 0;
      this.harbour.tame(goesByItself ? "play" : "step", "manual");
      if (!this.leads) return;
      // The deck waits until the story is over.
      this.slide.setAttribute("data-autoslide", "0");
      this.#mark(this.#known ?? 1);
    }

    /** The element has come to know what it is. */
    discover() {
      if (this.leads && this.#known !== null) this.#mark(this.#known);
      if (this.#present && !this.harbour.ready) this.harbour.load();
    }

    /** Its slide appears. */
    enter() {
      if (this.#present) return;
      this.#present = true;
      this.#since = Date.now();
      this.#at = this.#shown;
      this.#moving = this.harbour.step?.moving ?? false;
      this.harbour.load();
      if (this.harbour.failed) this.harbour.retry();
      if (this.harbour.ready) this.#settle();
    }

    /** Its slide goes. */
    leave() {
      this.#present = false;
      this.#resumes = false;
      this.#begins = false;
      this.#answered();
      if (this.harbour.ready) this.harbour.command("pause");
      if (this.harbour.element === document.activeElement) this.harbour.element.blur();
    }

    /** Something lies over the slide: the overview, or a dark screen. */
    cover() {
      if (!this.live) return;
      this.#resumes = this.harbour.playing || this.#moving;
      this.harbour.command("pause");
    }

    uncover() {
      if (this.live && this.#resumes) this.harbour.command("play");
      this.#resumes = false;
    }

    /** Fragments were shown or hidden. */
    turned(fragments) {
      if (!this.live || this.#quiet || !fragments.some((fragment) => this.#marks.includes(fragment))) return;
      const before = this.#at;
      this.#at = this.#shown;
      if (this.harbour.failed) return;
      if (!this.harbour.ready) {
        // Where it has to stand is said once it is there; as long as nobody knows the number of steps there is one more.
        if (Date.now() - this.#since > WAIT_MS) this.#mark(this.#at);
        else if (this.#known === null) this.#mark(this.#at + 1);
        return;
      }
      if (this.#at === before + 1) {
        this.#begins = false;
        this.harbour.command("next");
        // A press while it moves shows the move, or its end; the step is not yet another one.
        const step = this.#moving || this.#answer ? before : this.#at;
        this.#expect();
        this.#sync(step);
      } else if (this.#at === before - 1) {
        this.harbour.command("previous");
        this.#moving = false;
        this.#sync(this.#at);
      } else if (this.#at !== before) {
        this.harbour.command("go", { step: this.#at });
        this.#moving = false;
      }
    }

    get #known() { return this.harbour.count === null ? null : this.harbour.count - 1; }
    get #shown() { return this.#marks.filter((mark) => mark.classList.contains("visible")).length; }

    /** Has it stand where the slide stands, and begin if that is the beginning. */
    #settle() {
      const { harbour } = this;
      const atEnd = this.#at > 0 && this.#at === this.#marks.length;
      const [visited, stepwise] = [this.#visited, harbour.pace === "step"];
      this.#visited = true;
      if (this.leads && this.#at > 0) {
        harbour.command("go", { step: atEnd ? "last" : this.#at });
        if (!atEnd && !stepwise) harbour.command("play");
        return;
      }
      if (visited && harbour.home?.place) harbour.command("go", harbour.home.place);
      // What belongs to the first step is played as the slide appears; all else waits for the clicker.
      if (!stepwise || (harbour.step?.moving && harbour.step.index === harbour.home.step)) harbour.command("play");
      else this.#begins = true;
    }

    #hear(event, detail) {
      if (event === "ready") {
        if (this.live) this.#settle();
        else this.harbour.command("pause");
      }
      if (!this.live) return;
      if (event === "step" && this.leads) {
        this.#answered();
        this.#moving = detail.moving;
        this.#sync(detail.index);
      }
      if (event === "step" && this.#begins && detail.moving) {
        this.#begins = false;
        this.harbour.command("play");
      }
      if (event === "state" && this.#answer) {
        this.#answered();
        this.#sync(this.#at);
      }
      if (event === "leave") {
        this.harbour.element.blur();
        this.#answered();
        this.#moving = false;
        if (this.leads) this.#sync(this.#at);
        if (detail.direction === "next") this.deck.next();
        else this.deck.prev();
      }
      if (event === "key" && KEYS[detail.key]) this.deck.triggerKey(KEYS[detail.key]);
      if (event === "ended" && this.leads && this.harbour.pace !== "step" && this.#goesByItself) this.deck.next();
      if (event === "error" && this.harbour.failed) this.#release();
    }

    get #goesByItself() { return Number(this.autoSlide ?? this.deck.getConfig().autoSlide) > 0 && !this.harbour.element.hasAttribute("loop"); }

    /** A harbour that does not answer must not hold up the talk. */
    #expect() {
      // The first press counts: whoever presses again and again must not wait longer.
      this.#answer ||= setTimeout(() => this.#release(), ANSWER_MS);
      this.harbour.command("get");
    }

    #answered() {
      clearTimeout(this.#answer);
      this.#answer = 0;
    }

    #release() {
      this.#answered();
      this.#moving = false;
      if (this.live) this.#mark(this.#shown);
      if (this.autoSlide === null) this.slide.removeAttribute("data-autoslide");
      else this.slide.setAttribute("data-autoslide", this.autoSlide);
    }

    /** Brings the slide's fragments to a step, without taking that for a press. */
    #sync(step) {
      this.#at = step;
      const steps = Math.max(this.#known ?? step + 1, step);
      this.#mark((this.#moving || this.#answer) && step === steps ? steps + 1 : steps);
      if (this.#shown === step || this.#marks.length === 0) return;
      const index = (mark) => Number(mark.getAttribute("data-fragment-index"));
      this.#quiet = true;
      this.deck.navigateFragment(step > 0 ? index(this.#marks[step - 1]) : index(this.#marks[0]) - 1);
      this.#quiet = false;
    }

    /** Makes it so many fragments, but takes away none that is shown. */
    #mark(count) {
      while (this.#marks.length > count && !this.#marks.at(-1).classList.contains("visible")) this.#marks.pop().remove();
      while (this.#marks.length < count) {
        const mark = document.createElement("span");
        mark.className = "fragment naru-step";
        mark.hidden = true;
        mark.setAttribute("aria-hidden", "true");
        this.slide.append(mark);
        this.#marks.push(mark);
      }
      this.deck.syncFragments?.(this.slide);
    }
  }

  function harbourOf(element, hear) {
    return element.localName === "iframe" ? new HarbourFrame(element, hear) : new HarbourElement(element, hear);
  }

  function harboursOf(slide) {
    return [...slide.querySelectorAll(`naru-harbour, ${FRAMES}`)].filter((element) => element.closest("section") === slide);
  }

  /** Puts a picture of each harbour in its place, one after the other: `data-still` says of which step, the last one otherwise. */
  async function print(deck) {
    for (const slide of deck.getSlides()) {
      for (const element of harboursOf(slide)) {
        const harbour = harbourOf(element, () => {});
        const asked = element.getAttribute("data-still") ?? "last";
        // Browsers draw nothing in a frame that is far from what is seen.
        element.scrollIntoView({ block: "center" });
        try {
          harbour.load();
          const still = async () => {
            await harbour.awake();
            harbour.command("go", { step: /^\d+$/.test(asked) ? Number(asked) : asked });
            return harbour.still();
          };
          const svg = await Promise.race([still(), late(PICTURE_MS)]);
          harbour.show(`data:image/svg+xml,${encodeURIComponent(svg)}`);
        } catch {
          // Its own picture stays.
          harbour.unload();
        }
      }
    }
    deck.getRevealElement().dispatchEvent(new Event("naru-printed"));
  }

  const late = (ms) => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), ms));

  /** Has the slides before and after the current one ready, and those far away cost nothing. */
  function stock(deck, parts) {
    const { preloadIframes, viewDistance } = deck.getConfig();
    const slides = deck.getSlides();
    const here = slides.indexOf(deck.getCurrentSlide());
    for (const part of parts) {
      const distance = Math.abs(slides.indexOf(part.slide) - here);
      if (distance === 1 && preloadIframes !== false) part.harbour.load();
      if (distance > Math.max(viewDistance, 1)) part.harbour.unload();
    }
  }

  globalThis.NaruReveal = () => ({
    id: "naru",
    init(deck) {
      const parts = deck.getSlides().flatMap((slide) => harboursOf(slide).map((element, index) => new Part(deck, slide, element, index === 0)));
      if (deck.isSpeakerNotes()) {
        for (const { harbour } of parts) harbour.sleep();
        return;
      }
      if (deck.isPrintView()) {
        for (const { harbour } of parts) harbour.tame("step", "manual");
        deck.on("pdf-ready", () => print(deck));
        return;
      }
      if (["scroll", "reader"].includes(deck.getConfig().view)) {
        // A page to read: each is a picture until somebody wants more.
        for (const { harbour } of parts) harbour.tame("play", "click");
        return;
      }
      const now = () => parts.filter(({ slide }) => slide === deck.getCurrentSlide());
      const begin = () => {
        for (const part of now()) part.enter();
        stock(deck, parts);
      };
      for (const part of parts) part.prepare();
      deck.on("ready", begin);
      deck.on("slidechanged", ({ previousSlide }) => {
        for (const part of parts) if (part.slide === previousSlide) part.leave();
        begin();
      });
      const turned = ({ fragment, fragments = [fragment] }) => now().forEach((part) => part.turned(fragments));
      deck.on("fragmentshown", turned);
      deck.on("fragmenthidden", turned);
      for (const name of ["overviewshown", "paused"]) deck.on(name, () => now().forEach((part) => part.cover()));
      for (const name of ["overviewhidden", "resumed"]) deck.on(name, () => now().forEach((part) => part.uncover()));
      // embed.js may come late, or never; the deck does not wait for it.
      customElements.whenDefined("naru-harbour").then(() => {
        for (const part of parts) part.discover();
        if (deck.isReady()) stock(deck, parts);
      });
    },
  });
})();
