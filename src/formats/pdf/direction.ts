/** Letters that stand together, in logical order, and whether they are a raised number or word. */
export interface Part {
  readonly text: string;
  readonly raised: boolean;
}

const RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]/;
const DIGIT = /[0-9\u0660-\u0669\u06f0-\u06f9]/;
const LEFT = /\p{L}/u;

type Kind = "right" | "left" | "number" | "neutral";

function kindOf(text: string): Kind {
  if (DIGIT.test(text)) return "number";
  if (RIGHT.test(text) && /\p{L}/u.test(text)) return "right";
  return LEFT.test(text) ? "left" : "neutral";
}

/** How many letters of a text run to the right and to the left. */
export function strongLetters(text: string): { readonly left: number; readonly right: number } {
  let left = 0;
  let right = 0;
  for (const letter of text) {
    const kind = kindOf(letter);
    if (kind === "left") left++;
    else if (kind === "right") right++;
  }
  return { left, right };
}

const MIRRORS = new Map([..."()[]{}<>«»‹›"].map((sign, i, all) => [sign, all[i ^ 1]!]));

/**
 * Signs of text that runs to the left, as they were written. `shapes` says whether they are named by the shape that is seen;
 * where it is null, the reading in which the first bracket opens is the right one.
 */
function mirrored(parts: readonly Part[], shapes: boolean | null): Part[] {
  const first = parts.find(({ text }) => /^[()[\]{}<>]$/.test(text))?.text;
  const named = shapes ?? (first === undefined || !"([{<".includes(first));
  return named ? parts.map((part) => ({ ...part, text: MIRRORS.get(part.text) ?? part.text })) : [...parts];
}

/** The end of the left-to-right run that begins at `start`, in parts that stand from left to right; `start` where none does. */
function runEnd(parts: readonly Part[], kinds: readonly Kind[], start: number, arabic: boolean): number {
  if (kinds[start] === "number") return numberEnd(parts, kinds, start, arabic);
  if (kinds[start] !== "left") return start;
  let end = start + 1;
  for (let at = end; at < parts.length && kinds[at] !== "right"; at++) {
    if (kinds[at] === "left" || kinds[at] === "number") end = at + 1;
  }
  return end;
}

/** A number with its separators; percent and currency signs beside it belong to it where no Arabic stands. */
function numberEnd(parts: readonly Part[], kinds: readonly Kind[], start: number, arabic: boolean): number {
  const inside = arabic ? /^[.,:/\u066b\u066c]$/ : /^[-.,:/+]$/;
  let end = start + 1;
  while (end < parts.length) {
    if (kinds[end] === "number") end++;
    else if (inside.test(parts[end]!.text) && kinds[end + 1] === "number") end += 2;
    else break;
  }
  while (!arabic && end < parts.length && /^[%$€£₪°]$/.test(parts[end]!.text)) end++;
  return end;
}

/** Parts that stand from left to right, in the order in which a line that runs to the left is read. */
function leftward(parts: readonly Part[], shapes: boolean | null): Part[] {
  const kinds = parts.map(({ text }) => kindOf(text));
  const arabic = parts.some(({ text }) => ARABIC.test(text) && LEFT.test(text));
  const runs: (readonly Part[])[] = [];
  let neutral: Part[] = [];
  for (let at = 0; at < parts.length; ) {
    const end = runEnd(parts, kinds, at, arabic);
    if (end > at) {
      if (neutral.length > 0) runs.push(neutral.reverse());
      neutral = [];
      runs.push(parts.slice(at, end));
      at = end;
    } else {
      neutral.push(parts[at]!);
      at++;
    }
  }
  if (neutral.length > 0) runs.push(neutral.reverse());
  const isLeft = (run: readonly Part[]): boolean => run.some(({ text }) => kindOf(text) === "left");
  return mirroredAround(runs.reverse(), isLeft, shapes);
}

/** Brackets are turned in the runs that run to the left alone. */
function mirroredAround(
  runs: readonly (readonly Part[])[],
  isLeft: (run: readonly Part[]) => boolean,
  shapes: boolean | null,
): Part[] {
  const turned = mirrored(
    runs.flatMap((run) => (isLeft(run) ? [] : run)),
    shapes,
  );
  let at = 0;
  return runs.flatMap((run) => {
    if (isLeft(run)) return run;
    at += run.length;
    return turned.slice(at - run.length, at);
  });
}

/** Stretches that run to the left in a line that runs to the right: from the first to the last of their letters. */
function rightward(parts: readonly Part[], shapes: boolean | null): Part[] {
  const kinds = parts.map(({ text }) => kindOf(text));
  const read: Part[] = [];
  for (let at = 0; at < parts.length; ) {
    if (kinds[at] !== "right") {
      read.push(parts[at]!);
      at++;
      continue;
    }
    let end = at + 1;
    for (let next = end; next < parts.length && kinds[next] !== "left"; next++)
      if (kinds[next] === "right") end = next + 1;
    read.push(...leftward(parts.slice(at, end), shapes));
    at = end;
  }
  return righted(read);
}

/** Brackets of a line that runs to the right, where a producer has named them the wrong way round: the first one closes. */
function righted(parts: Part[]): Part[] {
  const signs = parts.filter(({ text }) => /^[()[\]]$/.test(text)).map(({ text }) => text);
  const wrong = signs.length > 1 && signs.every((sign, at) => (at % 2 === 0 ? ")]" : "([").includes(sign));
  return wrong ? parts.map((part) => ({ ...part, text: MIRRORS.get(part.text) ?? part.text })) : parts;
}

/**
 * The reading order of parts that stand from left to right in one line; `leftwards` says how the line runs, `shapes` whether
 * its brackets are named by the shape that is seen (see `namesShapes`).
 */
export function logicalOrder(
  parts: readonly Part[],
  leftwards: boolean,
  shapes: boolean | null = null,
): readonly Part[] {
  if (leftwards) return leftward(parts, shapes);
  return parts.some(({ text }) => RIGHT.test(text)) ? rightward(parts, shapes) : parts;
}
