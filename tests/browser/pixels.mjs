// Pictures as numbers: reading what the browser shows, and how far colours are apart to an eye.
import { inflateSync } from "node:zlib";

/** Bytes before the first chunk of a PNG, and around the data of each: its length and name before, its check after. */
const [SIGNATURE, BEFORE, AFTER] = [8, 8, 4];

/** What each filter of a PNG's line guesses a byte to be, from those to the left, above, and above left. */
const GUESSES = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  (left, above, corner) => {
    const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
    return a <= b && a <= c ? left : b <= c ? above : corner;
  },
];

/**
 * Reads a PNG as the browser writes its screenshots (8 bits, not interlaced): `width`, `height`, `holds(x, y)` and `at(x, y)`, the
 * red, green and blue (0 to 255) of a pixel. Pixels are counted from where the picture has its corner, if it is a part.
 */
export function read(png, [left, top] = [0, 0]) {
  const parts = [];
  for (let at = SIGNATURE; at < png.length; at += BEFORE + png.readUInt32BE(at) + AFTER) {
    if (png.toString("latin1", at + 4, at + BEFORE) === "IDAT") parts.push(png.subarray(at + BEFORE, at + BEFORE + png.readUInt32BE(at)));
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bytes = png[25] === 6 ? 4 : 3;
  const line = width * bytes;
  const raw = inflateSync(Buffer.concat(parts));
  const data = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1) {
    const guess = GUESSES[raw[y * (line + 1)]];
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const before = x < bytes ? 0 : data[at - bytes];
      const above = y === 0 ? 0 : data[at - line];
      const corner = x < bytes || y === 0 ? 0 : data[at - line - bytes];
      data[at] = raw[y * (line + 1) + 1 + x] + guess(before, above, corner);
    }
  }
  return {
    width,
    height,
    holds: (x, y) => x >= left && y >= top && x < left + width && y < top + height,
    at(x, y) {
      const at = (y - top) * line + (x - left) * bytes;
      return [data[at], data[at + 1], data[at + 2]];
    },
  };
}

const linear = (part) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);

/** The relative luminance of a colour, 0 to 1, as WCAG defines it. */
export const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** The contrast of two colours, 1 to 21, as WCAG defines it. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour in CIE Lab (D65), in which equal distances look about equally large. */
export function lab([red, green, blue]) {
  const [r, g, b] = [linear(red), linear(green), linear(blue)];
  const root = (t) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 3132 + 4 / 29);
  const x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far two colours are apart to an eye (CIE 1976): 2.3 is the least that is noticed, 100 is black to white. */
export const distance = (one, other) => Math.hypot(...lab(one).map((part, index) => part - lab(other)[index]));

/** Lightness (0 to 100) between the dark and the light parts of a mark below which it is taken to be of one tone. */
const ONE_TONE = 12;

/**
 * A piece of a picture: `box` in its pixels (left, top, width, height), which of them belong to what is meant, counted from the
 * box's own corner, and by how many pixels it may lie elsewhere than its like.
 */
export function cut(picture, [left, top, width, height], { inside = () => true, loose = 0 } = {}) {
  const [x0, y0] = [Math.round(left), Math.round(top)];
  return {
    width: Math.round(width),
    height: Math.round(height),
    loose,
    at: (x, y) => picture.at(x0 + x, y0 + y),
    inside: (x, y) => picture.holds(x0 + x, y0 + y) && inside(x, y),
  };
}

/** Of each pixel: 0 outside, 1 dark, 2 light. How bright the mark is as a whole makes no difference. */
function tones({ width, height, at, inside }) {
  const light = new Float32Array(width * height).fill(NaN);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (inside(x, y)) light[y * width + x] = lab(at(x, y))[0];
  }
  const sorted = light.filter((value) => !Number.isNaN(value)).sort();
  const [dark, bright] = [sorted[Math.floor(sorted.length * 0.1)], sorted[Math.floor(sorted.length * 0.9)]];
  const flat = !(bright - dark > ONE_TONE);
  return Uint8Array.from(light, (value) => (Number.isNaN(value) ? 0 : flat || value < (dark + bright) / 2 ? 1 : 2));
}

/** What lies under each pixel of a mark when another of its size is laid on it, moved by `dx`, `dy`; calls `each` for all that either has. */
function lay(one, other, { width, height }, dx, dy, each) {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [x1, y1] = [x + dx, y + dy];
      const twin = x1 < 0 || y1 < 0 || x1 >= width || y1 >= height ? 0 : other[y1 * width + x1];
      if (one[y * width + x] + twin > 0) each(one[y * width + x], twin, x, y);
    }
  }
}

/**
 * How two marks of the same size differ where they fit best, over all pixels that belong to either: the part of them that is
 * clearly of another colour (by `clearly`), and the part that is dark in one and light in the other, or there in one only, when
 * each is measured by its own tones: colour and brightness are taken away, and what remains is shape. `pixels` is how many were
 * compared.
 */
export function compare(one, other, clearly) {
  const [a, b] = [tones(one), tones(other)];
  let best = { pixels: 0, shape: Infinity, dx: 0, dy: 0 };
  for (let dy = -one.loose; dy <= one.loose; dy += 1) {
    for (let dx = -one.loose; dx <= one.loose; dx += 1) {
      let [pixels, different] = [0, 0];
      lay(a, b, one, dx, dy, (tone, twin) => {
        pixels += 1;
        if (tone !== twin) different += 1;
      });
      if (different / pixels < best.shape) best = { pixels, shape: different / pixels, dx, dy };
    }
  }
  const { pixels, shape, dx, dy } = best;
  let coloured = 0;
  lay(a, b, one, dx, dy, (tone, twin, x, y) => {
    if (tone === 0 || twin === 0 || distance(one.at(x, y), other.at(x + dx, y + dy)) >= clearly) coloured += 1;
  });
  return { pixels, colour: coloured / pixels, shape };
}
