import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";

/** Threads that read at once at the most; one more reads unseen by the others. */
const READERS = 64;
/** Where the deadline of the one stands that reads alone; the others' follow. */
const ALONE = 0;
/** Milliseconds between two looks at what the others do. */
const LOOK = 20;
/** Milliseconds that a reading may go on past its deadline before it counts as broken off. */
const SLACK = 1000;
const KEY = "saidso:reading-turns";

/** Somebody's reading, as the others see it. */
export interface Turn {
  /** Whether any other reads now. */
  readonly isShared: () => boolean;
  readonly end: () => void;
}

/**
 * Which threads of the process read a file now. Memory is the process's: only of a file that is read alone can be said
 * that it took too much. Each reading has a deadline, so that a thread that is ended while it reads keeps nobody waiting
 * for longer than it might have read itself.
 */
export class Turns {
  /** Of each reading the instant, in milliseconds since 1970, at which it is over; past ones are free. */
  readonly #until: BigInt64Array<SharedArrayBuffer>;

  constructor(shared: SharedArrayBuffer = noTurns()) {
    this.#until = new BigInt64Array(shared);
  }

  /** Begins to read beside others, for `time` milliseconds at the most; waits while somebody reads alone. */
  beside(time: number): Turn {
    for (;;) {
      this.#waitFor(ALONE);
      const at = this.#take(time);
      if (!this.#isTaken(ALONE)) return this.#turn(at);
      this.#free(at);
    }
  }

  /** Begins to read alone: waits until all others are done. */
  alone(time: number): Turn {
    // Others may take as long before this begins.
    while (!this.#claim(ALONE, 2 * time + SLACK)) this.#waitFor(ALONE);
    for (let at = ALONE + 1; at < READERS; at++) this.#waitFor(at);
    Atomics.store(this.#until, ALONE, deadline(time));
    return this.#turn(ALONE);
  }

  #turn(own: number | null): Turn {
    return {
      isShared: () => this.#until.some((_, at) => at !== own && this.#isTaken(at)),
      end: () => this.#free(own),
    };
  }

  /** A place that is free; null where there is none. */
  #take(time: number): number | null {
    for (let at = ALONE + 1; at < READERS; at++) if (this.#claim(at, time)) return at;
    return null;
  }

  #claim(at: number, time: number): boolean {
    const held = Atomics.load(this.#until, at);
    if (held > now()) return false;
    return Atomics.compareExchange(this.#until, at, held, deadline(time)) === held;
  }

  #isTaken(at: number): boolean {
    return Atomics.load(this.#until, at) > now();
  }

  #waitFor(at: number): void {
    for (let held = Atomics.load(this.#until, at); held > now(); held = Atomics.load(this.#until, at))
      Atomics.wait(this.#until, at, held, LOOK);
  }

  #free(at: number | null): void {
    if (at === null) return;
    Atomics.store(this.#until, at, 0n);
    Atomics.notify(this.#until, at);
  }
}

/**
 * The turns of this process, told to all threads that are started from here on. Whoever starts several threads that read
 * calls it before; a thread that was told of none has its own.
 */
export function sharedTurns(): Turns {
  const told = getEnvironmentData(KEY) as SharedArrayBuffer | undefined;
  const shared = told ?? noTurns();
  if (told === undefined) setEnvironmentData(KEY, shared);
  return new Turns(shared);
}

function noTurns(): SharedArrayBuffer {
  return new SharedArrayBuffer(READERS * BigInt64Array.BYTES_PER_ELEMENT);
}

function now(): bigint {
  return BigInt(Date.now());
}

function deadline(time: number): bigint {
  return BigInt(Math.ceil(Date.now() + time + SLACK));
}
