// Words and what is behind them: the contrast that an eye meets, measured where the letters really are.
import { contrast, read } from "./pixels.mjs";

/** What the letters are drawn in, one after the other: nothing, and a colour that no ground has. */
const [NOTHING, STRANGE] = ["transparent", "#f0f"];
const STRANGE_RGB = [255, 0, 255];
/** Part of a pixel that a letter fills, from which the pixel counts as the letter's. */
const FILLED = 0.5;
/** Part of a word's pixels that may have less contrast: what the finest strokes leave. */
const STRAY = 0.02;

/** Runs in the page: draws all letters in one colour, or again in their own. */
function draw(colour) {
  window.drawn ??= new CSSStyleSheet();
  // Built in a script, which the page's policy allows; a style element it would refuse.
  if (!document.adoptedStyleSheets.includes(window.drawn)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.drawn];
  window.drawn.replaceSync(
    colour &&
      `* { transition: none !important; color: ${colour} !important; -webkit-text-fill-color: ${colour} !important; text-decoration-color: transparent !important; caret-color: transparent !important; }`,
  );
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

/** Runs in the page: every piece of text, where it is, and its colour; what cannot be used needs no contrast. */
function words() {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const colour = (css) => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = css;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  // Words for ears only are cut to nothing.
  const heard = (element) => element !== null && (getComputedStyle(element).clipPath === "inset(50%)" || heard(element.parentElement));
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest("#boot, :disabled") && !heard(element);
  /** What of a box is not hidden by the parts around it, as left, top, right, bottom. */
  const within = (element, { left, top, right, bottom }) => {
    let box = [left, top, right, bottom];
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      if (overflowX !== "visible") box = [Math.max(box[0], edge.left), box[1], Math.min(box[2], edge.right), box[3]];
      if (overflowY !== "visible") box = [box[0], Math.max(box[1], edge.top), box[2], Math.min(box[3], edge.bottom)];
    }
    return box;
  };
  const found = [];
  const note = (element, text, boxes) => {
    let opacity = 1;
    for (let one = element; one; one = one.parentElement) opacity *= Number(getComputedStyle(one).opacity);
    const [red, green, blue, alpha] = colour(getComputedStyle(element).color);
    const name = `${element.localName}${typeof element.className === "string" && element.className ? `.${element.className.split(" ")[0]}` : ""} “${text.trim().slice(0, 20)}”`;
    found.push({ name, ink: [red, green, blue], opacity: (opacity * alpha) / 255, boxes: boxes.map((box) => within(element, box)) });
  };
  // A card lies over all, and is read alone.
  const root = document.querySelector("dialog[open]") ?? document.body;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("option, script, style, noscript") || !shown(element)) continue;
    range.selectNodeContents(node);
    note(element, node.data, [...range.getClientRects()]);
  }
  for (const field of root.querySelectorAll("select, input:not([type=range])")) if (shown(field)) note(field, field.value, [field.getBoundingClientRect()]);
  return found;
}

const meet = (a, b) => Math.max(a[0], b[0]) < Math.min(a[2], b[2]) && Math.max(a[1], b[1]) < Math.min(a[3], b[3]);

/**
 * The words of a page that has come to rest whose contrast is less than `least`, one line each, and how many words were
 * measured. A word that is covered or out of sight is not measured.
 */
export async function faint(page, least) {
  const all = await page.evaluate(words);
  await page.evaluate(draw, NOTHING);
  const ground = read(await page.screenshot());
  await page.evaluate(draw, STRANGE);
  const marked = read(await page.screenshot());
  await page.evaluate(draw, "");
  const found = [];
  let measured = 0;
  for (const word of all) {
    const { name, ink, opacity, boxes } = word;
    const contrasts = [];
    for (const box of boxes) {
      const [left, top, right, bottom] = box;
      // Where two words lie on each other it is not known whose letters are seen.
      const others = all.filter((other) => other !== word).flatMap((other) => other.boxes.filter((one) => meet(box, one)));
      for (let y = Math.floor(top); y < bottom; y += 1) {
        for (let x = Math.floor(left); x < right; x += 1) {
          if (!ground.holds(x, y) || others.some((other) => meet([x, y, x + 1, y + 1], other))) continue;
          const behind = ground.at(x, y);
          const filled = marked.at(x, y).map((part, index) => [Math.abs(part - behind[index]), Math.abs(STRANGE_RGB[index] - behind[index])]);
          const [drawn, most] = filled.reduce((widest, one) => (one[1] > widest[1] ? one : widest));
          if (drawn / most < FILLED * opacity) continue;
          contrasts.push(contrast(behind.map((part, index) => ink[index] * opacity + part * (1 - opacity)), behind));
        }
      }
    }
    if (contrasts.length === 0) continue;
    measured += 1;
    contrasts.sort((a, b) => a - b);
    const worst = contrasts[Math.floor(contrasts.length * STRAY)];
    if (worst < least) found.push(`${name}: ${worst.toFixed(2)}`);
  }
  return { found, measured };
}
