import { type Command, InvalidArgumentError } from "commander";

/** Megabytes, as bytes. */
export function bytes(megabytes: string): number {
  const size = Number(megabytes);
  if (!(size > 0)) throw new InvalidArgumentError("it is a number of megabytes above 0.");
  return size * 2 ** 20;
}

/** A whole number from 1 on. */
export function ordinal(text: string): number {
  if (!/^[1-9]\d{0,8}$/u.test(text)) throw new InvalidArgumentError("it is a whole number from 1 on.");
  return Number(text);
}

/** A whole number from 0 on. */
export function whole(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError("it is a whole number from 0 on.");
  return Number(text);
}

/** Reads whole numbers of a range, both ends in it. */
export function within(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d{1,9}$/u.test(text) || number < least || number > most)
      throw new InvalidArgumentError(`it is a whole number from ${least} to ${most}.`);
    return number;
  };
}

/** A name, or an address in figures, that a server is reached by; in lower case. */
function hostName(text: string): string {
  const isName = /^(?!-)[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u.test(text);
  const name = isName ? URL.parse(`http://${text}`)?.hostname : undefined;
  if (name === undefined)
    throw new InvalidArgumentError(
      "it is a host's name alone, without http:// and port, such as desk.example.",
    );
  return name;
}

/** An address as OAI-PMH takes it. */
export function emailAddress(text: string): string {
  if (!/^[^\s@<>]+@(?:[^\s@<>.]+\.)+[^\s@<>.]+$/u.test(text))
    throw new InvalidArgumentError("it is an address for mail, such as desk@example.org.");
  return text;
}

/** A port's number; 0 stands for one that is free. */
export function port(text: string): number {
  const number = whole(text);
  if (number > 65_535) throw new InvalidArgumentError("it is a port from 0 to 65535.");
  return number;
}

/** A date, month or year as ISO has them. */
export function isoDate(text: string): string {
  const [, , month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text) ?? [null, null, "00", "00"];
  const isMonth = month === undefined || (Number(month) >= 1 && Number(month) <= 12);
  const isDay = day === undefined || (Number(day) >= 1 && Number(day) <= 31);
  if (!isMonth || !isDay)
    throw new InvalidArgumentError("it is a year, a month or a day, such as 2018, 2018-03 or 2018-03-28.");
  return text;
}

/** Gathers an option that may be given again. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** Gathers hosts' names. */
export function collectHosts(value: string, before: readonly string[]): readonly string[] {
  return [...before, hostName(value)];
}

/** Of a command's options those that somebody gave, not those that have their default. */
export function givenOptions<T extends object>(options: T, command: Command): Partial<T> {
  const given = Object.entries(options).filter(([name]) => command.getOptionValueSource(name) !== "default");
  return Object.fromEntries(given) as Partial<T>;
}
