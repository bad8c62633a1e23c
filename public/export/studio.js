// The studio: a page of its own that nobody sees, as large as the picture is to be, in which the app sets up a stage. So a picture is
// laid as the screen of that size would be, whatever the visitor's own is.

import { Painter, blobOf, drawn } from "./picture.js";

/** Lets everything that follows a change be done. A message is a task of its own, and comes in a hidden tab, too. */
const settled = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** An empty page of a size, with the sheets of this one. */
async function page({ across, down, language, theme, text }) {
  const frame = document.createElement("iframe");
  Object.assign(frame, { className: "studio", width: across, height: down, tabIndex: -1, srcdoc: "<!doctype html><html><head></head><body></body></html>" });
  frame.setAttribute("aria-hidden", "true");
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  await loaded;
  const inside = frame.contentDocument;
  inside.documentElement.lang = language;
  // It looks as a frame in another page that has nothing to press.
  Object.assign(inside.documentElement.dataset, { theme, text, mode: "embed", controls: "none", studio: "" });
  await dress(inside);
  return { frame, inside };
}

/** Gives a page all sheets of this one, also those of parts that nobody has come to. */
async function dress(inside) {
  const absolute = (address) => new URL(address, document.baseURI).href;
  const later = Object.values(window.naruLarder.sheets ?? {}).map(absolute);
  const first = [...document.querySelectorAll('link[rel="stylesheet"]')].map(({ href }) => href).filter((href) => !later.includes(href));
  for (const style of document.querySelectorAll("style")) inside.head.append(inside.importNode(style, true));
  const { style } = window.naruLarder;
  if (style) {
    // The single file has most of its sheets packed.
    const sheet = new inside.defaultView.CSSStyleSheet();
    sheet.replaceSync(style);
    inside.adoptedStyleSheets = [sheet];
  }
  await Promise.all(
    [...first, ...later].map((href) => {
      const sheet = Object.assign(inside.createElement("link"), { rel: "stylesheet", href });
      const there = new Promise((resolve) => (sheet.onload = sheet.onerror = resolve));
      inside.head.append(sheet);
      return there;
    }),
  );
}

/** Sets up a stage, gives what photographs it to `work`, and clears it away. */
async function within(request, hooks, work) {
  const { frame, inside } = await page(request);
  try {
    hooks.mount(inside.body);
    const root = inside.body.firstElementChild;
    // It is laid with the next frame, and letters come when something was written with them.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return await work(new Camera(request, hooks, root));
  } finally {
    hooks.unmount();
    frame.remove();
  }
}

/** Forms of one picture, and forms whose pixels are looked at. */
const STILLS = ["png", "svg"];
const READ = ["gif", "moving-deck"];

/** Photographs the stage. */
class Camera {
  constructor({ form, language, width, height, across }, hooks, root) {
    this.across = across;
    this.hooks = hooks;
    this.language = language;
    this.page = root.ownerDocument;
    this.painter = new Painter(root, { orders: () => hooks.orders(root), film: !STILLS.includes(form) });
    // Drawn on one of the page whose letters are used, then copied to one of this page: libraries know no others.
    this.easel = Object.assign(this.page.createElement("canvas"), { width, height }).getContext("2d");
    this.canvas = Object.assign(document.createElement("canvas"), { width, height });
    this.pen = this.canvas.getContext("2d", { willReadFrequently: READ.includes(form) });
    this.last = null;
  }

  /** Has the stage show a picture by its number; returns what is said of it. */
  async go(number) {
    const said = this.hooks.seek(number);
    await settled();
    // Letters that these words are the first to use: asked for as soon as they are laid.
    this.painter.root.getBoundingClientRect();
    await this.page.fonts.ready;
    return { ...said, language: this.language };
  }

  /** The first picture, as SVG. */
  async svg() {
    return this.painter.svg(await this.go(0));
  }

  /** A picture on the canvas; whether it is another than before, and what is said of it. Stops where it was called off. */
  async take(number, done) {
    if (!this.hooks.passed(done)) throw new DOMException("called off", "AbortError");
    const said = await this.go(number);
    const picture = this.painter.apart(said);
    const all = picture.svg + JSON.stringify(picture.words);
    const fresh = all !== this.last;
    if (fresh) {
      await drawn(picture, this.easel, this.across);
      this.pen.drawImage(this.easel.canvas, 0, 0);
    }
    this.last = all;
    return [fresh, said];
  }

  /** What is on the canvas. */
  pixels() {
    return this.pen.getImageData(0, 0, this.canvas.width, this.canvas.height).data;
  }
}

/** Pictures of a film from which its colours are taken. */
const SAMPLES = 8;

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

/** A GIF of the pictures from `first` on, as many as `count`. */
async function moving(camera, { every, width, height }, first, count) {
  const { gif } = await import("./gif.js");
  const samples = [];
  for (let sample = 0; sample < Math.min(SAMPLES, count); sample += 1) {
    await camera.take(first + Math.floor((sample * count) / SAMPLES), first);
    samples.push(camera.pixels());
  }
  const made = gif({ width, height }, samples);
  for (let number = first; number < first + count; number += 1) {
    const [fresh] = await camera.take(number, number);
    made.add(fresh || number === first ? camera.pixels() : null, every);
  }
  return made.finish();
}

const makers = {
  svg: async (camera) => [new Blob([await camera.svg()], { type: "image/svg+xml" }), "svg"],

  async png(camera) {
    await camera.take(0, 0);
    return [await blobOf(camera.canvas, "image/png"), "png"];
  },

  gif: async (camera, request) => [await moving(camera, request, 0, sum(request.parts)), "gif"],

  async video(camera, { every, parts }) {
    const { film } = await import("./film.js");
    const made = await film(camera.canvas, every);
    if (!made) throw new DOMException("no film of this size", "NotSupportedError");
    try {
      for (let number = 0; number < sum(parts); number += 1) {
        await camera.take(number, number);
        await made.add();
      }
    } catch (error) {
      await made.cancel();
      throw error;
    }
    return [await made.finish(), made.ending];
  },

  async deck(camera, request) {
    return slides(request, async (first, count) => {
      const [, said] = await camera.take(first + count - 1, first);
      return { ...said, picture: await addressOf(await blobOf(camera.canvas, "image/png")) };
    });
  },

  async "moving-deck"(camera, request) {
    return slides(request, async (first, count) => {
      const picture = await addressOf(await moving(camera, request, first, count));
      const [, said] = await camera.take(first + count - 1, first + count - 1);
      return { ...said, picture };
    });
  },
};

/** A deck of one slide for each part of the reel. */
async function slides(request, slide) {
  const { deck } = await import("./deck.js");
  const made = [];
  let first = 0;
  for (const count of request.parts) {
    made.push(await slide(first, count));
    first += count;
  }
  return [await deck(request, made), "pptx"];
}

/** A file as a data address. */
const addressOf = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

/** Milliseconds after which the browser has long taken a file that it was given. */
const TAKEN_MS = 60_000;

/** The moment as SVG that stands alone. */
export const picture = (request, hooks) => within(request, hooks, (camera) => camera.svg());

/** Makes what is asked for and gives it to the visitor as a file; says how it is called and how many bytes it has. */
export async function make(request, hooks) {
  const [file, ending] = await within(request, hooks, (camera) => makers[request.form](camera, request));
  const name = `${request.name}.${ending}`;
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), TAKEN_MS);
  return { name, size: file.size };
}
