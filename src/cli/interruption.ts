/** Signals that ask a command to end, and the exit codes that say so. */
const EXITS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Whether somebody asked the command to end (Ctrl-C, or SIGTERM). Work that must not be torn looks at `code` between
 * its steps. A second signal ends the command at once: the archive is sound after that too, it only writes nothing more.
 */
export class Interruption {
  /** The exit code to end with; null while nobody asked. */
  code: number | null = null;

  readonly #heard = (signal: NodeJS.Signals): void => {
    const code = EXITS[signal as keyof typeof EXITS];
    if (this.code !== null) process.exit(code);
    this.code = code;
  };

  constructor() {
    for (const signal of Object.keys(EXITS)) process.on(signal, this.#heard);
  }

  /** Signals end the command as usual again. */
  close(): void {
    for (const signal of Object.keys(EXITS)) process.off(signal, this.#heard);
  }
}
