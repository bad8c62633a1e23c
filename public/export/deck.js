// A deck of slides, for PowerPoint and whatever reads its files.

import JSZip from "jszip";
import PptxGenJS from "pptxgenjs";

/** The type of such a file. */
const TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

/** Inches of a slide's height, and of its margins and title. */
const HEIGHT = 7.5;
const MARGIN = 0.4;
const TITLE = 0.7;
const GAP = 0.1;
/** Letters that are there wherever slides are shown. */
const LETTERS = { en: "Arial", ko: "Malgun Gothic" };
const [PAPER, INK] = ["FFFAF0", "2B3A45"];

/** A deck: each slide has a title, a picture (a data address, with words for those who do not see it) and notes to say. */
export async function deck({ title, language, width, height }, slides) {
  const across = (HEIGHT * width) / height;
  const top = MARGIN / 2 + TITLE + GAP;
  // As large as there is room for, in the middle.
  const high = Math.min(HEIGHT - top - MARGIN / 2, ((across - 2 * MARGIN) * height) / width);
  const wide = (high * width) / height;
  const left = (across - wide) / 2;
  const pptx = new PptxGenJS();
  pptx.defineLayout({ name: "NARU", width: across, height: HEIGHT });
  pptx.layout = "NARU";
  pptx.title = title;
  pptx.author = title;
  pptx.company = title;
  pptx.theme = { headFontFace: LETTERS[language] ?? LETTERS.en, bodyFontFace: LETTERS[language] ?? LETTERS.en };
  pptx.defineSlideMaster({
    title: "CHAPTER",
    background: { color: PAPER },
    objects: [
      {
        placeholder: {
          options: { name: "title", type: "title", x: left, y: MARGIN / 2, w: wide, h: TITLE, color: INK, fontSize: 30, bold: true, align: "left", valign: "middle", margin: 0 },
          text: "",
        },
      },
    ],
  });
  for (const [number, { title: name, describe, picture, notes }] of slides.entries()) {
    const slide = pptx.addSlide({ masterName: "CHAPTER" });
    slide.addText(`${number + 1}. ${name}`, { placeholder: "title" });
    slide.addImage({ data: picture, x: left, y: top, w: wide, h: high, altText: describe });
    slide.addNotes(notes);
  }
  return withLines(await pptx.write({ outputType: "arraybuffer" }));
}

/** Notes of several lines: the packer writes them as one, which slide tools show without a break. */
async function withLines(packed) {
  const zip = await JSZip.loadAsync(packed);
  for (const file of zip.file(/^ppt\/notesSlides\/[^/]+\.xml$/)) {
    const text = await file.async("string");
    const lines = text.replace(/<a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*)<\/a:t><\/a:r>/g, (_, look, words) =>
      words.split(/\r?\n/).map((line) => (line ? `<a:r>${look}<a:t>${line}</a:t></a:r>` : "")).join("<a:br/>"),
    );
    zip.file(file.name, lines);
  }
  return zip.generateAsync({ type: "blob", mimeType: TYPE, compression: "DEFLATE" });
}
