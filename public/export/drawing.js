// Drawings of the page as SVG that stands alone: every style becomes an attribute, every <use> a copy, so that programs that know
// neither the page's style sheets nor its tokens show the same.

const SVG = "http://www.w3.org/2000/svg";

/** What a shape is, as it was written. */
const GEOMETRY = ["d", "x", "y", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "x1", "y1", "x2", "y2"];
/** What only paint servers and clips have. */
const SERVERS = ["gradientUnits", "gradientTransform", "spreadMethod", "fx", "fy", "offset", "patternUnits", "patternTransform", "patternContentUnits", "clipPathUnits", "viewBox"];
/** Styles that a shape takes from the one around it unless it says otherwise, with what they are at first. */
const INHERITED = {
  "fill-rule": "nonzero",
  "stroke-width": "1px",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-dasharray": "none",
  "stroke-dashoffset": "0px",
  "clip-rule": "nonzero",
};
/** How a shape is painted before anything is said. */
const FIRST = { ...INHERITED, fill: "#000000", "fill-opacity": 1, stroke: "none", "stroke-opacity": 1 };
/** CSS pixels around a shape's box that its stroke may cover. */
const AROUND = 24;

/** A number with as many digits as are seen. */
export const short = (number) => String(Math.round(number * 1000) / 1000);

/** Text as it may stand in markup. */
export const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** A computed colour as `[#rrggbb, alpha]`; null where it is none. */
export function colour(text) {
  const parts = text.match(/^rgba?\(([^)]*)\)/)?.[1].split(/[\s,/]+/).map(Number);
  if (!parts) return null;
  const hex = parts.slice(0, 3).map((part) => Math.round(part).toString(16).padStart(2, "0"));
  return [`#${hex.join("")}`, parts[3] ?? 1];
}

/**
 * Puts copies in place of all <use> below `root`: a style sheet sees into a copy, and so does `getComputedStyle`. The tree must be the
 * exporter's own, for its drawings are changed.
 */
export function unfold(root) {
  for (let uses = [...root.querySelectorAll(".planes use")]; uses.length > 0; uses = [...root.querySelectorAll(".planes use")]) {
    for (const use of uses) use.replaceWith(copyOf(use));
  }
}

function copyOf(use) {
  const page = use.ownerDocument;
  const around = page.createElementNS(SVG, "g");
  for (const { name, value } of use.attributes) {
    if (!["href", "x", "y"].includes(name)) around.setAttribute(name, value);
  }
  const drawn = page.getElementById(use.getAttribute("href").slice(1))?.cloneNode(true);
  if (!drawn) return around;
  drawn.removeAttribute("id");
  const [x, y] = ["x", "y"].map((name) => Number(use.getAttribute(name) ?? 0));
  if (x === 0 && y === 0) {
    around.append(drawn);
  } else {
    const moved = page.createElementNS(SVG, "g");
    moved.setAttribute("transform", `translate(${x} ${y})`);
    moved.append(drawn);
    around.append(moved);
  }
  return around;
}

/** Writes drawings, and remembers which paint servers and clips they need. */
export class Draughtsman {
  /** `sight`: the part of the page (left, top, right, bottom) outside of which nothing needs to be written; null: all is. */
  constructor(page, sight = null) {
    this.page = page;
    this.view = page.defaultView;
    this.sight = sight;
    this.needed = new Set();
  }

  /** The children of an element. */
  inside(element) {
    return [...element.children].map((child) => this.shape(child, FIRST)).join("");
  }

  /** A shape or a group, within one that is painted as `around` says. */
  shape(element, around) {
    const name = element.localName;
    if (["defs", "symbol", "style", "title", "clipPath", "linearGradient", "radialGradient", "pattern"].includes(name)) return "";
    const style = this.view.getComputedStyle(element);
    if (style.display === "none" || style.opacity === "0" || !this.isSeen(element)) return "";
    const { said, paint } = this.paint(style, around);
    const group = name === "g" || name === "svg";
    const inner = group ? [...element.children].map((child) => this.shape(child, paint)).join("") : "";
    if (group && inner === "") return "";
    if (!group && paint.fill === "none" && paint.stroke === "none") return "";
    const given = group ? "" : this.attributes(element, GEOMETRY);
    const attributes = given + said + this.own(element, style);
    if (group && attributes === "") return inner;
    return group ? `<g${attributes}>${inner}</g>` : `<${name}${attributes}/>`;
  }

  isSeen(element) {
    if (!this.sight) return true;
    const box = element.getBoundingClientRect();
    const [left, top, right, bottom] = this.sight;
    return box.right > left - AROUND && box.left < right + AROUND && box.bottom > top - AROUND && box.top < bottom + AROUND;
  }

  attributes(element, names) {
    return names.filter((name) => element.hasAttribute(name)).map((name) => ` ${name}="${escaped(element.getAttribute(name))}"`).join("");
  }

  /** How it is painted, and what of it must be said here. */
  paint(style, around) {
    const paint = {};
    for (const name of Object.keys(INHERITED)) paint[name] = style.getPropertyValue(name);
    for (const name of ["fill", "stroke"]) {
      const [ink, opacity] = this.ink(style.getPropertyValue(name));
      paint[name] = ink;
      paint[`${name}-opacity`] = opacity * Number(style.getPropertyValue(`${name}-opacity`));
    }
    const said = Object.keys(paint).filter((name) => paint[name] !== around[name]);
    return { paint, said: said.map((name) => ` ${name}="${this.plain(paint[name])}"`).join("") };
  }

  /** A paint: a colour and how much of it, or a paint server, which is needed then. */
  ink(text) {
    const server = text.match(/^url\("?#([^")]*)"?\)/)?.[1];
    if (server) {
      this.needed.add(server);
      return [`url(#${server})`, 1];
    }
    return colour(text) ?? ["none", 1];
  }

  plain(value) {
    return typeof value === "number" ? short(value) : value.replaceAll("px", "").replaceAll(", ", " ");
  }

  /** What a shape has for itself: its transform, opacity and clip. */
  own(element, style) {
    const opacity = style.opacity === "1" ? "" : ` opacity="${short(Number(style.opacity))}"`;
    const clip = style.clipPath.match(/^url\("?#([^")]*)"?\)/)?.[1];
    if (clip) this.needed.add(clip);
    return this.transform(element, style) + opacity + (clip ? ` clip-path="url(#${clip})"` : "");
  }

  transform(element, style) {
    const matrix = style.transform.match(/^matrix\(([^)]*)\)/)?.[1].split(", ").map(Number);
    if (!matrix) return "";
    // A transform of a style has an origin; one that is written as an attribute has none.
    let [x, y] = style.transformOrigin.split(" ").map(parseFloat);
    if (style.transformBox === "fill-box") {
      const box = element.getBBox();
      [x, y] = [x + box.x, y + box.y];
    }
    const [a, b, c, d, e, f] = matrix;
    const moved = [a, b, c, d, e + x - a * x - c * y, f + y - b * x - d * y].map(short);
    if (moved.join(" ") === "1 0 0 1 0 0") return "";
    const still = moved.slice(0, 4).join(" ") === "1 0 0 1";
    return still ? ` transform="translate(${moved[4]} ${moved[5]})"` : ` transform="matrix(${moved.join(" ")})"`;
  }

  /** The paint servers and clips that were needed, as definitions. */
  definitions() {
    let written = "";
    // What a pattern holds may need more of them; a set that grows is gone through to its end.
    for (const id of this.needed) {
      const element = this.page.getElementById(id);
      if (element) written += this.definition(element);
    }
    return written;
  }

  definition(element) {
    const name = element.localName;
    const stop = (child) => {
      const style = this.view.getComputedStyle(child);
      const [ink, alpha] = colour(style.stopColor) ?? ["#000000", 1];
      return `<stop${this.attributes(child, ["offset"])} stop-color="${ink}" stop-opacity="${short(alpha * Number(style.stopOpacity))}"/>`;
    };
    const sight = this.sight;
    // What is drawn elsewhere than where it is seen.
    this.sight = null;
    const inner = [...element.children].map((child) => (child.localName === "stop" ? stop(child) : this.shape(child, FIRST))).join("");
    this.sight = sight;
    return `<${name} id="${element.id}"${this.attributes(element, [...GEOMETRY, ...SERVERS, "transform"])}>${inner}</${name}>`;
  }
}
