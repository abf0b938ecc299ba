import type { Finding, ReportMatch, ReportProblem } from "../../check/index.ts";
import { oneLine } from "../printable.ts";
import { shortened } from "../shortened.ts";
import { REASON_SENTENCES, STATUS_SENTENCES } from "../status-text.ts";
import { voiceWithKind } from "../voice-label.ts";
import { matchWhereabouts } from "../whereabouts.ts";

/** Code units of a message, and of words told in it: a message is read in a list, the words stand whole in the text. */
const [MESSAGE, WORDS] = [500, 240];

/** What is said of a problem, on one line. */
export function problemSentence({ message, touches }: Pick<ReportProblem, "message" | "touches">): string {
  const touched = touches.length === 0 ? "" : ` Touches: ${touches.join(", ")}.`;
  return `${shortenedLine(message, MESSAGE)}${touched}`;
}

/** What is said of a finding beside its problems, on one line. */
export function statusSentence({ status, reason }: Pick<Finding, "status" | "reason">): string {
  return reason === null ? STATUS_SENTENCES[status] : REASON_SENTENCES[reason];
}

/** Words between quotation marks, on one line. */
export function quotedSentence(words: string): string {
  return `“${shortenedLine(words, WORDS)}”`;
}

/** A text on one line, shortened; of a long one only the beginning is read. */
export function shortenedLine(text: string, most: number): string {
  return shortened(oneLine(text.slice(0, 4 * most)), most);
}

/** Whose words stand where: `Ada Quay (speaker), harbour, passage p2`. */
export function whoseSentence(match: ReportMatch): string {
  return oneLine(`${voiceWithKind(match.voice)}, ${matchWhereabouts(match)}`);
}

/** The source's words, whose they are and where they stand; the nearest passage of an absent quotation is none. */
export function sourceSentence(match: ReportMatch, status: Finding["status"]): string {
  const called = status === "absent" ? "Nearest, not the source" : "Source";
  return `${called}: ${quotedSentence(match.text)} – ${whoseSentence(match)}.`;
}
