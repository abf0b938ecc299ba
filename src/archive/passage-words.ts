import type { Stream } from "../core/index.ts";
import type { Document } from "../documents/index.ts";

/** For each passage of a document, its folded words, without labels, marks and note markers. `stream` is the document's source, read. */
export function passageWords({ passages }: Pick<Document, "passages">, stream: Stream): string[][] {
  const { tokens, vocabulary, segments } = stream;
  const found = passages.map((): string[] => []);
  const passageOf = passageOfSegments(passages, segments);
  for (let i = 0; i < tokens.count; i++)
    found[passageOf[tokens.stretch[i]!]!]!.push(vocabulary.word(tokens.word[i]!));
  return found;
}

/** For each segment, the index of the passage that it stands in. */
export function passageOfSegments(passages: Document["passages"], segments: Stream["segments"]): Uint32Array {
  return Uint32Array.from(segments, ({ start }) => placeOf(passages, start));
}

/** Index of the last passage that starts at or before an offset; passages stand in text order. */
function placeOf(passages: Document["passages"], offset: number): number {
  let [low, high] = [0, passages.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (passages[middle]!.start <= offset) low = middle;
    else high = middle;
  }
  return low;
}
