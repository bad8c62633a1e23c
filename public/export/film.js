// A film: MP4 where the browser can write H.264, else WebM.

import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, QUALITY_HIGH, WebMOutputFormat, getFirstEncodableVideoCodec } from "mediabunny";

const SECOND_MS = 1000;
/** Seconds from one picture that stands alone to the next: a player can begin there. */
const KEY_SECONDS = 4;

/** A film of what is on a canvas; null where the browser can write none of that size. */
export async function film(canvas, every) {
  const { width, height } = canvas;
  const asked = { width, height };
  const mp4 = await getFirstEncodableVideoCodec(["avc"], asked);
  const codec = mp4 ?? (await getFirstEncodableVideoCodec(["vp9", "vp8"], asked));
  if (!codec) return null;
  const target = new BufferTarget();
  const output = new Output({ format: mp4 ? new Mp4OutputFormat({ fastStart: "in-memory" }) : new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH, keyFrameInterval: KEY_SECONDS, latencyMode: "quality" });
  output.addVideoTrack(source, { frameRate: SECOND_MS / every });
  await output.start();
  let number = 0;
  return {
    ending: mp4 ? "mp4" : "webm",
    /** What is on the canvas now is the next picture. */
    async add() {
      await source.add((number * every) / SECOND_MS, every / SECOND_MS);
      number += 1;
    },
    async finish() {
      await output.finalize();
      return new Blob([target.buffer], { type: mp4 ? "video/mp4" : "video/webm" });
    },
    cancel: () => output.cancel(),
  };
}
