import type { MarkedVoice } from "../markup.ts";
import { attribute, type Finder, pointed, wordsOf, type XmlElement } from "./element.ts";
import type { Flow } from "./flow.ts";
import type { TeiHeader } from "./header.ts";
import { KnownNames, voiceOfLabel } from "./person.ts";

const UNKNOWN: MarkedVoice = { kind: "unknown", name: null };

/** Whose words an element says they are, and in which turn. */
interface Spoken {
  readonly voice: MarkedVoice;
  readonly turn: number;
}

/** The turns of a text while it is walked: whose each is, and whether one goes on. */
export class TurnState {
  readonly #flow: Flow;
  readonly #header: TeiHeader;
  readonly #finder: Finder;
  /** Those that the header has, and those that labels alone gave so far. */
  readonly #names: KnownNames;
  #last: { readonly turn: number; readonly key: string; readonly n: string | null } | null = null;

  constructor(flow: Flow, header: TeiHeader, finder: Finder) {
    this.#flow = flow;
    this.#header = header;
    this.#finder = finder;
    this.#names = new KnownNames([...header.persons.values()].flatMap(({ voice }) => voice.name ?? []));
  }

  /** The turn of an `sp`. With the number (`n`) and voice of the one before it goes on with that. */
  ofSpeech(element: XmlElement): Spoken {
    const label = wordsOf(this.#finder.child(element, "speaker"));
    const voice = this.voiceOf(element) ?? this.#ofLabel(label);
    const n = attribute(element, "n");
    const key = `${pointed(element, "who").join(" ")} ${voice.kind} ${voice.name}`;
    const goesOn = n !== null && this.#last?.n === n && this.#last.key === key;
    return this.#take(voice, key, n, goesOn);
  }

  /** The turn of a `u`: several of one person, with nobody else's between them, are one. */
  ofUtterance(element: XmlElement): Spoken {
    const voice = this.voiceOf(element) ?? UNKNOWN;
    const key = pointed(element, "who").join(" ");
    return this.#take(voice, key, null, key !== "" && this.#last?.key === key);
  }

  /**
   * The voice of `who`; null where it says nobody that the file tells of and a label may say it. Several voices at once
   * are nobody's in particular.
   */
  voiceOf(element: XmlElement): MarkedVoice | null {
    const ids = pointed(element, "who");
    if (ids.length === 0) return null;
    const person = ids.length === 1 ? this.#header.persons.get(ids[0]!) : undefined;
    if (person !== undefined) return person.voice;
    const hasLabel = this.#finder.child(element, "speaker") !== null;
    return hasLabel && ids.length === 1 ? null : { kind: "speaker", name: null };
  }

  /** Whose words a passage outside turns is, where what saidso wrote says it by `resp`. */
  responsible(element: XmlElement): MarkedVoice | null {
    const id = this.#header.isOwn ? pointed(element, "resp")[0] : undefined;
    return id === undefined ? null : (this.#header.persons.get(id)?.voice ?? null);
  }

  #take(voice: MarkedVoice, key: string, n: string | null, goesOn: boolean): Spoken {
    const turn = goesOn ? this.#last!.turn : this.#flow.beginTurn(voice);
    this.#last = { turn, key, n };
    return { voice, turn };
  }

  #ofLabel(label: string | null): MarkedVoice {
    if (label === null) return UNKNOWN;
    const voice = voiceOfLabel(label, this.#names);
    if (voice.name !== null) this.#names.add(voice.name);
    return voice;
  }
}
