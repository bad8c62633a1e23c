// Start-up: language and theme, the loading screen, and the screens for bad days. Nothing here depends on the wasm.
// A classic script in the head, so that it runs before anything is seen; `cargo xtask build` fills in BUILD.
(() => {
  "use strict";

  /**
   * `words` by language; `glue`, `wasm`, `bytes` (the wasm's size), `scenery`, `words_at` by kind and language, `parts` of the app that
   * start later and the `sheets` of some, by name, the `studio`, and what makes it work `offline` (addresses), or only `words` in the single file.
   */
  const BUILD = "{{build}}";

  const root = document.documentElement;
  const manners = new URLSearchParams(location.search);
  const lang = chosen("lang", Object.keys(BUILD.words), /^ko\b/i.test(navigator.language) ? "ko" : "en");
  const mode = chosen("mode", ["page", "embed", "presenter", "kiosk"], "page");
  const theme = chosen("theme", ["day", "night"], matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "day");
  const words = BUILD.words[lang];
  root.lang = lang;
  root.dataset.theme = theme;
  root.dataset.mode = mode;
  root.dataset.boot = "loading";
  document.title = words.title;

  // What the app asks for and is not in the wasm: the drawings, and the texts of the languages that are read here.
  // Beside them, what other windows said before it could `hear`, and who is to `wake` when a window of its own does. `update` takes the newer
  // version that is here, or is null.
  const larder = (window.naruLarder = { scenery: null, words: {}, load: wordsOf, part, studio, sheets: BUILD.sheets, mail: [], wake: null, hear: null, release: null, update: null });
  // A frame is shown once it has the manners that were asked for, or after some seconds as it is.
  const manner = mode === "page" ? null : new Promise((resolve) => {
    const late = setTimeout(resolve, 8_000);
    larder.release = () => (clearTimeout(late), resolve());
  });
  addEventListener("message", (event) => {
    const { source } = event;
    if (!source || source === window) return;
    // A window that this one opened still says so when this one was reloaded.
    const own = source === window.opener || source.opener === window;
    if (!own && source !== window.parent) return;
    if (larder.hear) return larder.hear(event);
    if (larder.mail.length < 64) larder.mail.push(event);
    if (own) larder.wake = larder.wake?.() ?? null;
  });
  // Modules of the app's parts, on their way or there, and those that were started.
  const [fetches, started, dressed] = [{}, {}, {}];

  const parsed = new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve, { once: true });
    else resolve();
  });

  addEventListener("error", (event) => notice(event.error));
  addEventListener("unhandledrejection", (event) => notice(event.reason));

  if (typeof WebAssembly !== "object" || (!BUILD.wasm && typeof DecompressionStream !== "function")) {
    show("unsupported");
  } else if (BUILD.wasm) {
    show("loading");
    // Asked for at once, beside the wasm; whoever waits for it below also hears of its failure.
    const stocked = Promise.all([asked(BUILD.scenery).then((found) => found.json()), wordsOf("texts", lang)]);
    stocked.catch(() => {});
    start(() => fromNetwork(stocked));
  } else {
    show("loading");
    // The single file: the module inside it brings the glue, a data block the bytes.
    window.naruStart = (init, text) =>
      start(async () => {
        Object.assign(larder, JSON.parse(new TextDecoder().decode(await naruUnpack(element("naru-larder").textContent))));
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(larder.style);
        document.adoptedStyleSheets = [sheet];
        return init({ module_or_path: await naruUnpack(text) });
      });
  }

  /** The words of a kind (`texts`, `panel`, `cards`, `notes`, `frame` or `kiosk`) in a language; they stay in the larder. */
  async function wordsOf(kind, language) {
    const shelf = (larder.words[kind] ??= {});
    shelf[language] ??= await (await asked(BUILD.words_at[kind][language])).text();
    return shelf[language];
  }

  /** Starts a part of the app, which shares what it must with the rest: its modules in their order, each once. */
  async function part(names, shared) {
    const fetched = names.map((name) => (fetches[name] ??= moduleOf(name)));
    // All are waited for below, one after the other: where one fails, nobody hears of the others.
    for (const module of fetched) module.catch(() => {});
    await Promise.all(names.map((name) => (dressed[name] ??= dress(name))));
    for (const [index, name] of names.entries()) {
      try {
        const module = await fetched[index];
        started[name] ??= WebAssembly.instantiate(module, { __wasm_split: shared });
        await started[name];
      } catch (error) {
        // Asked for anew by the next try.
        delete fetches[name];
        throw error;
      }
    }
  }

  /** The script that makes pictures; the single file has it inside. */
  async function studio() {
    return BUILD.studio ? script(BUILD.studio) : window.naruStudio;
  }

  /** Fetches one of the build's own scripts. In a sandboxed frame a script has no address of its own to start from; the page has. */
  function script(address) {
    return import(new URL(address, document.baseURI).href);
  }

  /** Waits for the sheet of a part, if it has one of its own; a page without it can still be read. */
  function dress(name) {
    const address = BUILD.sheets?.[name];
    if (!address) return null;
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL(address, document.baseURI).href;
    return new Promise((resolve) => {
      sheet.onload = sheet.onerror = resolve;
      document.head.append(sheet);
    });
  }

  /** The compiled module of a part. */
  async function moduleOf(name) {
    const bytes = BUILD.wasm ? await (await asked(BUILD.parts[name])).arrayBuffer() : await naruUnpack(element(`naru-part-${name}`).textContent);
    return WebAssembly.compile(bytes);
  }

  /** Fetches one of the build's own files. */
  async function asked(address) {
    const response = await fetch(new URL(address, document.baseURI).href, { credentials: "same-origin" });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return response;
  }

  /** A value from the query when it is one of the legal ones, else the usual one. */
  function chosen(key, legal, usual) {
    const value = manners.get(key);
    return legal.includes(value) ? value : usual;
  }

  /** Runs the app, and tells what hinders it. */
  async function start(load) {
    await parsed;
    try {
      await load();
      await manner;
      // A trap while starting may have been noticed already.
      if (root.dataset.boot === "loading") show("done");
      // What keeps all this for a day without a network comes when nobody waits for anything else.
      if (BUILD.offline && mode !== "embed") setTimeout(() => script(BUILD.offline).catch(() => {}), 4_000);
    } catch (error) {
      console.error(error);
      if (isTrap(error)) show("crashed");
      else if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) show("unsupported");
      else show("failed");
    }
  }

  /** Fetches glue and wasm together; the wasm is compiled while it arrives. */
  async function fromNetwork(stocked) {
    const [glue, response] = await Promise.all([script(BUILD.glue), asked(BUILD.wasm)]);
    let broken = null;
    const body = counted(response.body, (error) => (broken = error));
    [larder.scenery] = await stocked;
    try {
      await glue.default({ module_or_path: new Response(body, { headers: { "Content-Type": "application/wasm" } }) });
    } catch (error) {
      // What arrived in part does not compile: that is the network's doing, not the browser's.
      throw broken ?? error;
    }
  }

  /** Passes bytes on and moves the progress bar with them. */
  function counted(body, whenBroken) {
    const reader = body.getReader();
    let seen = 0;
    return new ReadableStream({
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            if (seen < BUILD.bytes) throw new Error(`${BUILD.wasm}: ${seen} of ${BUILD.bytes} bytes`);
            controller.close();
            return;
          }
          seen += value.byteLength;
          progress(seen / BUILD.bytes);
          controller.enqueue(value);
        } catch (error) {
          whenBroken(error);
          controller.error(error);
        }
      },
    });
  }

  /** Moves the bar to a share of 1, and says so once all has arrived. */
  function progress(share) {
    element("boot-progress").value = Math.min(100, Math.round(share * 100));
    if (share >= 1) element("boot-words").textContent = words.starting;
  }

  /** True for an error that left the wasm in a state that nobody should go on with. */
  function isTrap(error) {
    if (typeof WebAssembly !== "object" || !(error instanceof Error)) return false;
    return error instanceof WebAssembly.RuntimeError || /wasm-function|wasm:\/\//.test(error.stack ?? "");
  }

  /** Shows the crash screen when the error came out of the wasm. */
  function notice(error) {
    if (isTrap(error)) show("crashed");
  }

  /** Changes to a screen: loading, done, failed, unsupported or crashed. The first bad one stays. */
  async function show(name) {
    if (!["loading", "done"].includes(root.dataset.boot)) return;
    root.dataset.boot = name;
    await parsed;
    const bad = !["loading", "done"].includes(name);
    // The page around it has a picture to put in its place. A kiosk's watchdog has another harbour; without one it tries again by itself.
    if (bad && mode === "kiosk" && parent === window) {
      setTimeout(() => location.reload(), 5_000);
      // How often it stopped is counted by the app that starts again.
      try {
        if (name === "crashed") localStorage["naru.kiosk.panics"] = 1 + Number(localStorage["naru.kiosk.panics"] ?? 0);
      } catch {
        // Nothing is kept here.
      }
    }
    if (bad && mode !== "page" && parent !== window) parent.postMessage({ naru: 1, event: "error", code: "stopped", sentence: words[name] }, "*");
    element("boot").hidden = name === "done";
    element("boot").setAttribute("aria-label", words.title);
    // What stopped must neither be seen nor used; the address is left alone, so nothing is lost.
    element("app").hidden = bad;
    element("app").inert = bad;
    element("boot-progress").hidden = name !== "loading";
    element("boot-progress").setAttribute("aria-label", words.progress);
    if (bad) element("boot-words").setAttribute("role", "alert");
    element("boot-words").textContent = words[name] ?? "";
    element("boot-actions").hidden = name !== "failed" && name !== "crashed";
    element("boot-again").textContent = name === "failed" ? words.retry : words.again;
    element("boot-again").onclick = () => location.reload();
    element("boot-beginning").hidden = name !== "crashed";
    element("boot-beginning").textContent = words.beginning;
    element("boot-beginning").href = location.pathname + location.search;
  }

  function element(id) {
    return document.getElementById(id);
  }
})();
