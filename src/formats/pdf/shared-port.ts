import { PDFWorker } from "unpdf/pdfjs";

type Listener = (event: { readonly data: unknown }) => void;

/** What pdf.js says of how long a listener stays. */
interface Listening {
  readonly signal?: { addEventListener(type: "abort", listener: () => void): void };
}

interface OperatorChunk {
  readonly fnArray: readonly unknown[];
  readonly argsArray: readonly unknown[];
}

function isChunk(chunk: unknown): chunk is OperatorChunk {
  return typeof chunk === "object" && chunk !== null && "fnArray" in chunk && "argsArray" in chunk;
}

/**
 * A message as its receiver may keep it. pdf.js empties the arrays of an operator list once it is sent, so they are copied;
 * nothing else of a message is changed after that.
 */
function kept(message: unknown): unknown {
  const { chunk } = message as { readonly chunk?: unknown };
  if (!isChunk(chunk)) return message;
  const own = { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() };
  return { ...(message as object), chunk: own };
}

/**
 * The port between the two halves of pdf.js, where both run on one thread. Its own clones every message, each letter of a
 * page as an object, which takes a third of the time of reading; this one passes messages on as they are.
 */
class SharedPort {
  readonly #listeners = new Set<Listener>();
  readonly #soon = Promise.resolve();

  postMessage(message: unknown): void {
    const event = { data: kept(message) };
    void this.#soon.then(() => {
      for (const listener of this.#listeners) listener(event);
    });
  }

  addEventListener(_type: string, listener: Listener, listening?: Listening): void {
    this.#listeners.add(listener);
    listening?.signal?.addEventListener("abort", () => this.#listeners.delete(listener));
  }

  removeEventListener(_type: string, listener: Listener): void {
    this.#listeners.delete(listener);
  }
}

/** The half of pdf.js that parses files, which its bundle leaves where its other half looks for it. */
interface Parser {
  initializeFromPort(port: SharedPort): void;
}

/** A parser of pdf.js on this thread for one file, to be destroyed with it. */
export function parserOnThread(): { destroy(): void } {
  const port = new SharedPort();
  const worker = new (PDFWorker as unknown as new (options: object) => { destroy(): void })({
    port,
    verbosity: 0,
  });
  const { pdfjsWorker } = globalThis as unknown as {
    readonly pdfjsWorker: { readonly WorkerMessageHandler: Parser };
  };
  pdfjsWorker.WorkerMessageHandler.initializeFromPort(port);
  return worker;
}
