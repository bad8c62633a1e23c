// A font file as its tables, and back.

/** Places in the file: its table directory, the entries in it, and within the table `head` the sum over all. */
const DIRECTORY = 12, ENTRY = 16, CHECKSUM_ADJUSTMENT = 8;

/** What the sum over a whole font is, by the specification. */
const WHOLE = 0xb1b0afba;

/** The kind of file that holds TrueType outlines. */
const TRUETYPE = 0x00010000;

/** The tables of a font by their tags. */
export function tablesOf(font) {
  const tables = {};
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = DIRECTORY + ENTRY * index;
    const start = font.readUInt32BE(entry + 8);
    tables[font.toString("latin1", entry, entry + 4)] = Buffer.from(font.subarray(start, start + font.readUInt32BE(entry + 12)));
  }
  return tables;
}

/** The font that holds these tables. */
export function fontOf(tables) {
  // The specification asks for this order.
  const tags = Object.keys(tables).sort();
  const power = Math.floor(Math.log2(tags.length));
  const directory = Buffer.alloc(DIRECTORY + ENTRY * tags.length);
  directory.writeUInt32BE(TRUETYPE, 0);
  [tags.length, 16 << power, power, 16 * tags.length - (16 << power)].forEach((value, field) => directory.writeUInt16BE(value, 4 + 2 * field));
  const parts = [directory];
  let [offset, head] = [directory.length, 0];
  tags.forEach((tag, index) => {
    const table = tables[tag];
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    if (tag === "head") {
      head = offset;
      padded.writeUInt32BE(0, CHECKSUM_ADJUSTMENT);
    }
    const entry = DIRECTORY + ENTRY * index;
    directory.write(tag, entry, "latin1");
    [sum(padded), offset, table.length].forEach((value, field) => directory.writeUInt32BE(value, entry + 4 + 4 * field));
    parts.push(padded);
    offset += padded.length;
  });
  const font = Buffer.concat(parts);
  font.writeUInt32BE((WHOLE - sum(font)) >>> 0, head + CHECKSUM_ADJUSTMENT);
  return font;
}

/** A `name` table with these texts by their ids: for Windows, in English, which every system reads. */
export function nameTable(names) {
  const HEAD = 6, RECORD = 12, WINDOWS = [3, 1, 0x409];
  const texts = Object.entries(names).map(([id, text]) => [Number(id), Buffer.from(text, "utf16le").swap16()]);
  const head = Buffer.alloc(HEAD + RECORD * texts.length);
  head.writeUInt16BE(texts.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  texts.forEach(([id, bytes], index) => {
    const record = [...WINDOWS, id, bytes.length, offset];
    record.forEach((value, field) => head.writeUInt16BE(value, HEAD + RECORD * index + 2 * field));
    offset += bytes.length;
  });
  return Buffer.concat([head, ...texts.map(([, bytes]) => bytes)]);
}

/** The sum of all 32-bit words. */
function sum(bytes) {
  let total = 0;
  for (let place = 0; place < bytes.length; place += 4) total = (total + bytes.readUInt32BE(place)) >>> 0;
  return total;
}
