/** Letters and digits of any script joined by hyphens, in lower case: as ids of documents are written. */
export function kebab(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
}
