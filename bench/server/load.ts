import type { Client, Reply } from "./client.ts";
import type { Story } from "./story.ts";

/** Replies to stories, and whether each report was the one it must be. */
export interface Load {
  readonly replies: readonly Reply[];
  /** Reports that were answered and are not the expected ones. */
  readonly wrong: number;
}

/** Stories with the hash of the report that each must get. */
export interface Expected {
  readonly stories: readonly Story[];
  readonly hashes: readonly string[];
}

/** Pause of a client that was turned away, in milliseconds: shorter than the server asks for, to press it. */
const IMPATIENCE = 50;

/** So many stories a second, each sent when its time has come, whether or not the ones before are answered. */
export async function steadyLoad(
  client: Client,
  expected: Expected,
  rate: number,
  seconds: number,
): Promise<Load> {
  const sent: Promise<Reply>[] = [];
  const began = performance.now();
  for (let i = 0; i < rate * seconds; i++) {
    await until(began + (i * 1000) / rate);
    sent.push(send(client, expected, i));
  }
  return judged(await Promise.all(sent), expected, (i) => i);
}

/** So many clients at once, each of which sends the next story when it has an answer. */
export async function crowd(
  client: Client,
  expected: Expected,
  clients: number,
  seconds: number,
): Promise<Load> {
  const end = performance.now() + seconds * 1000;
  const replies: Reply[] = [];
  const numbers: number[] = [];
  const one = async (first: number): Promise<void> => {
    for (let i = first; performance.now() < end; i += clients) {
      const reply = await send(client, expected, i);
      replies.push(reply);
      numbers.push(i);
      if (reply.status === 503) await until(performance.now() + IMPATIENCE);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, i) => one(i)));
  return judged(replies, expected, (i) => numbers[i]!);
}

/** Asks for pages one after the other, in a round, as long as `work` takes. */
export async function beside<T>(
  client: Client,
  paths: readonly string[],
  work: Promise<T>,
): Promise<{ result: T; replies: Map<string, Reply[]> }> {
  const replies = new Map<string, Reply[]>(paths.map((path) => [path, []]));
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  for (let i = 0; !isDone; i++) {
    const path = paths[i % paths.length]!;
    replies.get(path)!.push(await client.get(path));
    await until(performance.now() + PAUSE);
  }
  return { result: await done, replies };
}

/** Milliseconds between two pages. */
const PAUSE = 40;

function send(client: Client, { stories }: Expected, number: number): Promise<Reply> {
  const { name, text } = stories[number % stories.length]!;
  return client.check(name, text);
}

function judged(replies: readonly Reply[], { hashes }: Expected, numberOf: (index: number) => number): Load {
  const isWrong = ({ status, hash }: Reply, i: number): boolean =>
    status === 200 && hash !== hashes[numberOf(i) % hashes.length];
  return { replies, wrong: replies.filter(isWrong).length };
}

function until(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - performance.now())));
}
