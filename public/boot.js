// Start-up: language and theme, the loading screen, and the screens for bad days. Nothing here depends on the wasm.
// A classic script in the head, so that it runs before anything is seen; `cargo xtask build` fills in BUILD.
(() => {
  "use strict";

  /**
   * `words` by language; `glue`, `wasm`, `bytes` (the wasm's size), `scenery`, `texts` and `cards` by language (addresses), or only
   * `words` in the single file.
   */
  const BUILD = "{{build}}";

  const root = document.documentElement;
  const manners = new URLSearchParams(location.search);
  const lang = chosen("lang", Object.keys(BUILD.words), /^ko\b/i.test(navigator.language) ? "ko" : "en");
  const theme = chosen("theme", ["day", "night"], matchMedia("(prefers-color-scheme: dark)").matches ? "night" : "day");
  const words = BUILD.words[lang];
  root.lang = lang;
  root.dataset.theme = theme;
  root.dataset.boot = "loading";
  document.title = words.title;

  // What the app asks for and is not in the wasm: the drawings, and the texts of the languages that are read here.
  const larder = (window.naruLarder = { scenery: null, texts: {}, cards: {}, load: wordsOf });

  const parsed = new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve, { once: true });
    else resolve();
  });

  addEventListener("error", (event) => notice(event.error));
  addEventListener("unhandledrejection", (event) => notice(event.reason));

  if (typeof WebAssembly !== "object") {
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
      start(() => {
        Object.assign(larder, JSON.parse(element("naru-larder").textContent));
        return init({ module_or_path: bytesOf(text) });
      });
  }

  /** The words of a kind, `texts` or `cards`, in a language; they stay in the larder. */
  async function wordsOf(kind, language) {
    larder[kind][language] ??= await (await asked(BUILD[kind][language])).text();
    return larder[kind][language];
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
      // A trap while starting may have been noticed already.
      if (root.dataset.boot === "loading") show("done");
    } catch (error) {
      console.error(error);
      if (isTrap(error)) show("crashed");
      else if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) show("unsupported");
      else show("failed");
    }
  }

  /** Fetches glue and wasm together; the wasm is compiled while it arrives. */
  async function fromNetwork(stocked) {
    // In a sandboxed frame a script has no address of its own to start from; the page has.
    const glueAt = new URL(BUILD.glue, document.baseURI).href;
    const [glue, response] = await Promise.all([import(glueAt), asked(BUILD.wasm)]);
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

  /** The bytes behind base64 text. */
  function bytesOf(text) {
    return Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
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
