// The two versions as they are seen: where their boats, flags and slips are on the screen.
import { cut, read } from "./pixels.mjs";

/** Parts of a boat in its own units: left, top, width, height from the middle of its waterline; from near and from afar. */
const PARTS = {
  boat: [-160, -113, 292, 150],
  hull: [-112, -24, 242, 46],
  flag: [-158, -113, 74, 52],
  pennant: [10, -110, 82, 46],
};

/** Boat units by which the flag of one kind may fly elsewhere than that of another. */
const LOOSE = 5;

/** How eyes see. */
export const EYES = ["none", "protanopia", "deuteranopia", "tritanopia", "achromatopsia"];

/** The boats of a kind, from near and from afar. */
export const boats = (page, kind) => page.locator(`:is([data-kind-shown=${kind}], g:has(> use[href="#n-far-${kind}"])):not([display=none])`);

/** A picture of a part of the page; its pixels are counted from the page's corner. */
async function shot(page, part = ".stage") {
  const { x, y, width, height } = await page.locator(part).first().boundingBox();
  const fine = await page.evaluate(() => devicePixelRatio);
  // On whole pixels, so that none of them is mixed anew.
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const clip = { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
  return read(await page.screenshot({ clip }), [left * fine, top * fine]);
}

/** Takes a picture of a part of the page, as every kind of eye sees it. */
export async function seenByAll(page, part) {
  const session = await page.context().newCDPSession(page);
  const pictures = {};
  for (const type of EYES) {
    await session.send("Emulation.setEmulatedVisionDeficiency", { type });
    pictures[type] = await shot(page, part);
  }
  await session.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
  return pictures;
}

/** Hides or shows elements, and waits until that is painted. */
const hide = (elements, hidden) =>
  elements.evaluateAll(async (all, hidden) => {
    for (const element of all) element.style.visibility = hidden ? "hidden" : "";
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, hidden);

/** Where a boat is: the middle of its waterline and the length of its unit, in pixels of the screen. */
const berth = (boat) =>
  boat.evaluate((boat) => {
    const { a, e, f } = boat.getScreenCTM();
    return { x: e * devicePixelRatio, y: f * devicePixelRatio, unit: a * devicePixelRatio };
  });

/** Which pixels of a picture belong to an element: those that change when it is hidden. */
async function belonging(page, element, picture) {
  await hide(element, true);
  const without = await shot(page);
  await hide(element, false);
  return (x, y) => without.holds(x, y) && picture.at(x, y).some((part, index) => Math.abs(part - without.at(x, y)[index]) > 2);
}

/** A piece of each picture, as every kind of eye sees it. */
const cutAll = (pictures, box, belongs, loose) => {
  const [left, top] = box.map(Math.round);
  const inside = (x, y) => belongs(left + x, top + y);
  return Object.fromEntries(EYES.map((eyes) => [eyes, cut(pictures[eyes], box, { inside, loose })]));
};

/** A boat's parts, cut out of each picture. */
export async function boatParts(page, boat, pictures) {
  const { x, y, unit } = await berth(boat);
  const belongs = await belonging(page, boat, pictures.none);
  const part = ([name, [left, top, width, height]]) => {
    const box = [x + left * unit, y + top * unit, width * unit, height * unit];
    return [name, cutAll(pictures, box, belongs, name === "flag" ? Math.round(LOOSE * unit) : 0)];
  };
  return Object.fromEntries(Object.entries(PARTS).map(part));
}

/** Two parts of the drawing, cut out of each picture at the same size. */
export async function twoParts(page, pictures, names) {
  const parts = names.map((name) => page.locator(`[data-part="${name}"]`).first());
  const fine = await page.evaluate(() => devicePixelRatio);
  const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
  const [width, height] = ["width", "height"].map((side) => Math.max(...boxes.map((box) => box[side])) * fine);
  const marks = [];
  for (const [index, part] of parts.entries()) {
    marks.push(cutAll(pictures, [boxes[index].x * fine, boxes[index].y * fine, width, height], await belonging(page, part, pictures.none), 1));
  }
  return marks;
}

/** An element as every kind of eye sees it. */
export async function cutOut(element, pictures) {
  const fine = await element.evaluate(() => devicePixelRatio);
  const { x, y, width, height } = await element.boundingBox();
  const box = [x, y, width, height].map((side) => side * fine);
  return Object.fromEntries(EYES.map((eyes) => [eyes, cut(pictures[eyes], box)]));
}

/** Part of a slip on each side that is its edge. */
const EDGE = 0.16;

/** Slips that are seen alone, what is printed on them drawn over each other to one mark of this size, as every kind of eye sees it. */
export async function slips(page, [width, height]) {
  const rest = page.locator(".stage svg, .stage .signs, .legend");
  await hide(rest, true);
  const pictures = await seenByAll(page);
  const found = await page.locator(".stage canvas").first().evaluate(alone);
  await hide(rest, false);
  const along = (part) => EDGE + part * (1 - 2 * EDGE);
  const mark = (picture) => ({
    width,
    height,
    loose: 1,
    inside: () => true,
    at(x, y) {
      const sum = [0, 0, 0];
      for (const [left, top, wide, high] of found) {
        const colour = picture.at(Math.floor(left + along((x + 0.5) / width) * wide), Math.floor(top + along((y + 0.5) / height) * high));
        colour.forEach((part, index) => (sum[index] += part / found.length));
      }
      return sum;
    },
  });
  return { count: found.length, ...Object.fromEntries(EYES.map((eyes) => [eyes, mark(pictures[eyes])])) };
}

/** Runs in the page: the boxes of slips on a canvas that touch no other, in pixels of the screen. */
function alone(canvas) {
  /** Most slips lie alone; what is larger or smaller than those by this part is several, or cut. */
  const UNLIKE = 0.12;
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const seen = new Uint8Array(width * height);
  const found = [];
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] || data[start * 4 + 3] < 128) continue;
    const [edge, pile] = [[width, height, 0, 0], [start]];
    let area = 0;
    seen[start] = 1;
    while (pile.length) {
      const at = pile.pop();
      const [x, y] = [at % width, Math.floor(at / width)];
      area += 1;
      [edge[0], edge[1], edge[2], edge[3]] = [Math.min(edge[0], x), Math.min(edge[1], y), Math.max(edge[2], x + 1), Math.max(edge[3], y + 1)];
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (next < 0 || next >= seen.length || seen[next] || data[next * 4 + 3] < 128) continue;
        seen[next] = 1;
        pile.push(next);
      }
    }
    found.push({ area, edge });
  }
  const box = canvas.getBoundingClientRect();
  const scale = (box.width / width) * devicePixelRatio;
  const usual = found.map(({ area }) => area).sort((a, b) => a - b)[Math.floor(found.length / 2)];
  return found
    .filter(({ area }) => Math.abs(area - usual) <= usual * UNLIKE)
    .map(({ edge: [left, top, right, bottom] }) => [box.left * devicePixelRatio + left * scale, box.top * devicePixelRatio + top * scale, (right - left) * scale, (bottom - top) * scale]);
}
