import { AnnotationMode, getDocument, OPS } from "unpdf/pdfjs";
import { FormatError } from "../format-error.ts";
import type { ScannedPage } from "./glyph.ts";
import { matrixOf } from "./matrix.ts";
import type { FontFace } from "./page-scan.ts";
import { type OperatorList, PageScanner } from "./page-scanner.ts";
import { parserOnThread } from "./shared-port.ts";

/** What the file's own fields say; see `headOf`. */
export interface PdfFields {
  readonly info: Readonly<Record<string, unknown>>;
  /** A field of the file's XMP packet, by its prefixed name (`dc:title`). */
  xmp(field: string): unknown;
}

/** A PDF file that is open. Close it. */
export interface OpenedPdf {
  readonly pages: number;
  fields(): Promise<PdfFields>;
  /** What page `number`, from 1, shows of text; null where the file has no such page, or a broken one. */
  scan(number: number): Promise<ScannedPage | null>;
  close(): Promise<void>;
}

/** The parts of pdf.js's document and page that are used here; its own types need a browser's. */
interface Loading {
  readonly promise: Promise<LoadedDocument>;
  destroy(): Promise<void>;
}

interface LoadedDocument {
  readonly numPages: number;
  getPage(number: number): Promise<LoadedPage>;
  getMetadata(): Promise<{
    readonly info: Record<string, unknown>;
    readonly metadata: { get(name: string): unknown } | null;
  }>;
}

interface LoadedPage {
  readonly commonObjs: { has(id: string): boolean; get(id: string): FontFace };
  getViewport(options: { readonly scale: number }): {
    readonly width: number;
    readonly height: number;
    readonly transform: readonly number[];
  };
  getOperatorList(options: { readonly annotationMode: number }): Promise<OperatorList>;
  cleanup(): void;
}

/** Text needs no face, no picture, no colour profile and no script. A picture of more than one dot is left out. */
const OPTIONS = {
  verbosity: 0,
  maxImageSize: 1,
  disableFontFace: false,
  useSystemFonts: false,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  useWasm: false,
  enableXfa: false,
} as const;

function refusal(error: unknown, name: string): FormatError {
  const kind = (error as { readonly name?: unknown } | null)?.name;
  if (kind === "PasswordException") {
    const reason = "the PDF needs a password; open it with the password, save it without one, and try again";
    return new FormatError("locked", { name, format: "pdf", reason });
  }
  const reason = "the PDF is damaged and no page of it can be read";
  return new FormatError("damaged", { name, format: "pdf", reason });
}

/** pdf.js takes its bytes for its own, and no bytes of Node.js: give a copy. */
function load(bytes: Uint8Array): Loading {
  const worker = parserOnThread();
  const loading = getDocument({ data: bytes, worker, ...OPTIONS } as object) as unknown as Loading;
  return {
    promise: loading.promise,
    async destroy() {
      await loading.destroy();
      worker.destroy();
    },
  };
}

/**
 * Opens a PDF file; one whose user password is empty is opened. Throws a {@link FormatError} `locked` where it needs a
 * password, `damaged` where no page can be found in it.
 */
export async function openPdf(bytes: Uint8Array, name: string): Promise<OpenedPdf> {
  // A copy, as pdf.js takes the bytes over; and no Buffer, which it refuses.
  const loading = load(new Uint8Array(bytes));
  let document: LoadedDocument;
  try {
    document = await loading.promise;
  } catch (error) {
    await loading.destroy();
    throw refusal(error, name);
  }
  const scanner = new PageScanner(OPS as unknown as Record<string, number>);
  return {
    pages: document.numPages,
    async fields() {
      const { info, metadata } = await document.getMetadata();
      return { info, xmp: (field) => metadata?.get(field) };
    },
    async scan(number) {
      try {
        return await scanPage(await document.getPage(number), number, scanner);
      } catch {
        return null;
      }
    },
    close: () => loading.destroy(),
  };
}

async function scanPage(page: LoadedPage, number: number, scanner: PageScanner): Promise<ScannedPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const { commonObjs } = page;
  const scanned = scanner.scan(list, { number, width, height, view: matrixOf(transform) }, (id) =>
    commonObjs.has(id) ? commonObjs.get(id) : null,
  );
  page.cleanup();
  return scanned;
}
