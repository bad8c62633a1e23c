// Flicker: how often places of a film grow lighter and darker.
import { luminance, read } from "./pixels.mjs";

/** What WCAG calls a flash: a pair of opposing changes of a tenth of the brightest, the darker one below four fifths of it. */
const CHANGE = 0.1;
const BRIGHT = 0.8;
/** Changes in a second that make three flashes. */
export const MOST_CHANGES = 6;
/** How a picture is divided: CSS pixels of a block, and how many of these are skipped from one that is read to the next. */
const BLOCK = 24;
const SKIP = 2;
/** A quarter of 341 x 256 CSS pixels, the area that WCAG allows to flash, in blocks. */
export const MOST_BLOCKS = Math.floor((341 * 256) / 4 / BLOCK ** 2);

/** The luminance of each block of a picture. */
function blocks(png) {
  const picture = read(png);
  const across = Math.floor(picture.width / BLOCK);
  const down = Math.floor(picture.height / BLOCK);
  return Array.from({ length: across * down }, (_, index) => {
    const [left, top] = [(index % across) * BLOCK, Math.floor(index / across) * BLOCK];
    let [sum, count] = [0, 0];
    for (let y = top; y < top + BLOCK; y += SKIP) {
      for (let x = left; x < left + BLOCK; x += SKIP) {
        sum += luminance(picture.at(x, y));
        count += 1;
      }
    }
    return { place: `${left}, ${top}`, light: sum / count };
  });
}

/** When a brightness turned by more than a flash's part, as indices. */
function changes(values) {
  const found = [];
  // The last turning point, and how far it has gone from there, up or down.
  let [from, peak, up] = [values[0], values[0], null];
  values.forEach((value, index) => {
    if (up === null ? Math.abs(value - from) >= CHANGE : (up ? peak - value : value - peak) >= CHANGE) {
      if (Math.min(value, up === null ? from : peak) < BRIGHT) found.push(index);
      up = up === null ? value > from : !up;
      peak = value;
    } else if (up !== null) peak = up ? Math.max(peak, value) : Math.min(peak, value);
  });
  return found;
}

/**
 * The places of a film, by their left and upper edge, and the most changes that each has in any second, when `aSecond` pictures
 * are taken in one. `moved` says how far the most lively of them went from dark to light.
 */
export function flicker(pictures, aSecond) {
  const seen = pictures.map(blocks);
  const places = seen[0].map(({ place }, block) => {
    const values = seen.map((picture) => picture[block].light);
    const found = changes(values);
    const most = Math.max(0, ...found.map((first) => found.filter((other) => other >= first && other < first + aSecond).length));
    return { place, changes: most, moved: Math.max(...values) - Math.min(...values) };
  });
  return { places: places.map(({ place, changes }) => ({ place, changes })), moved: Math.max(...places.map(({ moved }) => moved)) };
}
