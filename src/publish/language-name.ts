const NAMES = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** A language's English name, or the tag where it is none. */
export function languageName(tag: string): string {
  try {
    return NAMES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
