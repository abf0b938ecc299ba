import { attributionOf, attributionOfSentence, type Verdict } from "./attribution.ts";
import { type Draft, endOf, startOf } from "./draft.ts";
import { isNameWord, isPersonal, nameEnd } from "./name.ts";
import type { Paragraphs } from "./paragraphs.ts";
import { type Place, sentenceEnd, sentenceStart } from "./passage.ts";
import type { People } from "./people.ts";
import type { Attribution, Stretch } from "./quotation.ts";
import { signatureOf } from "./signature.ts";
import { isPronoun } from "./subject.ts";

/** Fewest words of a quotation inside a sentence without cue to be given to the paragraph's speaker; fewer may be a title. */
const CARRIED_WORDS = 4;
/** Cues of a sentence that tells who spoke in the next or last one. Who asks or denies is as often the other party. */
const telling =
  /^(?:said|says|told|tells|wrote|writes|added|adds|explained|explains|stated|states|declared|recalled|spoke|speaks|replied|answered|warned|continued|went on)$/;

/** Credits the quotations of a text, in text order; what one is credited with can decide the next. */
export class Crediting {
  readonly #paragraphs: Paragraphs;
  readonly #people: People;
  #previous: { readonly draft: Draft; readonly attribution: Attribution | null } | null = null;

  constructor(paragraphs: Paragraphs, people: People) {
    this.#paragraphs = paragraphs;
    this.#people = people;
  }

  /** Whom the text credits with a draft; call it once a draft, in text order. */
  credit(draft: Draft): Attribution | null {
    const verdict = draft.signature === undefined ? this.#byWords(draft) : this.#bySignature(draft.signature);
    const attribution = verdict === "writer" ? null : verdict;
    this.#previous = { draft, attribution };
    return attribution;
  }

  #bySignature(signature: NonNullable<Draft["signature"]>): Verdict {
    if (signature.name === null) return null;
    const { start, end } = signature.name;
    const written = this.#paragraphs.text.slice(start, end).replace(/\s+/g, " ");
    const pronoun = /-(?:t-)?(il|elle|ils|elles|on)$/.exec(written)?.[1] ?? written.toLowerCase();
    const token = { kind: "word" as const, start, end, text: pronoun, lower: pronoun };
    const name = isPronoun(token) ? this.#people.meant(pronoun, start, start) : this.#people.resolve(written);
    if (name === null) return null;
    if (!isPronoun(token)) this.#people.credited(name, start, true);
    return { name, cue: signature.cue, start, end };
  }

  #byWords(draft: Draft): Verdict {
    if (draft.kind === "block") return this.#ledUpTo(startOf(draft)) ?? this.#signedBelow(draft);
    const first = this.#paragraphs.placeAt(draft.extents[0]);
    const last = this.#paragraphs.placeAt(draft.interruptedAfter ?? draft.extents[draft.extents.length - 1]);
    const own = attributionOf(first, last, this.#people);
    if (own !== null) return own;
    const carried = this.#carried(draft, first);
    if (carried !== null) return carried;
    const after = this.#paragraphs.placeAt(draft.extents[draft.extents.length - 1]);
    if (!standsAlone(first, after)) return null;
    return this.#neighbours(draft, first, after);
  }

  /** The paragraph's speaker so far, unless another person is named since. */
  #carried(draft: Draft, first: Place): Verdict {
    if (this.#previous === null || this.#previous.attribution === null) return null;
    const before = this.#paragraphs.placeAt(
      this.#previous.draft.extents[this.#previous.draft.extents.length - 1],
    );
    if (before.passage !== first.passage || before.at >= first.at) return null;
    const { name } = this.#previous.attribution;
    if (this.#namesAnother(before, first.at, name)) return null;
    const words = draft.parts.reduce((sum, part) => sum + this.#wordsIn(part), 0);
    return standsAlone(first, first) || words >= CARRIED_WORDS ? this.#previous.attribution : null;
  }

  #wordsIn({ start, end }: Stretch): number {
    return this.#paragraphs.text.slice(start, Math.min(end, start + 200)).split(/\s+/).length;
  }

  #namesAnother({ passage, at }: Place, end: number, name: string): boolean {
    const { tokens, text } = passage;
    for (let from = at + 1; from < end; from++) {
      if (!isNameWord(tokens[from])) continue;
      const to = nameEnd(tokens, from, end);
      const mentioned = this.#people.resolve(text.slice(tokens[from].start, tokens[to - 1].end));
      const placed = /^(?:the|a|an|in|at|on|near|from)$/.test(tokens[from - 1]?.lower ?? "");
      const person =
        !placed && isPersonal(tokens.slice(from, to)) && (to - from > 1 || this.#people.knows(mentioned));
      if (person && mentioned !== name) return true;
      from = to - 1;
    }
    return false;
  }

  #neighbours(draft: Draft, first: Place, last: Place): Verdict {
    const start = sentenceStart(first.passage, first.at);
    if (start > 0) return this.#told({ passage: first.passage, at: start });
    const led = this.#ledUpTo(startOf(draft));
    if (led !== null) return led;
    const signed = this.#signedBelow(draft);
    if (signed !== null) return signed;
    const next = sentenceEnd(last.passage, last.at);
    if (next >= last.passage.tokens.length) return null;
    return this.#told({ passage: last.passage, at: sentenceEnd(last.passage, next) });
  }

  #told(place: Place): Verdict {
    const verdict = attributionOfSentence(place, this.#people);
    return verdict !== null && verdict !== "writer" && !telling.test(verdict.cue) ? null : verdict;
  }

  /** A paragraph before it that ends in a colon and says who speaks. */
  #ledUpTo(start: number): Verdict {
    const lead = this.#paragraphs.leadingTo(start);
    return lead === null ? null : attributionOf(lead, lead, this.#people);
  }

  /** A paragraph after it that is nothing but "— Ilse Marrow". */
  #signedBelow(draft: Draft): Verdict {
    const below = this.#paragraphs.after(endOf(draft));
    const signature = below === null ? null : signatureOf(this.#paragraphs.text, below.start, below.end);
    return signature === null ? null : this.#bySignature(signature);
  }
}

/** Whether nothing but the quotation stands in its sentence. */
function standsAlone(first: Place, last: Place): boolean {
  const { tokens } = last.passage;
  if (sentenceStart(first.passage, first.at) !== first.at) return false;
  const end = sentenceEnd(last.passage, last.at);
  return tokens.slice(last.at + 1, Math.min(end, last.at + 4)).every((token) => token.kind === "punctuation");
}
