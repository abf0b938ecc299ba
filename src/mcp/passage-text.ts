import type { PassageAnswer } from "../desk/index.ts";
import { oneLine, shortened, voiceWithKind } from "../publish/index.ts";

/** Code units of a passage that are printed: some pages. The answer has it whole. */
const LONGEST = 20_000;

type Passage = PassageAnswer["passages"][number];

/** What was read in lines: each passage with its id and whose words it is, then how to cite the one asked for. */
export function passageText(answer: PassageAnswer): string {
  const { document, passages, passage, before, after, total, citation } = answer;
  const title = document.title === null ? "" : `, “${oneLine(document.title)}”`;
  const older = document.latest ? "" : " (a later version is held)";
  const rest = before + after === 0 ? "" : `; ${before} before these and ${after} after`;
  return [
    `Document ${oneLine(document.id)}${title}, version ${document.version}${older}: ${total} passages${rest}.`,
    ...passages.map(written),
    `Citation of ${oneLine(passage)}: ${shortened(citation.text, LONGEST)}`,
  ].join("\n\n");
}

function written({ id, kind, voice, text, quoted }: Passage): string {
  const what = kind === "paragraph" ? "" : `, ${kind}`;
  const others = quoted.map(
    (one) => `\n  of which a third party's, ${oneLine(voiceWithKind(one.voice))}: “${oneLine(one.text)}”`,
  );
  const words = shortened(oneLine(text), LONGEST);
  return `[${oneLine(id)}${what}] ${oneLine(voiceWithKind(voice))}: ${words}${others.join("")}`;
}
