/**
 * A path pattern as a regular expression over paths with forward slashes: `*` and `?` stay within a folder, `**` passes
 * over any, `{a,b}` is one of several; a pattern without a slash fits a name in any folder, one that ends in a slash all
 * below that folder. Dots are names as any.
 */
export function globPattern(glob: string): RegExp {
  const pattern = glob.replaceAll("\\", "/").replace(/^\.\//u, "");
  const anywhere = !pattern.replace(/\/$/u, "").includes("/");
  const whole = `${anywhere ? "**/" : ""}${pattern.replace(/^\//u, "")}${pattern.endsWith("/") ? "**" : ""}`;
  const tokens = whole.match(/\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{/gu) ?? [];
  return new RegExp(`^${tokens.map(piece).join("")}$`, "u");
}

function piece(token: string): string {
  if (token === "**/") return "(?:[^/]+/)*";
  if (token === "**") return ".*";
  if (token === "*") return "[^/]*";
  if (token === "?") return "[^/]";
  if (/^\{.*\}$/su.test(token)) return `(?:${token.slice(1, -1).split(",").map(literal).join("|")})`;
  return literal(token);
}

function literal(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/gu, "\\$&");
}
