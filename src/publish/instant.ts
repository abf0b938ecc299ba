/** An instant as feeds and catalogues write it, to the second in UTC: "2026-01-02T10:00:00Z". One that is none is the year 1970. */
export function utcSeconds(instant: string): string {
  const time = Date.parse(instant);
  return new Date(Number.isNaN(time) ? 0 : time).toISOString().replace(/\.\d+Z$/u, "Z");
}
