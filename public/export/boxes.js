// What is laid on the page beside the drawings, as SVG: boxes with their grounds and shadows, and words as real text.

import { colour, escaped, short } from "./drawing.js";

/** What is there for those who do not see, or not at all. */
const UNSEEN = ".unseen, [hidden], .definitions, script, style, template";
/** Pixels by which words on one line may be apart and still be one line. */
const NEAR = 1.5;

/** A box as the attributes of a rectangle. */
const placed = ([x, y, width, height], radius) => {
  const round = Math.min(radius, width / 2, height / 2);
  return ` x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"${round > 0 ? ` rx="${short(round)}"` : ""}`;
};

/** Whether figures are to be of one width. */
const isEven = (style) => style.fontVariantNumeric.includes("tabular-nums");

const filled = ([ink, alpha]) => ` fill="${ink}"${alpha < 1 ? ` fill-opacity="${short(alpha)}"` : ""}`;

/**
 * Writes boxes and words. `left` and `top` are where the picture has its corner on the page. With `apart`, words are not written but kept, for whoever
 * draws them: a picture of an SVG may be drawn before the letters in it can be used.
 */
export class Typesetter {
  constructor(page, [left, top], apart) {
    this.apart = apart ? [] : null;
    this.page = page;
    this.view = page.defaultView;
    this.corner = [left, top];
    /** Letters by weight and family. */
    this.written = new Map();
    this.blurs = new Set();
    this.clips = [];
    this.pen = page.createElement("canvas").getContext("2d");
  }

  boxOf(element) {
    const box = element.getBoundingClientRect();
    return [box.left - this.corner[0], box.top - this.corner[1], box.width, box.height];
  }

  /** An element with all that is in it; `drawn` writes what is no box. */
  element(element, drawn) {
    if (element.matches(UNSEEN)) return "";
    const special = drawn(element);
    if (special !== null) return special;
    const style = this.view.getComputedStyle(element);
    if (style.display === "none" || style.opacity === "0") return "";
    const box = this.boxOf(element);
    const ground = style.visibility === "hidden" ? "" : this.ground(element, style, box);
    let inner = [...element.children].map((child) => this.element(child, drawn)).join("");
    if (style.visibility !== "hidden") inner += this.words(element);
    if (inner && style.overflowX !== "visible" && style.display !== "inline") {
      const id = `n-clip-${this.clips.length}`;
      this.clips.push(`<clipPath id="${id}"><rect${placed(box, parseFloat(style.borderTopLeftRadius))}/></clipPath>`);
      inner = `<g clip-path="url(#${id})">${inner}</g>`;
    }
    const all = ground + inner;
    return all && style.opacity !== "1" ? `<g opacity="${style.opacity}">${all}</g>` : all;
  }

  /** Shadows, ground and edge of a box. */
  ground(element, style, box) {
    if (box[2] < 0.5 || box[3] < 0.5) return "";
    const radius = parseFloat(style.borderTopLeftRadius) * (style.borderTopLeftRadius.endsWith("%") ? box[2] / 100 : 1);
    let written = this.shadows(style.boxShadow, box, radius);
    const ground = colour(style.backgroundColor);
    const own = ornament(element, style, box);
    if (ground?.[1] > 0) written += `<rect${placed(box, radius)}${filled(ground)}/>`;
    written += own;
    const edge = parseFloat(style.borderTopWidth);
    const ink = colour(style.borderTopColor);
    if (edge > 0 && style.borderTopStyle !== "none" && ink?.[1] > 0) {
      const within = [box[0] + edge / 2, box[1] + edge / 2, box[2] - edge, box[3] - edge];
      written += `<rect${placed(within, radius - edge / 2)} fill="none" stroke="${ink[0]}" stroke-width="${short(edge)}"/>`;
    }
    return written;
  }

  shadows(text, [x, y, width, height], radius) {
    if (text === "none") return "";
    const shadows = text.split(/,(?![^(]*\))/).filter((shadow) => !shadow.includes("inset"));
    return shadows
      .reverse()
      .map((shadow) => {
        const ink = colour(shadow.trim());
        const [right, down, blur, spread] = shadow.replace(/rgba?\([^)]*\)/, "").trim().split(/\s+/).map(parseFloat);
        if (!ink || ink[1] === 0) return "";
        const box = [x + right - spread, y + down - spread, width + 2 * spread, height + 2 * spread];
        if (blur > 0) this.blurs.add(blur);
        return `<rect${placed(box, radius + spread)}${filled(ink)}${blur > 0 ? ` filter="url(#n-blur-${blur})"` : ""}/>`;
      })
      .join("");
  }

  /** The words that stand in an element itself or in what is inline in it, written by the block that lays them. */
  words(element) {
    const style = this.view.getComputedStyle(element);
    if (style.display === "inline") return "";
    const lines = [];
    for (const run of this.runs(element)) {
      const last = lines.at(-1);
      const end = last?.at(-1);
      if (end && Math.abs(end.baseline - run.baseline) < NEAR && Math.abs(end.right - run.left) < NEAR) last.push(run);
      else lines.push([run]);
    }
    return lines.map((line) => this.line(line)).join("");
  }

  /** Pieces of text of one style on one line each. */
  *runs(element) {
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) yield* this.pieces(node);
      else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(UNSEEN)) {
        const style = this.view.getComputedStyle(node);
        if (style.display === "inline" && style.visibility !== "hidden") yield* this.runs(node);
      }
    }
  }

  *pieces(node) {
    const text = node.data;
    const range = this.page.createRange();
    const style = this.view.getComputedStyle(node.parentElement);
    let piece = null;
    for (let at = 0; at < text.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      // A letter at the end of a line may have a box there and one of no width on the next.
      const box = [...range.getClientRects()].find(({ width }) => width > 0);
      if (!box) continue;
      const letter = /\s/.test(text[at]) ? " " : text[at];
      if (piece && Math.abs(piece.top - box.top) < NEAR) {
        piece.text += letter;
        piece.middles.push((box.left + box.right) / 2 - this.corner[0]);
        piece.right = box.right - this.corner[0];
        continue;
      }
      if (piece) yield this.finished(piece, style);
      const [left, right] = [box.left - this.corner[0], box.right - this.corner[0]];
      piece = { text: letter, middles: [(left + right) / 2], left, right, top: box.top, height: box.height };
    }
    if (piece) yield this.finished(piece, style);
  }

  finished(piece, style) {
    this.pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = this.pen.measureText(piece.text);
    const baseline = piece.top - this.corner[1] + (piece.height * up) / (up + down);
    const families = style.fontFamily.split(",").map((family) => family.trim().replaceAll('"', ""));
    for (const family of families) {
      const key = `${style.fontWeight} ${family}`;
      const letters = this.written.get(key) ?? new Set();
      for (const letter of piece.text) letters.add(letter);
      this.written.set(key, letters);
    }
    return { ...piece, baseline, style, families: families.filter((family) => family !== "Naru near") };
  }

  /** One line: one text, so that letters of another width do not run into each other. */
  line(runs) {
    // White space at the ends is not seen; at the beginning a browser gives it no room.
    runs[0].text = runs[0].text.trimStart();
    runs.at(-1).text = runs.at(-1).text.replace(/ +$/, "");
    if (runs.every(({ text }) => text === "")) return "";
    const underlines = runs.map((run) => this.underline(run)).join("");
    if (this.apart) {
      for (const run of runs) this.keep(run);
      return underlines;
    }
    const [first] = runs;
    const spans = runs.filter(({ text }) => text !== "").map((run) => `<tspan${this.said(run, first)}>${escaped(run.text)}</tspan>`);
    const whole = spans.length === 1 && this.said(runs.find(({ text }) => text !== ""), first) === "";
    const words = whole ? escaped(runs.find(({ text }) => text !== "").text) : spans.join("");
    const family = first.families.map((name) => (/^[a-z-]+$/.test(name) ? name : `'${name}'`)).join(", ");
    const at = ` x="${short(first.left)}" y="${short(first.baseline)}" font-family="${escaped(family)}" font-size="${short(parseFloat(first.style.fontSize))}"`;
    const look = ` font-weight="${first.style.fontWeight}"${filled(colour(first.style.color))}`;
    return `<text${at}${look} xml:space="preserve">${words}</text>${underlines}`;
  }

  /** Keeps words for a pen. One has no figures of one width: those are drawn one by one, in the middle of their places. */
  keep({ text, middles, left, baseline, style }) {
    const look = { baseline, font: `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`, colour: style.color };
    if (isEven(style)) this.apart.push(...[...text].map((letter, place) => ({ ...look, text: letter, middle: middles[place] })));
    else this.apart.push({ ...look, text, left });
  }

  said(run, first) {
    const differs = (name) => run.style[name] !== first.style[name];
    return (
      (differs("fontWeight") ? ` font-weight="${run.style.fontWeight}"` : "") +
      (differs("color") ? filled(colour(run.style.color)) : "") +
      (differs("fontSize") ? ` font-size="${short(parseFloat(run.style.fontSize))}"` : "") +
      (isEven(run.style) ? ' style="font-variant-numeric:tabular-nums"' : "")
    );
  }

  /** A line below words that lead somewhere; dots are dots. */
  underline({ text, style, left, right, baseline }) {
    if (!style.textDecorationLine.includes("underline") || !text.trim()) return "";
    const thick = parseFloat(style.textDecorationThickness) || 1;
    const y = baseline + (parseFloat(style.textUnderlineOffset) || 0) + thick / 2;
    const dots = style.textDecorationStyle === "dotted" ? ` stroke-linecap="round" stroke-dasharray="0 ${short(2 * thick)}"` : "";
    return `<path d="M${short(left + thick / 2)} ${short(y)}H${short(right)}" stroke="${colour(style.textDecorationColor)?.[0]}" stroke-width="${short(thick)}"${dots}/>`;
  }

  /** Blurs and clips that were needed. */
  definitions() {
    const blurs = [...this.blurs].map(
      (blur) => `<filter id="n-blur-${blur}" x="-50%" y="-100%" width="200%" height="300%"><feGaussianBlur stdDeviation="${short(blur / 2)}"/></filter>`,
    );
    return blurs.join("") + this.clips.join("");
  }
}

/** Grounds that the style sheet paints with gradients: the marks of old, new and failed, as on the flags. */
function ornament(element, style, [x, y, width, height]) {
  const ink = (name) => colourOf(element, name);
  const bar = (top, high, name) => `<rect x="${short(x + 1)}" y="${short(y + top)}" width="${short(width - 2)}" height="${high}" fill="${ink(name)}"/>`;
  const [middle, centre] = [x + width / 2, y + height / 2];
  if (element.matches(".key--old")) return bar(3, 2, "--slip-old") + bar(8, 2, "--slip-old");
  if (element.matches(".key--new")) return `<circle cx="${short(middle)}" cy="${short(centre)}" r="3.4" fill="${ink("--slip-new")}"/>`;
  if (element.matches(".key--failed")) {
    const [a, b] = [x + 1, y + 1];
    const [c, d] = [x + width - 1, y + height - 1];
    const square = `<rect x="${short(a)}" y="${short(b)}" width="${short(width - 2)}" height="${short(height - 2)}" fill="${ink("--slip-failed")}"/>`;
    return `${square}<path d="M${short(a)} ${short(b)}L${short(c)} ${short(d)}M${short(c)} ${short(b)}L${short(a)} ${short(d)}" fill="none" stroke="${ink("--slip-mark")}" stroke-width="2"/>`;
  }
  const across = (top, high, name) => `<rect x="${short(x)}" y="${short(y + top)}" width="${short(width)}" height="${short(high)}" fill="${ink(name)}"/>`;
  if (element.matches(".share__old")) return across(0, height, "--old") + across(3, 2, "--slip-paper") + across(7, 2, "--slip-paper");
  if (element.matches(".share__new")) {
    const dots = Array.from({ length: Math.ceil(width / 12) }, (_, dot) => x + 6 + 12 * dot).filter((at) => at < x + width);
    return across(0, height, "--new") + dots.map((at) => `<circle cx="${short(at)}" cy="${short(centre)}" r="2.6" fill="${ink("--slip-paper")}"/>`).join("");
  }
  return "";
}

/** A token's colour. */
function colourOf(element, name) {
  return element.ownerDocument.defaultView.getComputedStyle(element).getPropertyValue(name).trim();
}
