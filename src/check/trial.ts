import type { Edition, Window } from "../archive/index.ts";
import { prepare, type Quoted, verify } from "../core/index.ts";
import type { ArchiveView } from "./archive-view.ts";
import { distanceFrom } from "./credit.ts";
import type { Credit, HeldDocument, HeldVerdict } from "./holdings.ts";
import { isWhole, type Stretch, sourceOf, stretchesOf, united, wholeOf } from "./stretch.ts";

/** Documents read whole for one quotation. */
export const MOST_WHOLE = 8;
/** Units of text read whole for one quotation, about 300,000 words; the likeliest document is read whatever its length. */
const MOST_UNITS = 1_800_000;

/** A quotation and where it is looked for. */
export interface Question {
  readonly quoted: Quoted;
  readonly credit: Required<Credit>;
  readonly view: ArchiveView;
}

/** What is found of a quotation on some stretches of an archive; a match's source is a stretch. */
export interface Trial extends HeldVerdict, Question {
  readonly stretches: readonly Stretch[];
}

/** Puts a quotation against stretches, each a source of its own. They must not overlap. */
export function trial({ quoted, credit, view }: Question, stretches: readonly Stretch[]): Trial {
  const documents = stretches.map(({ edition }) => view.held(edition));
  const prepared = prepare(stretches.map(sourceOf), view.lexicon);
  const verdict = verify(quoted, prepared, {
    credited: credit.credited,
    distance: agedDistance(credit, documents),
    style: credit.house.style,
  });
  return { quoted, credit, view, stretches, documents, verdict };
}

/**
 * How far a voice is, and of one voice how old the version: less than one for all versions of a document, so that the
 * credited one's words in an older version come before another's in the latest.
 */
function agedDistance(
  { name, house }: Required<Credit>,
  documents: readonly HeldDocument[],
): ReturnType<typeof distanceFrom> {
  const distance = distanceFrom(
    name,
    documents.map(({ document }) => document),
    house.aliases,
  );
  return (voice, source) => {
    const { version, latest } = documents[source]!;
    return distance(voice, source) + (latest - version) / latest;
  };
}

/**
 * The same quotation on the windows too, and at most so many documents it may come from read whole: the match's own, then
 * those of `likely`, windows in their order.
 */
export function tryWhole(
  found: Trial,
  windows: readonly Window[],
  most = MOST_WHOLE,
  likely: readonly Window[] = windows,
): Trial {
  const { match } = found.verdict;
  const editionOf = (key: number): Edition => found.view.archive.edition(key);
  const matched = match === null ? [] : [found.stretches[match.source]!.edition];
  const whole = chosen([...matched, ...likely.map(({ edition }) => editionOf(edition))], most).map(wholeOf);
  const stretches = united([...found.stretches, ...stretchesOf(windows, editionOf), ...whole]);
  return stretches.length === found.stretches.length &&
    stretches.every((one, i) => isSame(one, found.stretches[i]!))
    ? found
    : trial(found, stretches);
}

function isSame(a: Stretch, b: Stretch): boolean {
  return a.edition.key === b.edition.key && a.from === b.from && a.to === b.to;
}

/** The first few versions, as many as are read in a moment. */
function chosen(editions: readonly Edition[], most: number): Edition[] {
  const found = new Map<number, Edition>();
  let units = 0;
  for (const edition of editions) {
    if (found.has(edition.key)) continue;
    units += edition.source.text.length;
    if (found.size === most || (found.size > 0 && units > MOST_UNITS)) break;
    found.set(edition.key, edition);
  }
  return [...found.values()];
}

/** Where only an older version has the words so far: the same quotation with the latest one beside it, read whole. */
export function tryLatest(found: Trial): Trial {
  const { match } = found.verdict;
  if (match === null) return found;
  const { version, latest, document } = found.documents[match.source]!;
  if (version === latest) return found;
  const stretch = wholeOf(found.view.latest(document.id));
  const isHeld = found.stretches.some((one) => one.edition.key === stretch.edition.key && isWhole(one));
  return isHeld ? found : tryLatest(trial(found, united([...found.stretches, stretch])));
}
