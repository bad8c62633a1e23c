// The single file alone: the bytes behind one of its blocks. xtask/src/build/septets.rs writes them, seven bits a letter; three letters, which a
// page would not pass on, have others in their place.
window.naruUnpack = (text) => {
  "use strict";
  const bytes = new Uint8Array(Math.floor((text.length * 7) / 8));
  let [kept, bits, place] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index);
    kept = ((kept << 7) | (letter < 0x80 ? letter : [0x00, 0x0d, 0x3c][letter - 0xe0])) & 0x7fff;
    bits += 7;
    if (bits >= 8) {
      bits -= 8;
      bytes[place] = kept >> bits;
      place += 1;
    }
  }
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
};
