// Cuts fonts: reads a file of `{ notice, family, slices: [{ source, style, letters, features, coarse, to }] }` and writes each
// slice as woff2. Runs in the folder whose node_modules hold the subsetter.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { halve } from "./halve.mjs";
import { fontOf, nameTable, tablesOf } from "./sfnt.mjs";

const require = createRequire(`${process.cwd()}/`);
const subset = require("subset-font");
const { convert } = require("fontverter");

/**
 * How often a coarse grid is halved, from 2,048 units an em: of titles to 512, a tenth of a pixel in the largest one; of running
 * text to 256, which is less still, for it is a quarter of their size at most.
 */
const ROUNDS = { Regular: 3, Bold: 2 };
/** Tables that no browser needs for lines from left to right; `name` is written anew. */
const UNUSED = ["DSIG", "GDEF", "name", "meta", "vhea", "vmtx"];

const { notice, family, slices } = JSON.parse(readFileSync(process.argv[2], "utf8"));
for (const { source, style, letters, features, coarse, to } of slices) {
  // On the coarser grid nothing moves letters; see halve.mjs.
  const dropTables = coarse ? [...UNUSED, "GPOS"] : UNUSED;
  const options = { targetFormat: "sfnt", noHinting: true, keepFeatures: features, dropTables };
  const tables = tablesOf(await subset(readFileSync(source), letters, options));
  for (let round = 0; coarse && round < ROUNDS[style]; round += 1) halve(tables);
  tables.name = nameTable({ 0: notice, 1: family, 2: style, 4: `${family} ${style}`, 6: `${family.replaceAll(" ", "")}-${style}` });
  writeFileSync(to, await convert(fontOf(tables), "woff2", "sfnt"));
}
