/** How far long work is. */
export interface Progress {
  /** What is counted, in the plural: "documents". */
  readonly noun: string;
  readonly done: number;
  readonly total: number;
  /** Bytes, by which the time left is reckoned: documents differ in size. */
  readonly bytes: number;
  readonly allBytes: number;
}

/** "adding 12/40 documents, 3.1/9.8 MB, 1.6 MB/s, 4 s left"; the rate once a second of work is behind. */
export function rateLine(
  label: string,
  { noun, done, total, bytes, allBytes }: Progress,
  seconds: number,
): string {
  const counts = `${label} ${done}/${total} ${noun}, ${megabytes(bytes)}/${megabytes(allBytes)} MB`;
  if (seconds < 1 || bytes === 0) return counts;
  const rate = bytes / seconds;
  return `${counts}, ${megabytes(rate)} MB/s, ${duration((allBytes - bytes) / rate)} left`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** "8 s", "2 min 5 s", "1 h 12 min". */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
