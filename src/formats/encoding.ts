/** A text and the encoding that its bytes were read in, by its WHATWG name, lower case. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** A word of two or more Arabic letters and vowel signs, and nothing else. */
const ARABIC_WORD = /^[\u0621-\u065f\u066e-\u06d3]{2,}$/u;

/** How much is looked at to tell an encoding: enough for a page of text, little enough for a file of any size. */
const SAMPLE_LENGTH = 1 << 16;

/** Where HTML and XML have to declare their encoding; the standard says 1024 bytes, many pages come later. */
const DECLARATION_LENGTH = 4096;

function decoder(label: string, fatal = false): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * UTF-16 without a mark: zero bytes stand at even or at odd places alone, each beside a printable character, and what
 * else stands at those places is no ASCII letter. So alphabets are told; Chinese without a mark is not, as its high
 * bytes are those of ASCII text with a stray zero.
 */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const first = bytes.subarray(0, SAMPLE_LENGTH).indexOf(0);
  if (first < 0 || bytes.length % 2 !== 0) return null;
  const place = first % 2;
  for (let i = 0; i < Math.min(bytes.length, SAMPLE_LENGTH); i += 2) {
    const high = bytes[i + place]!;
    const low = bytes[i + 1 - place]!;
    if (high > 0x20 && high < 0xf9) return null;
    if (high === 0 && low < 32 && low !== 9 && low !== 10 && low !== 13) return null;
  }
  return place === 0 ? "utf-16be" : "utf-16le";
}

/** Valid UTF-8, or UTF-8 with a few broken places: more characters of several bytes are whole than broken. */
function utf8(bytes: Uint8Array): string | null {
  try {
    return decoder("utf-8", true)!.decode(bytes);
  } catch {
    const text = decoder("utf-8")!.decode(bytes);
    let broken = 0;
    let whole = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 0xfffd) broken++;
      else if (unit > 0x7f) whole++;
    }
    return whole > broken ? text : null;
  }
}

/**
 * Arabic text in Windows-1256 is words of high bytes throughout; Western text in Windows-1252 has single high bytes
 * among ASCII letters. So, read as 1256: do most letters beyond ASCII stand in words that are Arabic alone?
 */
function looksArabic(bytes: Uint8Array): boolean {
  const text = decoder("windows-1256")!.decode(bytes.subarray(0, SAMPLE_LENGTH));
  let arabic = 0;
  let other = 0;
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (ARABIC_WORD.test(word)) arabic += word.length;
    else for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) other++;
  }
  return arabic > other;
}

/**
 * Text of bytes: by byte-order mark, by the `declared` charset (any WHATWG label; an unknown one is passed over), as
 * UTF-8 where that is what they are, else as Windows-1256 where they look Arabic, else as Windows-1252.
 * The mark is dropped, line ends are kept, bytes that mean nothing become U+FFFD. Never throws.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: decoder(marked)!.decode(bytes), encoding: marked };
  const chosen = declared === null ? null : decoder(declared.trim());
  if (chosen !== null && chosen.encoding !== "utf-8") {
    return { text: chosen.decode(bytes), encoding: chosen.encoding };
  }
  const wide = unmarkedUtf16(bytes);
  if (wide !== null) return { text: decoder(wide)!.decode(bytes), encoding: wide };
  const text = utf8(bytes);
  if (text !== null) return { text, encoding: "utf-8" };
  const encoding = looksArabic(bytes) ? "windows-1256" : "windows-1252";
  return { text: decoder(encoding)!.decode(bytes), encoding };
}

/**
 * The charset that an HTML page or an XML declaration names in its first bytes, or null. As the HTML standard has it,
 * a page that can be read so far and says UTF-16 means UTF-8.
 */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = decoder("windows-1252")!
    .decode(bytes.subarray(0, DECLARATION_LENGTH))
    .replace(/<!--(?:(?!-->)[\s\S])*-->/g, "");
  const xml = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)/i.exec(head);
  const meta = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
  const label = meta?.[1] ?? xml?.[1] ?? null;
  return label !== null && /^utf-?16/i.test(label) ? "utf-8" : label;
}
