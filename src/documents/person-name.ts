/** Words that stand before a name and are no part of it; upper case, without full stops. */
const TITLES = new Set(
  `MR MRS MS MISS MX DR COMRADE PROF PROFESSOR SIR DAME LORD LADY PRESIDENT SENATOR SEN GOVERNOR GOV SECRETARY SEC REPRESENTATIVE
  REP CONGRESSMAN CONGRESSWOMAN AMBASSADOR AMB GENERAL GEN ADMIRAL ADM COLONEL COL MAJOR MAJ CAPTAIN CAPT LIEUTENANT LT
  SERGEANT SGT COMMANDER CMDR CHANCELLOR PREMIER CHAIRMAN CHAIRWOMAN CHAIR SPEAKER JUSTICE JUDGE MAYOR MINISTER KING
  QUEEN PRINCE PRINCESS EMIR SHEIKH SHAYKH IMAM AYATOLLAH RABBI FATHER REVEREND REV BISHOP ARCHBISHOP CARDINAL POPE
  ADMINISTRATOR DIRECTOR COMMISSIONER SURGEON ATTORNEY DEPUTY VICE ACTING UNDER ASSISTANT CHIEF REAR FORMER PRIME FOREIGN
  DEFENSE DEFENCE INTERIOR M MME MLLE MONSIEUR MADAME HERR FRAU SEÑOR SEÑORA DON`.split(/\s+/u),
);

/** Titles that say nothing of an office. */
const COURTESY = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|m|mme|mlle|comrade)\.?$/iu;

/** Nouns of office: what a person is, in lower case. */
const OFFICES = new Set(
  `president vice-president minister secretary chief head leader director chair chairman chairwoman chairperson member
  official spokesman spokeswoman spokesperson commander deputy ambassador governor senator mayor king queen prince emir
  sheikh imam cleric preacher scholar professor lecturer editor columnist journalist author writer poet analyst
  researcher advisor adviser general colonel captain admiral officer chancellor premier speaker judge attorney
  commissioner coordinator founder representative delegate envoy mp lawmaker activist master keeper warden treasurer
  librarian conductor engineer pilot harbormaster manager owner curator superintendent inspector moderator interviewer
  host anchor presenter host correspondent reporter lawyer physician economist historian bishop rabbi mufti
  undersecretary administrator superior principal dean rector foreman steward skipper gardener baker`.split(
    /\s+/u,
  ),
);

/** Small words inside names: never at their end. */
const PARTICLE =
  /^(?:al|el|ad|as|ash|at|az|an|ar|bin|ben|ibn|bint|abu|abd|van|von|der|den|de|del|della|di|da|das|dos|du|la|le|ter|y|zu)$/u;

/** A word of a name: a capital, then letters, hyphens, apostrophes; or an initial. An apostrophe may open it (ayn). */
const NAME_WORD = /^['’‘ʿʾ]?\p{Lu}(?:\.|[\p{L}\p{M}'’‘ʿʾ.-]*)$/u;

/** Longest name in words: given names, patronymics, particles and a family name. */
const LONGEST_NAME = 7;

/** Whether a word is a title that stands before names ("Dr.", "SENATOR"). */
export function isTitle(word: string): boolean {
  return TITLES.has(word.replace(/\./gu, "").toUpperCase());
}

/** Whether a word is a title that says nothing of an office ("Mrs."). */
export function isCourtesy(word: string): boolean {
  return COURTESY.test(word);
}

/** Whether a word is a noun of office ("secretary", "Heads"). */
export function isOffice(word: string): boolean {
  const bare = word.toLowerCase().replace(/[^\p{L}-]/gu, "");
  return OFFICES.has(bare) || OFFICES.has(bare.replace(/s$/u, ""));
}

/** Whether `text` reads as a person's name without titles: one to seven capitalised words, particles between them. */
export function isName(text: string): boolean {
  const words = text.split(/\s+/u);
  if (words.length > LONGEST_NAME || !isNameWord(words[words.length - 1]!)) return false;
  return words.every(
    (word, index) => isNameWord(word) || (index > 0 && PARTICLE.test(word)) || isJoined(word),
  );
}

/** Whether `text` may be a name in a script without capitals (Arabic, Hebrew, Chinese): at most four words of letters. */
export function isUncasedName(text: string): boolean {
  return (
    /^[\p{Lo}\p{M}\s·.'’-]+$/u.test(text) && /\p{Lo}/u.test(text) && text.trim().split(/\s+/u).length <= 4
  );
}

export function isNameWord(word: string): boolean {
  return NAME_WORD.test(word) || isJoined(word);
}

export function isParticle(word: string): boolean {
  return PARTICLE.test(word);
}

/** "al-Rahim", "el-'Amin". */
function isJoined(word: string): boolean {
  return /^(?:al|el|a[dnrstz]|ash)-['’‘ʿʾ]?\p{Lu}[\p{L}\p{M}'’‘ʿʾ-]*$/u.test(word);
}

/** A name with the titles before it split off; `title` is null where there is none, `name` "" where nothing follows. */
export function splitTitle(text: string): { readonly title: string | null; readonly name: string } {
  const words = text.trim().split(/\s+/u);
  let count = 0;
  while (
    count < words.length &&
    (isTitle(words[count]!) || (count > 0 && /^(?:of|the)$/iu.test(words[count]!)))
  )
    count++;
  // "MR. CHANCELLOR" has a family name; "PRIME MINISTER" has none.
  if (count === words.length && count > 1 && COURTESY.test(words[0]!)) count--;
  const title = words.slice(0, count).join(" ");
  return { title: title === "" ? null : title, name: words.slice(count).join(" ") };
}

/** The family name: the last word, in upper case and freed of marks, by which two forms of a name are compared. */
export function familyName(name: string): string {
  const words = name.trim().split(/\s+/u);
  let last = words.length - 1;
  while (last > 0 && /^(?:JR|SR|II|III|IV)\.?,?$/iu.test(words[last]!)) last--;
  return words[last]!.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether two names can be one person's: the same family name, and no given name or initial that speaks against it. */
export function areCompatible(left: string, right: string): boolean {
  if (familyName(left) !== familyName(right)) return false;
  const [a, b] = [left, right].map((name) => name.split(/\s+/u)[0]!.replace(/\./gu, "").toUpperCase());
  if (!left.includes(" ") || !right.includes(" ")) return true;
  return a!.startsWith(b!) || b!.startsWith(a!);
}

/** A name set in capitals as it is written elsewhere: "HOWARD K. McGEE" is "Howard K. McGee". Other names stay. */
export function inTitleCase(name: string): string {
  if (/(?<!M|Ma)c?\p{Ll}{2}/u.test(name.replace(/\b(?:of|the|and|for|von|van|de)\b/gu, ""))) return name;
  return name
    .split(/(\s+)/u)
    .map((word, index) =>
      index > 0 && /^(?:OF|THE|AND|FOR)$/u.test(word) ? word.toLowerCase() : wordInTitleCase(word),
    )
    .join("");
}

function wordInTitleCase(word: string): string {
  return word
    .replace(/\p{L}+/gu, (letters) => letters[0]! + letters.slice(1).toLowerCase())
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}
