// A moving picture: GIF, which every slide tool plays.

import { GIFEncoder, applyPalette, quantize } from "gifenc";

/** Colours that a GIF can have; one of them says that a pixel stays as it was. */
const COLOURS = 255;
const FORMAT = "rgb565";
/** A pixel as it was before is drawn by nobody. */
const KEEPS = 1;

/** A GIF of a size, in the colours of `samples`: one palette for all pictures, so that nothing flickers between them. */
export function gif({ width, height }, samples) {
  const pixels = new Uint8ClampedArray(samples.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const sample of samples) {
    pixels.set(sample, at);
    at += sample.length;
  }
  const palette = quantize(pixels, COLOURS, { format: FORMAT });
  const stays = palette.length;
  const colours = [...palette, [0, 0, 0]];
  const encoder = GIFEncoder();
  /** What is shown, and the picture that waits until it is known how long it stays. */
  let [shown, waiting] = [null, null];

  const write = ({ indexed, ms }) => {
    const first = shown === null;
    const changed = first ? indexed : indexed.map((colour, pixel) => (colour === shown[pixel] ? stays : colour));
    encoder.writeFrame(changed, width, height, {
      palette: first ? colours : undefined,
      delay: ms,
      transparent: !first,
      transparentIndex: stays,
      dispose: KEEPS,
    });
    shown = indexed;
  };

  return {
    /** The next picture, which is seen for so many milliseconds; `null`: the same once more. */
    add(rgba, ms) {
      const indexed = rgba && applyPalette(rgba, palette, FORMAT);
      if (waiting && (!indexed || indexed.every((colour, pixel) => colour === waiting.indexed[pixel]))) {
        waiting.ms += ms;
        return;
      }
      if (waiting) write(waiting);
      waiting = { indexed, ms };
    },
    finish() {
      if (waiting) write(waiting);
      encoder.finish();
      return new Blob([encoder.bytes()], { type: "image/gif" });
    },
  };
}
