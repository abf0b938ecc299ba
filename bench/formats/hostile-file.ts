import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync, strToU8, zipSync, zlibSync } from "fflate";

/** A file that is made to take time or memory, or is broken. */
export interface HostileFile {
  readonly name: string;
  /** Made when it is asked for: some are made of a gigabyte. */
  readonly bytes: () => Uint8Array;
}

const PRINTED = join(import.meta.dirname, "../../test/printed");
const MEGABYTE = 2 ** 20;
const CONTENT_TYPES = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** One file of each way to make a reader work too hard or stumble. */
export function hostileFiles(): HostileFile[] {
  return [...docxFiles(), ...pdfFiles(), ...xmlFiles(), ...textFiles(), ...truncatedFiles()];
}

function docx(document: Uint8Array): Uint8Array {
  return zipSync(
    {
      "[Content_Types].xml": strToU8(CONTENT_TYPES),
      "_rels/.rels": strToU8(RELATIONS),
      "word/document.xml": document,
    },
    { level: 9 },
  );
}

function inBody(xml: string): Uint8Array {
  return strToU8(`<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${xml}</w:body></w:document>`);
}

function docxFiles(): HostileFile[] {
  const deep = 100_000;
  const expansion = `<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa">${entities("a")}]>`;
  return [
    { name: "bomb.docx", bytes: () => docx(new Uint8Array(1024 * MEGABYTE).fill(0x20)) },
    {
      name: "deep.docx",
      bytes: () =>
        docx(inBody("<w:sdt><w:sdtContent>".repeat(deep) + "</w:sdtContent></w:sdt>".repeat(deep))),
    },
    {
      name: "entities.docx",
      bytes: () =>
        docx(
          strToU8(
            `<?xml version="1.0"?>${expansion}<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`,
          ),
        ),
    },
    { name: "empty.docx", bytes: () => docx(inBody("")) },
    { name: "torn.docx", bytes: () => strToU8("PK\u0003\u0004 and nothing after it") },
  ];
}

/** Entities that stand for ten of the one before: ten levels are ten billion letters. */
function entities(first: string): string {
  return [..."bcdefghij"]
    .map((name, i) => {
      const before = i === 0 ? first : "abcdefghij"[i]!;
      return `<!ENTITY ${name} "${`&${before};`.repeat(10)}">`;
    })
    .join("");
}

function pdfFiles(): HostileFile[] {
  const pages = 100_000;
  const kids = Array.from({ length: pages }, (_, i) => `${i + 3} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    ...Array.from(
      { length: pages },
      () => "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
    ),
  ];
  return [
    { name: "pages.pdf", bytes: () => pdf(objects) },
    { name: "blank.pdf", bytes: () => pdf(objects.slice(0, 1).concat(onePage(""))) },
    { name: "loop.pdf", bytes: () => pdf([objects[0]!, "<< /Type /Pages /Count 1 /Kids [2 0 R] >>"]) },
    { name: "drawings.pdf", bytes: () => pdf([objects[0]!, ...nestedDrawings()]) },
    {
      name: "bomb.pdf",
      bytes: () => pdf([objects[0]!, ...packedPage(new Uint8Array(512 * MEGABYTE).fill(0x20))]),
    },
    { name: "nothing.pdf", bytes: () => strToU8("%PDF-1.7\nnothing") },
  ];
}

function onePage(content: string): string[] {
  return [
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
}

/** A page whose drawing is ten of another, ten deep: ten billion in all. */
function nestedDrawings(): string[] {
  const levels = 10;
  const first = 4;
  const uses = (at: number): string => `/Resources << /XObject << /X ${at} 0 R >> >>`;
  const drawn = "/X Do ".repeat(10);
  const forms = Array.from({ length: levels }, (_, i) => {
    const isLast = i === levels - 1;
    const content = isLast ? "0 0 m" : drawn;
    const resources = isLast ? "/Resources << >>" : uses(first + 2 + i);
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  return [
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${uses(first + 1)} /Contents ${first} 0 R >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    ...forms,
  ];
}

function packedPage(content: Uint8Array): string[] {
  const packed = [...zlibSync(content, { level: 9 })]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  const [pages, page] = onePage("");
  return [
    pages!,
    page!,
    `<< /Filter [/ASCIIHexDecode /FlateDecode] /Length ${packed.length + 1} >>\nstream\n${packed}>\nendstream`,
  ];
}

function pdf(objects: readonly string[]): Uint8Array {
  const places: number[] = [];
  const parts = ["%PDF-1.4\n"];
  let at = parts[0]!.length;
  objects.forEach((object, i) => {
    const part = `${i + 1} 0 obj\n${object}\nendobj\n`;
    places.push(at);
    parts.push(part);
    at += part.length;
  });
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
  );
  return strToU8(parts.join(""));
}

function xmlFiles(): HostileFile[] {
  const tei = (body: string, before = ""): Uint8Array =>
    strToU8(
      `<?xml version="1.0"?>${before}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Lamps</title></titleStmt></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`,
    );
  const deep = 100_000;
  return [
    { name: "deep.xml", bytes: () => tei("<div>".repeat(deep) + "</div>".repeat(deep)) },
    {
      name: "entities.xml",
      bytes: () => tei("<p>&j;</p>", `<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa">${entities("a")}]>`),
    },
    {
      name: "external.xml",
      bytes: () => tei("<p>&x;</p>", '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
    },
    { name: "feed.xml", bytes: () => strToU8('<?xml version="1.0"?><rss><channel/></rss>') },
    {
      name: "unclosed.xml",
      bytes: () => strToU8('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Lamps'),
    },
  ];
}

function textFiles(): HostileFile[] {
  return [
    { name: "deep.html", bytes: () => strToU8(`<p>${"<div><b>".repeat(200_000)}Lamps`) },
    { name: "noise.txt", bytes: () => Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) & 0xff) },
    { name: "empty.vtt", bytes: () => strToU8("WEBVTT\n") },
    {
      name: "tags.vtt",
      bytes: () => strToU8(`WEBVTT\n\n00:01.000 --> 00:02.000\n${"<v".repeat(4 * MEGABYTE)}`),
    },
    { name: "nothing.srt", bytes: () => strToU8("no cue at all") },
    {
      name: "nothing.warc",
      bytes: () => strToU8("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 9\r\n\r\nsoft"),
    },
    { name: "bomb.warc.gz", bytes: () => gzipSync(new Uint8Array(1024 * MEGABYTE), { level: 9 }) },
    { name: "broken.jsonl", bytes: () => strToU8('{"id": "lamp", "text": "The lamp\n') },
  ];
}

/** Real files of each format, cut in their middle. */
function truncatedFiles(): HostileFile[] {
  return ["chromium/bees-panel.pdf", "libreoffice/bees-panel.pdf", "libreoffice/bees-panel.docx"].map(
    (path) => {
      const bytes = readFileSync(join(PRINTED, path));
      return { name: `cut-${path.replace("/", "-")}`, bytes: () => bytes.subarray(0, bytes.length >> 1) };
    },
  );
}
