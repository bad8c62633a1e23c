// Lays pictures side by side: a page for the browser, and a picture of that page.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Width of a sheet, and what is left free between its pictures, in CSS pixels. */
const WIDTH = 2_560;
const GAP = 16;

const STYLE = `
  body { margin: 0; padding: ${GAP}px; background: #6d6d6d; color: #fff; font: 22px/1.4 system-ui, sans-serif; }
  h1 { margin: 0 0 ${GAP / 2}px; font-size: 30px; }
  a { color: inherit; }
  img { display: block; }
  figure { margin: 0; }
  figcaption { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }`;

const page = (title, more, body) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}${more}</style><body>${body}</body></html>`;

/**
 * Writes a sheet of `pictures` (`label`, `file`), each at most `width` wide and so many `across`, as a page whose pictures lead
 * to themselves, and as one picture. Returns its `name` and `title`.
 */
export async function writeSheet(browser, folder, { name, title, pictures, width, across }) {
  const thumb = Math.min(width, Math.floor((WIDTH - GAP) / across - GAP));
  const figures = pictures.map(
    ({ label, file }) =>
      `<figure><a href="${file}"><img src="${file}" width="${thumb}" alt=""></a><figcaption>${label}</figcaption></figure>`,
  );
  const style = `main { display: grid; grid-template-columns: repeat(${across}, ${thumb}px); gap: ${GAP}px; }`;
  const file = join(folder, `${name}.html`);
  await writeFile(file, page(title, style, `<h1>${title}</h1><main>${figures.join("")}</main>`));
  const sheet = await browser.newPage({ viewport: { width: across * (thumb + GAP) + GAP, height: 100 } });
  await sheet.goto(pathToFileURL(file).href);
  await sheet.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  await sheet.close();
  return { name, title };
}

/** Writes the page that shows all sheets. */
export async function writeIndex(folder, sheets) {
  const links = sheets.map(({ name, title }) => `<li><a href="#${name}">${title}</a></li>`);
  const pictures = sheets.map(
    ({ name, title }) => `<a id="${name}" href="${name}.html"><img loading="lazy" src="${name}.png" alt="${title}"></a>`,
  );
  const style = "ul { columns: 4; } main img { width: 100%; padding-top: 24px; }";
  const body = `<h1>Naru: sheets</h1><ul>${links.join("")}</ul><main>${pictures.join("")}</main>`;
  await writeFile(join(folder, "index.html"), page("Naru: sheets", style, body));
}
