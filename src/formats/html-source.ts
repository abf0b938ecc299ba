import type { EntityReader } from "./entity-reader.ts";

/** A stretch of a text node's value and where in the HTML it stands; see {@link TextBuilder.append} for `verbatim`. */
export interface SourceRun {
  readonly words: string;
  readonly source: number;
  readonly verbatim: boolean;
}

const CR = "\r";
const REPLACEMENT = "\ufffd";

/** How many characters at `at` the parser dropped or put together before it wrote `next`; 0 where it kept them. */
function passedOver(html: string, at: number, next: string): number {
  if (html[at] === next) return 0;
  if (html[at] !== "<") return 1;
  const close = html.indexOf(">", at);
  return (close < 0 ? html.length : close + 1) - at;
}

/** Longer than any character reference that is read. */
const LONGEST_REFERENCE = 48;

/**
 * Where a value starts: the parser gives the end of a character reference for its start where white space that it
 * dropped stands before it.
 */
function firstSource(value: string, html: string, start: number, entities: EntityReader): number {
  const from = Math.max(0, start - LONGEST_REFERENCE);
  const ampersand = html.slice(from, start).lastIndexOf("&");
  if (ampersand < 0) return start;
  const entity = entities.read(html, from + ampersand);
  const spans = entity !== null && from + ampersand + entity.length >= start;
  return spans && value.startsWith(entity.words) ? from + ampersand : start;
}

/**
 * Lays a text node's value beside the HTML between `start` and `end` that it was read from: character references,
 * CRLF and NUL stand for something else there, and tags that were ignored stand between. One pass, in linear time.
 * Where the parser moved text about, what cannot be found is placed at the end of the stretch.
 */
export function sourceRuns(
  value: string,
  html: string,
  start: number,
  end: number,
  entities: EntityReader,
): readonly SourceRun[] {
  if (value.length === end - start && html.startsWith(value, start)) {
    return [{ words: value, source: start, verbatim: true }];
  }
  const runs: SourceRun[] = [];
  let done = 0;
  let at = 0;
  let source = firstSource(value, html, start, entities);
  const flush = (): void => {
    if (at > done) runs.push({ words: value.slice(done, at), source: source - (at - done), verbatim: true });
    done = at;
  };
  const replace = (length: number, words: string): void => {
    flush();
    runs.push({ words, source, verbatim: false });
    at += words.length;
    done = at;
    source += length;
  };
  while (at < value.length && source < end) {
    const unit = html[source];
    const entity = unit === "&" ? entities.read(html, source) : null;
    if (entity !== null && value.startsWith(entity.words, at)) {
      replace(entity.length, entity.words);
    } else if (unit === CR && value[at] === "\n") {
      replace(html[source + 1] === "\n" ? 2 : 1, "\n");
    } else if (unit === "\0" && value[at] === REPLACEMENT) {
      replace(1, REPLACEMENT);
    } else {
      const over = passedOver(html, source, value[at]!);
      if (over > 0) flush();
      else at++;
      source += Math.max(over, 1);
    }
  }
  flush();
  if (at < value.length)
    runs.push({ words: value.slice(at), source: Math.min(source, end), verbatim: false });
  return runs;
}
