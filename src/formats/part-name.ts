/** A file's name, and which of its documents is meant: null where the file is one document. */
export interface PartName {
  readonly file: string;
  readonly part: string | null;
}

/** The name of one document of a file that holds several: `pages.warc#https://example.org/`, `talks.jsonl#12`. */
export function partName(file: string, part: string): string {
  return `${file}#${part}`;
}

/** Reads what {@link partName} gave; a # in any other name is a letter of it. */
export function readPartName(name: string): PartName {
  const parts = /^(.*?\.(?:warc(?:\.gz)?|jsonl|ndjson|xml|tei))#(.+)$/isu.exec(name);
  return parts === null ? { file: name, part: null } : { file: parts[1]!, part: parts[2]! };
}
