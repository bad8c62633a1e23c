// Makes scripts, style sheets and drawings smaller. The build sends pieces of one kind as JSON and reads them back as JSON.
import { build, transform } from "esbuild";
import { text } from "node:stream/consumers";
import { optimize } from "svgo";

/** A tenth of a stage unit is a third of a pixel where the camera comes closest. */
const DIGITS = 1;
/** Only what changes how a shape is written: parts, classes and symbols are named from elsewhere. */
const PLUGINS = [
  "removeComments",
  { name: "cleanupNumericValues", params: { floatPrecision: DIGITS } },
  { name: "convertPathData", params: { floatPrecision: DIGITS, makeArcs: false, utilizeAbsolute: false } },
  { name: "convertTransform", params: { floatPrecision: 2 } },
];

/** A script with all that it imports; what it imports later stays apart. */
async function bundled(entry, more) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    external: ["./gif.js", "./film.js", "./deck.js"],
    minify: true,
    charset: "utf8",
    target: "es2022",
    legalComments: "eof",
    write: false,
    logLevel: "error",
    ...more,
  });
  return outputFiles[0].text;
}

const makers = {
  module: (entry) => bundled(entry, { format: "esm" }),
  inside: ({ entry, globalName }) => bundled(entry, { format: "iife", globalName }),
  script: async (source) => (await transform(source, { minify: true, charset: "utf8" })).code,
  style: async (source) => (await transform(source, { loader: "css", minify: true, charset: "utf8", legalComments: "inline" })).code,
  drawing: (source) => {
    const whole = `<svg xmlns="http://www.w3.org/2000/svg">${source}</svg>`;
    const { data } = optimize(whole, { multipass: true, floatPrecision: DIGITS, plugins: PLUGINS });
    return data.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
  },
};

const { kind, sources } = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(await Promise.all(sources.map(makers[kind]))));
