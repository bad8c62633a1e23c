// Draws icons as PNG. `cargo xtask icons` sends its order as JSON.
import { chromium } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

const { browser: executablePath, pictures } = JSON.parse(await text(process.stdin));
// Chromium's sandbox refuses to start for root.
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ executablePath: executablePath ?? undefined, args });
const page = await browser.newPage();
for (const { from, to, size } of pictures) {
  await page.setViewportSize({ width: size, height: size });
  const address = `data:image/svg+xml;base64,${(await readFile(from)).toString("base64")}`;
  await page.setContent(`<body style="margin:0"><img src="${address}" width="${size}" height="${size}" style="display:block">`);
  await page.locator("img").evaluate((image) => image.decode());
  await page.screenshot({ path: to, omitBackground: true });
}
await browser.close();
