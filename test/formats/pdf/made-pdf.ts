import { deflateSync } from "node:zlib";

/** An object of a PDF file: its number, and what stands between `obj` and `endobj`. */
export type PdfObject = readonly [number: number, body: string | Buffer];

/** A stream's body; `entries` are further entries of its dictionary. */
export function stream(content: string | Buffer, entries = ""): Buffer {
  const data = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${data.length} ${entries}>>\nstream\n`),
    data,
    Buffer.from("\nendstream"),
  ]);
}

/** A stream's body, deflated. */
export function deflated(content: string | Buffer, entries = ""): Buffer {
  return stream(deflateSync(content), `/Filter /FlateDecode ${entries}`);
}

/** A PDF file of these objects with its table of them; object 1 is the catalog. `trailer`: further entries. */
export function madePdf(objects: readonly PdfObject[], trailer = ""): Uint8Array {
  const pieces: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets = new Map<number, number>();
  let length = pieces[0]!.length;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [number, body] of objects) {
    offsets.set(number, length);
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n")]));
  }
  const start = length;
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  add(Buffer.from(`xref\n0 ${size}\n${rows.join("")}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\n`));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(pieces));
}

/** What a page of {@link textPdf} shows, and further entries of it (`/Rotate 90`). */
export interface PageContent {
  readonly content: string;
  readonly entries?: string;
}

/** Words of Helvetica at (x, y) from the page's lower left corner. */
export function words(x: number, y: number, text: string, size = 10, font = "F1"): string {
  return `BT /${font} ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, "\\$&")}) Tj ET\n`;
}

const FONTS =
  "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> " +
  "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>";

/** A PDF of pages of 400 by 600 points, with Helvetica as /F1 and its bold face as /F2. */
export function textPdf(
  pages: readonly PageContent[],
  extra: readonly PdfObject[] = [],
  trailer = "",
): Uint8Array {
  const kids = pages.map((_, at) => `${100 + 2 * at} 0 R`).join(" ");
  return madePdf(
    [
      [1, "<< /Type /Catalog /Pages 2 0 R >>"],
      [2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`],
      ...pages.flatMap(({ content, entries = "" }, at): PdfObject[] => [
        [
          100 + 2 * at,
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents ${101 + 2 * at} 0 R ` +
            `/Resources << /Font << ${FONTS} >> >> ${entries} >>`,
        ],
        [101 + 2 * at, stream(content)],
      ]),
      ...extra,
    ],
    trailer,
  );
}
