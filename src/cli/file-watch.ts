import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** Milliseconds that files must rest before they count as changed: an editor writes in several steps. */
const REST = 100;
/** Milliseconds that a file which is gone is waited for: some editors take it away and put another in its place. */
const ABSENCE = 2000;
/** Milliseconds between two looks where the system cannot tell of changes: a drive of the network, a folder that is gone. */
const POLL = 1000;

/**
 * Waits for changes of files and folders with all below them. The system only says that something happened near them;
 * whether they changed is told by looking, so that a file may be replaced, vanish and come back.
 */
export class FileWatch {
  readonly #paths: readonly string[];
  #seen: string;

  /** What is there now is what a change is told from. */
  constructor(paths: readonly string[]) {
    this.#paths = paths.map((path) => resolve(path));
    this.#seen = this.#look();
  }

  /** Resolves once something has changed and rests; at once where it did since the last look. Ends early when aborted. */
  async changed(signal: AbortSignal): Promise<void> {
    const bell = new Bell();
    const watchers = this.#watchers(() => bell.ring());
    const isTold = watchers.every((watcher) => watcher !== null);
    const ring = (): void => bell.ring();
    signal.addEventListener("abort", ring);
    const poll = isTold ? null : setInterval(ring, POLL);
    try {
      while (!signal.aborted && this.#look() === this.#seen) await bell.rung();
      await this.#settled(signal);
    } finally {
      if (poll !== null) clearInterval(poll);
      signal.removeEventListener("abort", ring);
      for (const watcher of watchers) watcher?.close();
    }
  }

  async #settled(signal: AbortSignal): Promise<void> {
    const began = Date.now();
    while (!signal.aborted) {
      const before = this.#look();
      await delay(REST, undefined, { signal }).catch(() => {});
      this.#seen = this.#look();
      const isWhole = this.#paths.every((path) => sign(path) !== GONE) || Date.now() - began > ABSENCE;
      if (this.#seen === before && isWhole) return;
    }
  }

  #look(): string {
    return this.#paths.map(signature).join("\n");
  }

  /** A file is watched through its folder, which stays when another file takes its place; null where that cannot be. */
  #watchers(told: () => void): (FSWatcher | null)[] {
    const folders = new Set(this.#paths.map((path) => dirname(path)));
    const trees = this.#paths.filter(isFolder);
    return [
      ...[...folders].map((folder) => watcherOf(folder, false, told)),
      ...trees.map((folder) => watcherOf(folder, true, told)),
    ];
  }
}

/** Something that rings, once or more often, before or while somebody waits. */
class Bell {
  #isRung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  async rung(): Promise<void> {
    if (!this.#isRung)
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    this.#isRung = false;
    this.#wake = null;
  }
}

function watcherOf(folder: string, recursive: boolean, told: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { recursive }, told);
    // A folder that goes away ends its watcher; looking tells that it is gone.
    watcher.on("error", told);
    return watcher;
  } catch {
    return null;
  }
}

const GONE = "-";

/** What tells one state of a file from another: when it was written, how long it is, which file it is. */
function sign(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? GONE : `${stat.mtimeMs}:${stat.size}:${stat.ino}`;
}

/** The state of a file, or of all files of a folder. */
function signature(path: string): string {
  if (!isFolder(path)) return safely(() => sign(path));
  return safely(() =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry: Dirent) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => `${file} ${sign(file)}`)
      .join("\n"),
  );
}

function isFolder(path: string): boolean {
  return (
    safely(() => (statSync(path, { throwIfNoEntry: false })?.isDirectory() ? "folder" : GONE)) === "folder"
  );
}

/** What vanishes while it is looked at, or may not be looked at, is gone. */
function safely(look: () => string): string {
  try {
    return look();
  } catch {
    return GONE;
  }
}
