// A picture of what an element of the page shows, as SVG that stands alone, and as PNG.

import { Draughtsman, escaped, short, unfold } from "./drawing.js";
import { Typesetter } from "./boxes.js";
import { lettersOf } from "./letters.js";

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** Letters of pictures before, so that a film asks for them once. */
const letters = new Map();

/** An element as markup. A script that holds its end as one word could not stand within a page. */
const element = (name, inside) => `<${name}>${inside}</${name}>`;

/** A matrix as a transform. */
const matrix = ({ a, b, c, d, e, f }) => `matrix(${[a, b, c, d, e, f].map(short).join(" ")})`;

/** What is there already is not written again while a film is drawn: drawings by their names, with what changed. */
export class Painter {
  /**
   * `root` fills the picture. `orders()` gives the crowd as SVG, in stage units. A film's drawings are written whole, since its camera travels, and kept
   * until something in them changes.
   */
  constructor(root, { orders, film = false }) {
    this.root = root;
    this.page = root.ownerDocument;
    this.orders = orders;
    this.film = film;
    this.kept = new Map();
    this.watch = null;
    if (film) {
      this.watch = new MutationObserver((changes) => this.forget(changes));
      this.watch.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    }
  }

  /** The picture now, as SVG that stands alone. */
  async svg(said) {
    const { svg, typesetter } = this.written(said, false);
    const style = await this.style(typesetter.written);
    return svg(style && element("style", style));
  }

  /** The picture now, as SVG without its words, and these. */
  apart(said) {
    const { svg, typesetter } = this.written(said, true);
    return { svg: svg(""), words: typesetter.apart };
  }

  written({ title, describe, language }, apart) {
    unfold(this.root);
    this.forget(this.watch?.takeRecords() ?? []);
    const { left, top, width, height } = this.root.getBoundingClientRect();
    const sight = this.film ? null : [left, top, left + width, top + height];
    const draughtsman = new Draughtsman(this.page, sight);
    const typesetter = new Typesetter(this.page, [left, top], apart);
    const inside = typesetter.element(this.root, (element) => this.drawn(element, draughtsman, typesetter));
    const definitions = draughtsman.definitions() + typesetter.definitions();
    const svg = (style) =>
      `<svg xmlns="${SVG}" xmlns:xlink="${XLINK}" width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}" lang="${language}" role="img">` +
      element("title", escaped(title)) +
      element("desc", escaped(describe)) +
      element("defs", style + definitions) +
      `${inside}</svg>`;
    return { svg, typesetter };
  }

  async style(written) {
    const key = [...written].map(([name, set]) => name + [...set].sort().join("")).join();
    if (!letters.has(key)) letters.set(key, await lettersOf(this.page, written));
    return letters.get(key);
  }

  /** Forgets the drawings in which something changed. */
  forget(changes) {
    for (const { target } of changes) {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const drawing = element?.closest("svg");
      if (drawing) this.kept.delete(drawing);
    }
  }

  /** What is no box: drawings, and the crowd of orders. `null` for all else. */
  drawn(element, draughtsman, typesetter) {
    if (element.localName === "canvas") return this.crowd(element, typesetter);
    if (element.localName !== "svg") return null;
    if (element.classList.contains("picture--away") && !this.film) return "";
    const around = element.parentElement;
    const opacity = around.matches(".boat") ? getComputedStyle(around).opacity : "1";
    if (opacity === "0") return "";
    const inside = this.inside(element, draughtsman);
    if (inside === "") return "";
    const place = this.place(element, typesetter);
    return `<g transform="${place}"${opacity === "1" ? "" : ` opacity="${short(Number(opacity))}"`}>${inside}</g>`;
  }

  inside(element, draughtsman) {
    if (!this.film) return draughtsman.inside(element);
    const kept = this.kept.get(element);
    if (kept) {
      for (const id of kept.needed) draughtsman.needed.add(id);
      return kept.written;
    }
    const before = draughtsman.needed;
    draughtsman.needed = new Set();
    const written = draughtsman.inside(element);
    this.kept.set(element, { written, needed: draughtsman.needed });
    draughtsman.needed = new Set([...before, ...draughtsman.needed]);
    return written;
  }

  /** Where a drawing lies in the picture. */
  place(element, { corner: [left, top] }) {
    const { a, b, c, d, e, f } = element.getScreenCTM();
    return matrix({ a, b, c, d, e: e - left, f: f - top });
  }

  /** The orders, which the page has on a canvas. */
  crowd(canvas, { corner: [left, top] }) {
    const orders = this.orders();
    if (!orders) return "";
    const plane = canvas.parentElement;
    const box = plane.getBoundingClientRect();
    const { a } = new DOMMatrix(this.page.defaultView.getComputedStyle(plane).transform);
    return `<g transform="${matrix({ a, b: 0, c: 0, d: a, e: box.left - left, f: box.top - top })}">${orders}</g>`;
  }
}

/** Draws a picture and its words on all of a canvas, by its pen; it was laid `across` CSS pixels wide. */
export async function drawn({ svg, words }, pen, across) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  pen.drawImage(image, 0, 0, pen.canvas.width, pen.canvas.height);
  const size = pen.canvas.width / across;
  pen.setTransform(size, 0, 0, size, 0, 0);
  for (const { text, left, middle, baseline, font, colour } of words) {
    Object.assign(pen, { font, fillStyle: colour, textAlign: middle === undefined ? "left" : "center" });
    pen.fillText(text, middle ?? left, baseline);
  }
  pen.resetTransform();
}

/** A canvas as a file. */
export const blobOf = (canvas, type) =>
  new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error(`no ${type}`))), type));
