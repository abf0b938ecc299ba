/** What a label by role says: the role's one key for all its spellings, and whose voice it is. */
export interface Role {
  readonly style: "question" | "answer" | "role";
  readonly key: string;
  readonly voice: "interviewer" | "speaker";
  readonly audience: boolean;
}

const QUESTION = /^(?:Q|QUESTION|س|سؤال|السؤال|ש|שאלה)\s?\d{0,3}$/u;
const ANSWER = /^(?:A|ANSWER|R|RÉPONSE|REPONSE|ج|جواب|الجواب|ת|תשובה|RESPONSE)\s?\d{0,3}$/u;
const INTERVIEWER =
  /^(?:THE )?(?:UNIDENTIFIED |UNKNOWN |MALE |FEMALE |FIRST |SECOND |THIRD |ANOTHER |TV |RADIO |NEWS |STUDIO )*(?:INTERVIEWERS?|REPORTERS?|MODERATORS?|HOST(?:ESS)?S?|CO-HOST|ANCHOR(?:MAN|WOMAN|PERSON)?|PRESENTER|JOURNALISTS?|CORRESPONDENT|ANNOUNCER|NEWSCASTER|PRESS|CALLER|QUESTIONER|STUDENT|INTERVIEWEUR|JOURNALISTE|PRÉSENTATEUR|PRÉSENTATRICE|ANIMATEUR|MODÉRATEUR|الصحفي|الصحافي|الصحفية|المذيع|المذيعة|المحاور|المحاورة|السائل|مقدم البرنامج|المراسل|مراسل|صحفي|צ?מראיין|מראיינת)(?: ?#? ?\d{1,2})?$/u;
const AUDIENCE =
  /^(?:THE )?(?:AUDIENCE|CROWD|UNIDENTIFIED|VOICES?|SPECTATORS?|PUBLIC|SEVERAL)(?: MEMBERS?)?(?: ?#? ?\d{1,2})?$|^\p{L}+ MEMBERS?$/u;
const ASKS =
  /\b(?:moderator|interviewer|host|anchor|presenter|journalist|reporter|correspondent|moderating)\b/iu;

/**
 * The role that a label names, or null. `key` is the label in upper case without full stops. A role in `detail` counts
 * too: `HOWARD REED, MODERATOR` asks.
 */
export function roleOf(key: string, detail: string | null): Role | null {
  if (QUESTION.test(key)) return { style: "question", key: "Q", voice: "interviewer", audience: false };
  if (ANSWER.test(key)) return { style: "answer", key: "A", voice: "speaker", audience: false };
  if (INTERVIEWER.test(key)) return { style: "role", key, voice: "interviewer", audience: false };
  if (AUDIENCE.test(key)) return { style: "role", key: "AUDIENCE", voice: "interviewer", audience: true };
  if (detail !== null && ASKS.test(detail))
    return { style: "role", key, voice: "interviewer", audience: false };
  return null;
}
