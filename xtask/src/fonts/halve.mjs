// Puts a font's outlines on a grid half as fine: about a tenth less to download, and no difference that an eye or a screen
// resolves. A font that also moves letters (GPOS) is not for this.

/** Lengths in tables, as places of 16-bit fields. */
const LENGTHS = {
  head: [18, 36, 38, 40, 42],
  hhea: [4, 6, 8, 10, 12, 14, 16, 22],
  post: [8, 10],
  "OS/2": [2, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 68, 70, 72, 74, 76, 86, 88],
};
const LONG_OFFSETS = { place: 50, value: 1 };

/** Bits of a point's flag. */
const ON_CURVE = 1, X_SHORT = 2, Y_SHORT = 4, REPEATED = 8, X_SAME = 16, Y_SAME = 32, OVERLAPS = 64;

/** Bits that tell how a part of a composite glyph is placed. */
const WORDS = 1, OFFSETS = 2, SCALED = 8, MORE = 32, SCALED_TWICE = 64, MATRIX = 128;

/** Halves every length in a font's tables. */
export function halve(tables) {
  if ("GPOS" in tables) throw new Error("a font that moves letters is not put on another grid");
  const isLong = tables.head.readUInt16BE(LONG_OFFSETS.place) === LONG_OFFSETS.value;
  for (const [tag, places] of Object.entries(LENGTHS)) for (const place of places) halveAt(tables[tag], place);
  halveWidths(tables);
  const glyphs = [];
  const offsets = [0];
  const offset = (index) => (isLong ? tables.loca.readUInt32BE(4 * index) : 2 * tables.loca.readUInt16BE(2 * index));
  for (let index = 0; index < tables.maxp.readUInt16BE(4); index += 1) {
    const glyph = halvedGlyph(Buffer.from(tables.glyf.subarray(offset(index), offset(index + 1))));
    glyphs.push(glyph, Buffer.alloc(-glyph.length & 3));
    offsets.push(offsets.at(-1) + glyph.length + (-glyph.length & 3));
  }
  tables.glyf = Buffer.concat(glyphs);
  tables.loca = Buffer.alloc(4 * offsets.length);
  offsets.forEach((value, index) => tables.loca.writeUInt32BE(value, 4 * index));
  tables.head.writeUInt16BE(LONG_OFFSETS.value, LONG_OFFSETS.place);
}

const half = (length) => Math.round(length / 2);
const halveAt = (table, place) => table.writeInt16BE(half(table.readInt16BE(place)), place);

/** Halves how wide each glyph is, and where it begins: pairs, and then beginnings alone. */
function halveWidths({ hmtx }) {
  for (let place = 0; place < hmtx.length; place += 2) halveAt(hmtx, place);
}

/** The glyph on the coarser grid. */
function halvedGlyph(glyph) {
  if (glyph.length === 0) return glyph;
  const contours = glyph.readInt16BE(0);
  for (const place of [2, 4, 6, 8]) halveAt(glyph, place);
  return contours < 0 ? halvedParts(glyph) : halvedOutline(glyph, contours);
}

/** Halves the offsets of a composite glyph's parts. */
function halvedParts(glyph) {
  let place = 10;
  for (let flags = MORE; flags & MORE; ) {
    flags = glyph.readUInt16BE(place);
    if (!(flags & OFFSETS)) throw new Error("a part of a glyph is placed in a way that is not known here");
    place += 4;
    for (let side = 0; side < 2; side += 1) {
      if (flags & WORDS) halveAt(glyph, place);
      else glyph.writeInt8(half(glyph.readInt8(place)), place);
      place += flags & WORDS ? 2 : 1;
    }
    place += flags & SCALED ? 2 : flags & SCALED_TWICE ? 4 : flags & MATRIX ? 8 : 0;
  }
  return glyph;
}

/** Halves an outline's points; written without shortening, since woff2 has its own way to write them. */
function halvedOutline(glyph, contours) {
  const ends = 10 + 2 * contours;
  const points = contours === 0 ? 0 : glyph.readUInt16BE(ends - 2) + 1;
  let place = ends + 2 + glyph.readUInt16BE(ends);
  const flags = [];
  while (flags.length < points) {
    const flag = glyph[place++];
    const times = flag & REPEATED ? glyph[place++] + 1 : 1;
    for (let time = 0; time < times; time += 1) flags.push(flag);
  }
  const steps = (short, same) => {
    let at = 0;
    let before = 0;
    return flags.map((flag) => {
      if (flag & short) at += flag & same ? glyph[place++] : -glyph[place++];
      else if (!(flag & same)) (at += glyph.readInt16BE(place)), (place += 2);
      const step = half(at) - before;
      before += step;
      return step;
    });
  };
  const [across, up] = [steps(X_SHORT, X_SAME), steps(Y_SHORT, Y_SAME)];
  const rest = Buffer.alloc(2 + 5 * points);
  flags.forEach((flag, index) => {
    rest[2 + index] = flag & (ON_CURVE | OVERLAPS);
    rest.writeInt16BE(across[index], 2 + points + 2 * index);
    rest.writeInt16BE(up[index], 2 + 3 * points + 2 * index);
  });
  return Buffer.concat([glyph.subarray(0, ends), rest]);
}
