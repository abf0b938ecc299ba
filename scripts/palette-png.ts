import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Bytes of a pixel, red, green, blue, as Chromium writes pictures without transparency. */
const PIXEL = 3;
const MOST_COLOURS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG of eight bits a channel as one of 256 colours, a third of the size: the colours that it has most, and for each
 * other one the nearest of them. Made for pictures of pages, which have few. Throws for any other kind of PNG.
 */
export function palettePng(png: Buffer): Buffer {
  const { width, height, data } = read(png);
  const pixels = unfiltered(inflateSync(data), width, height);
  const colours = mostUsed(pixels);
  const numbers = new Map(colours.map((colour, i) => [colour, i]));
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += PIXEL) {
      const colour = pixels.readUIntBE(at, PIXEL);
      const known = numbers.get(colour) ?? nearest(colour, colours);
      numbers.set(colour, known);
      lines[y * (width + 1) + 1 + x] = known;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.alloc(colours.length * PIXEL);
  for (const [i, colour] of colours.entries()) palette.writeUIntBE(colour, i * PIXEL, PIXEL);
  const parts = [
    chunk("IHDR", head),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(lines, { level: 9 })),
  ];
  return Buffer.concat([SIGNATURE, ...parts, chunk("IEND", Buffer.alloc(0))]);
}

function read(png: Buffer): { width: number; height: number; data: Buffer } {
  const data: Buffer[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") data.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  if (png[24] !== 8 || png[25] !== 2 || png[28] !== 0)
    throw new Error("not a plain PNG of red, green and blue");
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), data: Buffer.concat(data) };
}

/** Each line is kept as what differs from its neighbours; its first byte says which. */
function unfiltered(lines: Buffer, width: number, height: number): Buffer {
  const length = width * PIXEL;
  const pixels = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++) {
    const filter = lines[y * (length + 1)]!;
    for (let x = 0; x < length; x++) {
      const at = y * length + x;
      const left = x < PIXEL ? 0 : pixels[at - PIXEL]!;
      const up = y === 0 ? 0 : pixels[at - length]!;
      const corner = x < PIXEL || y === 0 ? 0 : pixels[at - length - PIXEL]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      pixels[at] = lines[y * (length + 1) + 1 + x]! + guess;
    }
  }
  return pixels;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [left, up, corner].map((one) => Math.abs(estimate - one)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function mostUsed(pixels: Buffer): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += PIXEL) {
    const colour = pixels.readUIntBE(at, PIXEL);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  return ordered.slice(0, MOST_COLOURS).map(([colour]) => colour);
}

function nearest(colour: number, colours: readonly number[]): number {
  const far = (other: number): number =>
    [16, 8, 0].reduce((sum, bits) => sum + (((colour >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0);
  return colours.reduce((best, other, i) => (far(other) < far(colours[best]!) ? i : best), 0);
}

function chunk(name: string, data: Buffer): Buffer {
  const made = Buffer.alloc(data.length + 12);
  made.writeUInt32BE(data.length, 0);
  made.write(name, 4, "latin1");
  data.copy(made, 8);
  made.writeUInt32BE(crc32(made.subarray(4, 8 + data.length)), 8 + data.length);
  return made;
}
