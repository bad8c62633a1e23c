// What is wrong with how a page lies: found by measuring it, whatever its parts are called.

/**
 * Runs in the page, and stands by itself. Finds what is wrong with the page as it stands, one line each: text that is small,
 * cut, covered or broken inside a word, and parts that lie on each other.
 */
export function look() {
  /** Smallest text, in CSS pixels. */
  const SMALLEST = 12;
  /** What rounding may move, in CSS pixels. */
  const NEAR = 1;
  /** Part of a line of text above and below that holds no strokes that matter when lines touch. */
  const AIR = 0.2;

  const wrong = new Set();
  const box = (element) => element.getBoundingClientRect();
  const style = (element) => getComputedStyle(element);
  const ancestors = function* (element) {
    for (let one = element; one; one = one.parentElement) yield one;
  };
  /** An answer that is asked for at every element, and worked out once. */
  const once = (answer) => {
    const known = new Map();
    return (element) => {
      if (!known.has(element)) known.set(element, answer(element));
      return known.get(element);
    };
  };
  // Words for ears only are cut to nothing.
  const heard = once((element) => element !== null && (style(element).clipPath === "inset(50%)" || heard(element.parentElement)));
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest("#boot") && !heard(element);
  const covers = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > NEAR && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > NEAR;
  // What the camera has left behind hangs beyond the stage.
  const left = (element) => element.closest(".stage") && !covers(box(element), box(element.closest(".stage")));
  const seen = once((element) => shown(element) && !left(element));
  // What hides what does not fit: the part itself, and how.
  const hides = (value) => value === "hidden" || value === "clip";
  const edges = once((element) => {
    if (element === document.body) return [];
    const { overflowX, overflowY, contain } = style(element);
    const painted = /paint|content|strict/.test(contain);
    const [beside, below] = [overflowX, overflowY].map((value) => hides(value) || (painted && value === "visible"));
    const own = beside || below ? [{ element, beside, below, edge: box(element) }] : [];
    return [...own, ...edges(element.parentElement)];
  });
  const sticksOut = (one, beside, below, edge) =>
    (beside && (one.left < edge.left - NEAR || one.right > edge.right + NEAR)) || (below && (one.top < edge.top - NEAR || one.bottom > edge.bottom + NEAR));
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const said = (element) => `${element.localName}${typeof element.className === "string" && element.className ? `.${element.className.split(" ")[0]}` : ""} “${element.textContent.trim().slice(0, 16)}”`;
  const related = (one, other) => one.contains(other) || other.contains(one);
  const apart = (things, judged = () => false) => {
    things.forEach(({ element: one, boxes }, index) => {
      for (const { element: other, boxes: others } of things.slice(index + 1)) {
        if (one === other || related(one, other) || judged(one, other)) continue;
        if (boxes.some((a) => others.some((b) => covers(a, b)))) wrong.add(`${said(one)} and ${said(other)} lie on each other`);
      }
    });
  };
  const whole = (element) => ({ element, boxes: [box(element)] });

  // A card lies over all, and is read alone.
  const open = document.querySelector("dialog[open]");
  const walker = document.createTreeWalker(open ?? document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const [texts, letters] = [[], new Map()];
  const blockOf = once((element) => (/^inline|^contents$/.test(style(element).display) ? blockOf(element.parentElement) : element));
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.closest("option, script, style, noscript") || !seen(element)) continue;
    // What words a block holds is told by its spaces, too.
    const block = blockOf(element);
    if (!letters.has(block)) letters.set(block, []);
    letters.get(block).push(...node.data.split("").map((letter, at) => ({ letter, node, at })));
    if (!node.data.trim()) continue;
    range.selectNodeContents(node);
    texts.push({ element, boxes: [...range.getClientRects()].filter(({ width, height }) => width > NEAR && height > NEAR) });
  }

  for (const { element } of texts) {
    const scale = element.offsetWidth ? box(element).width / element.offsetWidth : 1;
    const size = parseFloat(style(element).fontSize) * Math.min(scale, 1);
    if (size < SMALLEST - 0.01) wrong.add(`${said(element)} is ${size.toFixed(1)} px high`);
  }
  for (const field of all("select, input")) if (parseFloat(style(field).fontSize) < SMALLEST) wrong.add(`${said(field)} is ${style(field).fontSize} high`);

  // Cut: by a part that hides what does not fit, or by the edge of the page.
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) wrong.add(`the page scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`);
  for (const { element, boxes } of texts) {
    // Signs are looked at as a whole, below.
    if (element.closest(".stage")) continue;
    for (const { element: part, beside, below, edge } of edges(element)) {
      if (boxes.some((one) => sticksOut(one, beside, below, edge))) wrong.add(`${said(element)} is cut by ${said(part)}`);
    }
    if (boxes.some(({ left, right }) => left < -NEAR || right > innerWidth + NEAR)) wrong.add(`${said(element)} is cut by the page`);
  }
  for (const field of all("select, button, summary")) if (field.scrollWidth > field.clientWidth + NEAR) wrong.add(`${said(field)} is cut: ${field.scrollWidth} > ${field.clientWidth}`);

  // What lies on the stage with a ground of its own is whole, and apart from its like.
  const plates = all(".stages__one").flatMap((stage) => {
    const grounded = (element) => {
      const { backgroundColor, backgroundImage } = style(element);
      return element.textContent.trim() && (!/^rgba\(.* 0\)$|^transparent$/.test(backgroundColor) || backgroundImage !== "none");
    };
    const found = [...stage.querySelectorAll("*")].filter((element) => seen(element) && grounded(element));
    return found.filter((plate) => !found.some((other) => other !== plate && other.contains(plate)));
  });
  apart(plates.map(whole));
  for (const plate of plates) {
    for (const { element, beside, below, edge } of edges(plate)) if (sticksOut(box(plate), beside, below, edge)) wrong.add(`${said(plate)} is cut by ${said(element)}`);
  }
  const plateOf = once((element) => plates.find((plate) => plate.contains(element)));
  const onTwoPlates = (one, other) => plateOf(one) && plateOf(other) && plateOf(one) !== plateOf(other);

  // Covered: text and controls lie on nothing but what they belong to. A notice may lie on what is only seen.
  const notice = "[data-test=notice]";
  const controls = all("button, input, select, summary, a[href]").filter((control) => !open || open.contains(control));
  const lines = texts.map(({ element, boxes }) => ({
    element,
    boxes: boxes.map(({ left, right, top, bottom, height }) => ({ left, right, top: top + height * AIR, bottom: bottom - height * AIR })),
  }));
  apart([...lines, ...controls.map(whole)].filter(({ element }) => !element.closest(notice)), onTwoPlates);
  apart(all(`${notice}, header, section:has(> [data-test=play])`).map(whole));

  const parts = [".stages__one", "[data-test=caption]", "section:has(> [data-test=play])"];
  apart([...all(`header, aside > *, ${parts}`)].map(whole));

  // Broken: letters of one word stand on two lines. A Korean word reaches from space to space, through links and numbers.
  const place = ({ node, at }) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  for (const [block, all] of letters) {
    const text = all.map(({ letter }) => letter).join("");
    for (const { 0: word, index } of text.matchAll(/\S*\p{Script=Hangul}\S*|\p{L}+/gu)) {
      if (word.length === 1) continue;
      const [first, last] = [place(all[index]), place(all[index + word.length - 1])];
      if (last.top - first.top > first.height / 2) wrong.add(`“${word}” is broken in ${said(block)}`);
    }
  }

  const places = parts.map((part) => {
    const { left, top, width, height } = box(document.querySelector(part));
    return `${part} at ${Math.round(left)}, ${Math.round(top + scrollY)}: ${Math.round(width)} x ${Math.round(height)}`;
  });
  return {
    wrong: [...wrong],
    places: places.join("; "),
    station: document.querySelector("[aria-current=step]").dataset.station,
    words: document.querySelector("[data-test=caption]").innerText,
  };
}
