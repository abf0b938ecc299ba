/** Letters looked at to tell a text's script. */
const SAMPLE = 4000;

/** Whether a text is written in the script of a language: so much can be told without knowing languages. */
export function isWrittenIn(text: string, language: string): boolean {
  const script = scriptOf(language);
  if (script === null) return false;
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? [];
  const own = letters.filter((letter) => script.test(letter)).length;
  return own * 2 > letters.length;
}

/** The letters of a language's script; null for what is no language's tag. */
function scriptOf(language: string): RegExp | null {
  try {
    const script = new Intl.Locale(language.replace("_", "-")).maximize().script ?? "";
    if (/^(?:Jpan|Hans|Hant|Kore)$/.test(script))
      return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
    return new RegExp(`\\p{Script=${script}}`, "u");
  } catch {
    return null;
  }
}
