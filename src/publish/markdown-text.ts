/** A text that Markdown shows as it is. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, "\\$&");
}
