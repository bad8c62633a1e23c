// The letters of a picture: the slices of the page's own fonts that hold them, as a style that needs nothing from elsewhere.

const kept = new Map();

/** Rules of fonts in a sheet, those within layers, too. */
function* faces(rules) {
  for (const rule of rules) {
    if (rule.constructor.name === "CSSFontFaceRule") yield rule;
    else if (rule.cssRules) yield* faces(rule.cssRules);
  }
}

/** Whether a font's range holds one of these letters. */
function holds(range, letters) {
  const parts = range.split(",").map((part) => part.trim().replace(/^U\+/i, "").split("-").map((end) => parseInt(end, 16)));
  return [...letters].some((letter) => parts.some(([from, to = from]) => letter.codePointAt(0) >= from && letter.codePointAt(0) <= to));
}

async function inside(address) {
  if (address.startsWith("data:")) return address;
  const response = await fetch(address, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return `data:font/woff2;base64,${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))}`;
}

/**
 * The style for what was written: `written` has letters by weight and family. Where a sheet may not be read (some sandboxes) or a slice not
 * be fetched, the text stays as it is, in the letters of whoever shows it.
 */
export async function lettersOf(page, written) {
  let style = "";
  for (const sheet of page.styleSheets) {
    let rules;
    try {
      rules = sheet.cssRules;
    } catch {
      continue;
    }
    for (const { style: face } of faces(rules)) {
      const said = (name) => face.getPropertyValue(name);
      const family = said("font-family").replaceAll('"', "");
      const weight = said("font-weight") || "400";
      const letters = written.get(`${weight} ${family}`);
      const source = said("src").match(/url\("?([^")]*)"?\)/)?.[1];
      if (!letters || !source || !holds(said("unicode-range"), letters)) continue;
      const address = source.startsWith("data:") ? source : new URL(source, sheet.href ?? page.baseURI).href;
      if (!kept.has(address)) kept.set(address, await inside(address).catch(() => null));
      const data = kept.get(address);
      if (data) style += `@font-face{font-family:"${family}";font-weight:${weight};src:url(${data}) format("woff2");unicode-range:${said("unicode-range")}}`;
    }
  }
  return style;
}
