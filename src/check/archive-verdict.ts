import type { Window } from "../archive/index.ts";
import { type Match, type Quoted, type QuotedFingerprint, quotedFingerprint } from "../core/index.ts";
import type { ArchiveView } from "./archive-view.ts";
import { voiceDistance } from "./credit.ts";
import type { Credit, HeldVerdict } from "./holdings.ts";
import { PLAIN_HOUSE } from "./house.ts";
import { piecesOf } from "./piece.ts";
import { stretchesOf } from "./stretch.ts";
import { hasOmission, isFaithful, isTorn, scattered, strangePieces } from "./torn.ts";
import { MOST_WHOLE, type Question, type Trial, trial, tryLatest, tryWhole } from "./trial.ts";

/** Held names that may be the credited one's and still say where to look; a surname of more is nobody's. */
const MOST_NAMESAKES = 64;
/** Stretches looked at for one piece of a quotation. */
const MOST_OF_A_PIECE = 4;
/** Runs of three in the fewest words that may have been taken from elsewhere: four. Fewer stand anywhere by chance. */
const TAKEN_RUNS = 2;
/** Words of a piece that a leap to another document is worth: it costs as much as ten changed ones, and some are kept by chance. */
const LEAPT = 8;
/** Passages shown for what is absent. */
const MOST_NEAREST = 3;

/**
 * Whether an archive has a quotation's words. What somebody is credited with is looked for in his documents first, then
 * everywhere, on the few stretches that the archive proposes; what may join parts of one document is judged again on
 * the whole of it.
 */
export function archiveVerdict(
  quoted: Quoted,
  { house = PLAIN_HOUSE, ...given }: Credit,
  view: ArchiveView,
): HeldVerdict {
  const words = quotedFingerprint(quoted, house.style);
  const credit = { ...given, house };
  const question = { quoted, credit, view };
  const own = ownWindows(words, credit, view);
  const first = own.length === 0 ? null : onWindows(question, own, words);
  if (first !== null && stands(first)) return first;
  const windows = [...own, ...view.candidates(words)];
  const found = withParts(onWindows(question, windows, words), windows, words);
  const latest = tryLatest(found);
  return latest.verdict.status === "absent" ? withNearest(latest, words, view) : latest;
}

/** The stretches in documents where the credited one speaks; none where nobody of that name is held, or too many are. */
function ownWindows(
  words: QuotedFingerprint,
  { name, house }: Required<Credit>,
  view: ArchiveView,
): readonly Window[] {
  const called = name === null ? [] : house.aliases.of(name);
  const names = [...new Set(called.flatMap((one) => view.voices.same(one)))];
  return names.length === 0 || names.length > MOST_NAMESAKES
    ? []
    : view.candidates(words, { speakers: names });
}

/** Faithful words around an omission mark are judged on the whole document: what is left out may be longer than a stretch. */
function onWindows(question: Question, windows: readonly Window[], words: QuotedFingerprint): Trial {
  const editionOf = (key: number) => question.view.archive.edition(key);
  const found = trial(question, stretchesOf(windows, editionOf));
  return isFaithful(found) && hasOmission(words) ? tryWhole(found, [], 1) : found;
}

/** Whether nothing better can stand elsewhere: faithful words of the one credited, in the latest version. */
function stands(found: Trial): boolean {
  const { verdict, documents, credit } = found;
  const { match } = verdict;
  if (match === null || !isFaithful(found)) return false;
  const { document, version, latest } = documents[match.source]!;
  const isOwn =
    match.voice.name !== null &&
    voiceDistance(credit.name, match.voice, document, credit.house.aliases) === 0;
  return isOwn && version === latest;
}

/** Parts that the stretches do not show, or not together, are looked for each by itself, and in the whole document. */
function withParts(found: Trial, windows: readonly Window[], words: QuotedFingerprint): Trial {
  const joined = withStrange(found, words);
  if (!isTorn(joined, words)) return joined;
  const parts = [...windows, ...pieceWindows(piecesOf(words), found.view)];
  const mayLeap = joined.verdict.status !== "absent" || hasOmission(words);
  const wider = tryWhole(joined, parts, MOST_WHOLE, mayLeap ? parts : scattered(joined, parts));
  // The place that is best now may be in a document of which a stretch alone was looked at.
  return tryWhole(wider, [], 1);
}

/**
 * Words that differ are looked for elsewhere. The document is read whole only where it may have them in another place,
 * and other documents are looked at only for so many words that a leap to them is worth it.
 */
function withStrange(found: Trial, words: QuotedFingerprint): Trial {
  const { match } = found.verdict;
  const pieces = match === null ? [] : strangePieces(found, words);
  if (match === null || pieces.length === 0) return found;
  const windows = pieceWindows(pieces, found.view);
  const own = found.stretches[match.source]!;
  const elsewhere = stretchesOf(windows, (key) => found.view.archive.edition(key)).filter(
    ({ edition, from, to }) => edition.key === own.edition.key && (from < own.from || to > own.to),
  );
  if (elsewhere.length > 0) return tryWhole(found, windows, 1);
  return pieces.some((piece) => piece.words.length >= LEAPT) ? tryWhole(found, windows, 0) : found;
}

/** The likeliest stretches for each piece of a quotation. */
function pieceWindows(pieces: readonly QuotedFingerprint[], view: ArchiveView): Window[] {
  return pieces.flatMap((piece) =>
    view.candidates(piece, { leastRuns: TAKEN_RUNS }).slice(0, MOST_OF_A_PIECE),
  );
}

/** What is absent is shown beside the passages nearest to it, which are not its source. */
function withNearest(found: HeldVerdict, words: QuotedFingerprint, view: ArchiveView): HeldVerdict {
  const near = view.archive.nearest(words, MOST_NEAREST, view.except?.key);
  const alternatives = near.map(({ edition, passage: { start, end, voice, turn } }, source): Match => {
    const text = edition.document.text.slice(start, end);
    return { source, start, end, text, voice, turn, parts: [{ start, end }] };
  });
  return {
    verdict: { ...found.verdict, alternatives },
    documents: near.map(({ edition }) => view.held(edition)),
  };
}
