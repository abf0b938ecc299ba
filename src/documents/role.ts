/** What a label by role says: the role's one key for all its spellings, and whose voice it is. */
export interface Role {
  readonly style: "question" | "answer" | "role";
  readonly key: string;
  readonly voice: "interviewer" | "speaker";
  readonly audience: boolean;
}

const QUESTION =
  /^(?:Q|QUESTION|س|سؤال|السؤال|ש|שאלה|问|問|FRAGE|PREGUNTA|PERGUNTA|DOMANDA|VRAAG|FRÅGA|SORU|ВОПРОС)\s?\d{0,3}$/u;
const ANSWER =
  /^(?:A|ANSWER|R|RÉPONSE|REPONSE|ج|جواب|الجواب|ת|תשובה|答|ANTWORT|RESPUESTA|RESPOSTA|RISPOSTA|ANTWOORD|SVAR|CEVAP|ОТВЕТ|RESPONSE)\s?\d{0,3}$/u;
/** One letter for "question" in languages where it may as well be a name's initial: sure only beside an answer's. */
const LETTER = /^[PDFВ]$/u;
/** Roles of one who asks, in the languages whose press prints them as labels. */
const INTERVIEWER = new RegExp(
  `^(?:THE )?(?:(?:UNIDENTIFIED|UNKNOWN|MALE|FEMALE|FIRST|SECOND|THIRD|ANOTHER|TV|RADIO|NEWS|STUDIO) )*(?:${[
    "INTERVIEWERS?|REPORTERS?|MODERATORS?|HOST(?:ESS)?S?|CO-HOST|ANCHOR(?:MAN|WOMAN|PERSON)?|PRESENTER|JOURNALISTS?",
    "CORRESPONDENT|ANNOUNCER|NEWSCASTER|PRESS|CALLER|QUESTIONER|STUDENT",
    "INTERVIEWEUR|INTERVIEWEUSE|JOURNALISTE|PRÉSENTATEUR|PRÉSENTATRICE|ANIMATEUR|ANIMATRICE|MODÉRATEUR|MODÉRATRICE",
    "INTERVIEWERIN|JOURNALIST(?:IN)?|MODERATORIN|REPORTERIN|PERIODISTA|ENTREVISTADORA?|REPORTERO|REPORTERA",
    "GIORNALISTA|INTERVISTATORE|INTERVISTATRICE|JORNALISTA|JOURNALISTEN|INTERVJUARE",
    "ЖУРНАЛИСТ(?:КА)?|КОРРЕСПОНДЕНТ(?:КА)?|ВЕДУЩИЙ|ВЕДУЩАЯ|ИНТЕРВЬЮЕР|ЖУРНАЛІСТ",
    "الصحفي|الصحافي|الصحفية|المذيع|المذيعة|المحاور|المحاورة|السائل|مقدم البرنامج|المراسل|مراسل|صحفي|خبرنگار|مجری",
    "מראיין|מראיינת|המראיין|המראיינת|עיתונאי|עיתונאית|מנחה|GAZETECİ|SUNUCU|MUHABİR",
    "记者|記者|主持人|主播|采访者|採訪者|聞き手|司会",
  ].join("|")})(?: ?#? ?\\d{1,2})?$`,
  "u",
);
const AUDIENCE =
  /^(?:THE )?(?:AUDIENCE|CROWD|UNIDENTIFIED|VOICES?|SPECTATORS?|PUBLIC|SEVERAL)(?: MEMBERS?)?(?: ?#? ?\d{1,2})?$|^\p{L}+ MEMBERS?$/u;
const ASKS =
  /\b(?:moderator|interviewer|host|anchor|presenter|journalist|reporter|correspondent|moderating)\b/iu;

/**
 * The role that a label names, or null. `key` is the label in upper case without full stops. A role in `detail` counts
 * too: `HOWARD REED, MODERATOR` asks. The key of a letter that only an answer beside it makes a question is `Q?`.
 */
export function roleOf(key: string, detail: string | null): Role | null {
  if (QUESTION.test(key)) return { style: "question", key: "Q", voice: "interviewer", audience: false };
  if (LETTER.test(key)) return { style: "question", key: "Q?", voice: "interviewer", audience: false };
  if (ANSWER.test(key)) return { style: "answer", key: "A", voice: "speaker", audience: false };
  if (INTERVIEWER.test(key)) return { style: "role", key, voice: "interviewer", audience: false };
  if (AUDIENCE.test(key)) return { style: "role", key: "AUDIENCE", voice: "interviewer", audience: true };
  if (detail !== null && ASKS.test(detail))
    return { style: "role", key, voice: "interviewer", audience: false };
  return null;
}
