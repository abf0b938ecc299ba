import type { Random } from "../../bench/misquote/random.ts";

/** Bytes of a page of an archive's file. */
const PAGE = 8192;

/** What can happen to a file's bytes; each answers the damaged ones and may change those it is given. */
export const DAMAGE_KINDS = {
  "flipped bit": (bytes: Uint8Array, random: Random): Uint8Array => {
    bytes[placeIn(bytes, random)]! ^= 1 << random.between(0, 7);
    return bytes;
  },
  "other byte": (bytes: Uint8Array, random: Random): Uint8Array => {
    bytes[placeIn(bytes, random)]! ^= random.between(1, 255);
    return bytes;
  },
  "torn sector": (bytes: Uint8Array, random: Random): Uint8Array => {
    const start = placeIn(bytes, random) & ~511;
    for (let i = start; i < Math.min(bytes.length, start + 512); i++) bytes[i] = random.between(0, 255);
    return bytes;
  },
  "page of zeros": (bytes: Uint8Array, random: Random): Uint8Array => {
    const page = pageOf(bytes, random);
    return bytes.fill(0, page * PAGE, (page + 1) * PAGE);
  },
  "page in place of another": (bytes: Uint8Array, random: Random): Uint8Array => {
    const [from, to] = [pageOf(bytes, random), pageOf(bytes, random)];
    return bytes.copyWithin(to * PAGE, from * PAGE, (from + 1) * PAGE);
  },
  "file cut at a page": (bytes: Uint8Array, random: Random): Uint8Array =>
    bytes.subarray(0, pageOf(bytes, random) * PAGE),
  "file cut anywhere": (bytes: Uint8Array, random: Random): Uint8Array =>
    bytes.subarray(0, random.between(1, bytes.length - 1)),
  "file cut to a hundred bytes": (bytes: Uint8Array): Uint8Array => bytes.subarray(0, 100),
  "nothing but the header": (bytes: Uint8Array, random: Random): Uint8Array => {
    for (let i = 100; i < bytes.length; i++) bytes[i] = random.between(0, 255);
    return bytes;
  },
} as const;

export type DamageKind = keyof typeof DAMAGE_KINDS;

/** Half of the places are anywhere, half are bytes in use: a page has much room that nobody reads. */
function placeIn(bytes: Uint8Array, random: Random): number {
  if (random.chance(0.5)) return random.between(0, bytes.length - 1);
  const page = pageOf(bytes, random) * PAGE;
  const used = Array.from({ length: PAGE }, (_, i) => page + i).filter((at) => bytes[at] !== 0);
  return used.length === 0 ? page : random.pick(used);
}

function pageOf(bytes: Uint8Array, random: Random): number {
  return random.between(0, bytes.length / PAGE - 1);
}
