import { Composition } from "./docx/composition.ts";
import { documentLanguage } from "./docx/document-language.ts";
import { findParts } from "./docx/docx-parts.ts";
import { HeadReader } from "./docx/head.ts";
import { NoteLabels } from "./docx/note-labels.ts";
import { refuseOle } from "./docx/ole.ts";
import { DocxPackage } from "./docx/package.ts";
import { Refusal } from "./docx/refusal.ts";
import { Story } from "./docx/story.ts";
import { StyleSheet } from "./docx/styles.ts";
import type { FormattedText } from "./formatted-text.ts";
import { LineIndex } from "./line-index.ts";

/**
 * The text of a DOCX file as one sees it who has accepted all changes and is shown no comments: headings, paragraphs,
 * items, captions and block quotations by their styles, each cell of a table and each text box by its paragraphs, then
 * the footnotes and endnotes that the text marks, as `[n] text`. Headers, footers, pictures and hidden text are left out.
 *
 * `places` are paragraphs, numbered from 1 in each part as their `w:p` begin in the file: empty ones count, and so do those
 * in the cells of tables and in text boxes; a text box comes after the paragraph that it is anchored in. Throws a
 * `FormatError`: `damaged`, `locked` (it needs a password), `unsupported` (it is another format under this name),
 * `no-text`, `too-complex`.
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<FormattedText> {
  try {
    return readParts(bytes);
  } catch (error) {
    throw error instanceof Refusal ? error.toFormatError(name) : error;
  }
}

function readParts(bytes: Uint8Array): FormattedText {
  refuseOle(bytes);
  const docx = new DocxPackage(bytes);
  const parts = findParts(docx);
  const styles = new StyleSheet();
  docx.read(parts.styles, styles);
  const labels = new NoteLabels();
  const body = new Story(styles, labels);
  docx.read(parts.document, body);
  const notes = { footnotes: new Story(styles, labels), endnotes: new Story(styles, labels) };
  docx.read(parts.footnotes, notes.footnotes);
  docx.read(parts.endnotes, notes.endnotes);
  const head = new HeadReader();
  docx.read(parts.core, head);
  docx.read(parts.custom, head);

  const composition = new Composition();
  for (const paragraph of body.paragraphs) composition.add(paragraph, "body");
  for (const { part, id, label } of labels.all)
    composition.addNote(label, notes[part].notes.get(id) ?? [], part);
  const { text, blocks, places } = composition.finish();
  if (text === "") throw new Refusal("no-text", "it has no words, as a file of pictures has none");
  const index = new LineIndex(text);
  return {
    format: "docx",
    text,
    blocks,
    ...head.fields,
    language: documentLanguage(text, blocks, {
      ...head.languages,
      standard: styles.defaultLanguages?.latin ?? null,
    }),
    places,
    address: null,
    captured: null,
    markup: null,
    position: (offset) => index.position(offset),
  };
}
