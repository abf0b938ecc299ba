import type { Window } from "../archive/index.ts";
import { Flag, type Match, type Quoted, type QuotedFingerprint, quotedFingerprint } from "../core/index.ts";
import type { ArchiveView } from "./archive-view.ts";
import { voiceDistance } from "./credit.ts";
import type { Credit, HeldVerdict } from "./holdings.ts";
import { piecesOf } from "./piece.ts";
import { isWhole, stretchesOf } from "./stretch.ts";
import { type Trial, trial, tryLatest, tryWhole } from "./trial.ts";

/** Held names that may be the credited one's and still say where to look; a surname of more is nobody's. */
const MOST_NAMESAKES = 64;
/** Words that stand together elsewhere were taken from there; fewer were rather changed. The matcher weighs a leap so. */
const TAKEN = 4;
/** Stretches looked at for one piece of a quotation. */
const MOST_OF_A_PIECE = 4;
/** Passages shown for what is absent. */
const MOST_NEAREST = 3;

/**
 * Whether an archive has a quotation's words. What somebody is credited with is looked for in his documents first, then
 * everywhere, on the few stretches that the archive proposes; what may join parts of one document is judged again on
 * the whole of it.
 */
export function archiveVerdict(quoted: Quoted, credit: Credit, view: ArchiveView): HeldVerdict {
  const words = quotedFingerprint(quoted);
  const attempt = (windows: readonly Window[]): Trial =>
    settled(
      trial(
        { quoted, credit, view },
        stretchesOf(windows, (key) => view.archive.edition(key)),
      ),
      words,
    );
  const own = ownWindows(words, credit, view);
  const first = own.length === 0 ? null : attempt(own);
  if (first !== null && stands(first, credit)) return first;
  const windows = [...own, ...view.candidates(words)];
  const found = attempt(windows);
  const whole = isTorn(found, words) ? tryWhole(found, [...windows, ...pieceWindows(words, view)]) : found;
  const latest = tryLatest(whole);
  return latest.verdict.status === "absent" ? withNearest(latest, words, view) : latest;
}

/** Faithful words around an omission mark are judged on the whole document: what is left out may be longer than the stretch. */
function settled(found: Trial, words: QuotedFingerprint): Trial {
  return isFaithful(found) && hasOmission(words) ? tryWhole(found, []) : found;
}

/** The likeliest stretches for each piece of a quotation. */
function pieceWindows(words: QuotedFingerprint, view: ArchiveView): Window[] {
  return piecesOf(words).flatMap((piece) => view.candidates(piece).slice(0, MOST_OF_A_PIECE));
}

/** The stretches in documents where the credited one speaks; none where nobody of that name is held, or too many are. */
function ownWindows(words: QuotedFingerprint, { name }: Credit, view: ArchiveView): readonly Window[] {
  const names = name === null ? [] : view.voices.same(name);
  return names.length === 0 || names.length > MOST_NAMESAKES ? [] : view.candidates(words, names);
}

function isFaithful({ verdict: { status } }: Trial): boolean {
  return status === "verbatim" || status === "marked";
}

/** Whether nothing better can stand elsewhere: faithful words of the one credited, in the latest version. */
function stands(found: Trial, { name }: Credit): boolean {
  const { verdict, documents } = found;
  const { match } = verdict;
  if (match === null || !isFaithful(found)) return false;
  const { document, version, latest } = documents[match.source]!;
  return version === latest && match.voice.name !== null && voiceDistance(name, match.voice, document) === 0;
}

/** Whether the quotation may have parts that the stretches do not show together. */
function isTorn(found: Trial, words: QuotedFingerprint): boolean {
  const { verdict, stretches } = found;
  const { status, reason, problems } = verdict;
  if (status === "spliced" || reason === "many-places") return true;
  if (isFaithful(found)) return false;
  if (hasOmission(words)) return true;
  if (status === "absent")
    return stretches.some((one, i) => !isWhole(one) && one.edition.key === stretches[i + 1]?.edition.key);
  return problems.some(({ quotation }) => quotation !== null && wordsIn(quotation.text) >= TAKEN);
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).length;
}

/** Whether an omission mark stands between two words. */
function hasOmission({ tokens }: QuotedFingerprint): boolean {
  return tokens.flags.subarray(1, tokens.count).some((flags) => (flags & Flag.omissionBefore) !== 0);
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
