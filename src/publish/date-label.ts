const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** An ISO date, month or year as it is printed: "2016-03-28" is "28 March 2016". Anything else stays as it is. */
export function dateLabel(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(iso) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || (month !== undefined && name === undefined)) return iso;
  return [day === undefined ? null : Number(day), name ?? null, year]
    .filter((part) => part !== null)
    .join(" ");
}
