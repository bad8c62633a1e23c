// What the tests of the guide share.
import { expect, open } from "./support.mjs";

/** What the guide says. */
export const talk = (page) => page.locator("[data-test=talk]");
/** Which beat it tells. */
export const beat = (page) => talk(page).getAttribute("data-beat");
/** What is laid on the table. */
export const table = (page) => page.locator(".table[data-table=true]");
/** The way on. */
export const next = (page) => page.locator("[data-test=guide-next]");

/** Opens a story of the guide, and waits until it is there. */
export async function told(page, story, manners = {}) {
  await open(page, story, manners);
  await expect(talk(page)).toBeVisible();
}

/** What cannot be read or pressed of what the guide says and lays on the table. */
export const wrong = (page) =>
  page.evaluate(() => {
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push("the page is wider than the screen");
    for (const element of document.querySelectorAll(".table *, .talk *")) {
      const words = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
      if (!words || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen, svg")) continue;
      const { left, right } = element.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) found.push(`“${element.textContent.trim()}” leaves the screen`);
      if (parseFloat(getComputedStyle(element).fontSize) < 12) found.push(`“${element.textContent.trim()}” is small`);
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible") found.push(`“${element.textContent.trim()}” is cut`);
    }
    for (const button of document.querySelectorAll(".table button, .talk button")) {
      const { width, height } = button.getBoundingClientRect();
      if (button.checkVisibility() && (width < 43.5 || height < 43.5)) found.push(`“${button.textContent.trim()}” is hard to hit`);
    }
    return found;
  });
