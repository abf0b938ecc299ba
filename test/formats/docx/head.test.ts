import { expect, test } from "vitest";
import { type Contents, paragraph, read } from "./docx-file.ts";

const property = (name: string, value: string, type = "lpwstr"): string =>
  `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:${type}>${value}</vt:${type}></property>`;

const head = async (contents: Contents, text = "The ferry leaves at noon.") => {
  const { title, author, published, outlet, language } = await read({ body: paragraph(text), ...contents });
  return { title, author, published, outlet, language };
};

const NOTHING = { title: null, author: null, published: null, outlet: null, language: null };

test("a file that says nothing of itself has null for everything", async () => {
  expect(await head({})).toEqual(NOTHING);
  expect(await head({ core: "<dc:title/><dc:creator> </dc:creator>", custom: "" })).toEqual(NOTHING);
});

test("title, author and language are those of its properties", async () => {
  const core =
    "<dc:title>The  Ferry at Noon</dc:title><dc:creator>Ada Lund</dc:creator><dc:language>en_GB</dc:language>";
  expect(await head({ core })).toEqual({
    ...NOTHING,
    title: "The Ferry at Noon",
    author: "Ada Lund",
    language: "en-GB",
  });
});

test("when it was made is not when it was published", async () => {
  const core =
    "<dcterms:created>2021-05-04T10:00:00Z</dcterms:created><dcterms:modified>2021-05-05T10:00:00Z</dcterms:modified>";
  expect((await head({ core })).published).toBeNull();
});

test("date and place of publication are properties that somebody added", async () => {
  const custom =
    property("Publication date", "2021-05-04T00:00:00Z", "filetime") +
    property("Publisher", "The Harbour Post");
  expect(await head({ custom })).toEqual({
    ...NOTHING,
    published: "2021-05-04T00:00:00Z",
    outlet: "The Harbour Post",
  });
});

test.each([
  "Microsoft Word - ferry.doc",
  "Untitled",
  "Document1",
  "Dokument 2",
  "ferry-final-2.docx",
  "C:\\Users\\ada\\ferry",
  "Normal",
  "—",
])("%s is no title", async (title) => {
  expect((await head({ core: `<dc:title>${title}</dc:title>` })).title).toBeNull();
});

test.each(["Word of the Year", "Documents of the Harbour", "1984", "العبارة عند الظهر", "Bread/Salt/Water"])(
  "%s is a title",
  async (title) => {
    expect((await head({ core: `<dc:title>${title}</dc:title>` })).title).toBe(title);
  },
);

test.each([
  "user",
  "Administrator",
  "Microsoft Office User",
  "python-docx",
  "Unknown Author",
  "ada@example.org",
])("%s is no author", async (author) => {
  expect((await head({ core: `<dc:creator>${author}</dc:creator>` })).author).toBeNull();
});

test.each([
  ["en-US", "تغادر العبارة عند الظهر.", null],
  ["ar", "تغادر العبارة عند الظهر.", "ar"],
  ["de-DE", "Die Fähre fährt um zwölf.", "de-DE"],
  ["ja-JP", "橋は古い。", "ja-JP"],
  ["zh-TW", "橋很舊。", "zh-TW"],
  ["ru", "The ferry leaves.", null],
  ["not a tag", "The ferry leaves.", null],
])("the language %s of “%s” is %s", async (language, text, expected) => {
  expect((await head({ core: `<dc:language>${language}</dc:language>` }, text)).language).toBe(expected);
});
