import type { BlockKind } from "../formatted-text.ts";

/** What a style makes of its paragraphs; `level` as a block's. */
export interface StyleKind {
  readonly kind: BlockKind;
  readonly level: number;
}

/**
 * Names of the built-in styles, without spaces and hyphens, in lower case. Word writes the English name whatever its
 * language, other programs their own; a style's id is its localised name without the letters that are not ASCII.
 */
const NAMES: readonly (readonly [names: string, kind: BlockKind, level: number])[] = [
  [
    `title titel titre título titulo ttulo puesto titolo nazwa tytuł tytu tittel název otsikko başlık название
     заголовок כותרתטקסט عنوان العنوان 表題 标题 標題 제목`,
    "heading",
    1,
  ],
  [
    `subtitle untertitel soustitre subtítulo subtitulo subttulo sottotitolo ondertitel underrubrik podtytuł podtytu
     altyazı подзаголовок כותרתמשנה عنوانفرعي العنوانالفرعي 副題 副标题 副標題 부제`,
    "heading",
    2,
  ],
  [
    "tocheading inhaltsverzeichnisüberschrift entêtedetabledesmatières títulodetdc عنوانجدولالمحتويات",
    "heading",
    1,
  ],
  [
    `caption illustration figure abbildung beschriftung légende legende lgende epígrafe epigrafe epgrafe descripción descripcion descripcin leyenda
     didascalia legenda bijschrift bildtext beskrivning resimyazısı названиеобъекта כיתוב تسميةتوضيحية 図表番号 题注 標號 캡션`,
    "caption",
    0,
  ],
  [
    `quote quotation quotations intensequote blocktext blockquote blockquotation zitat intensiveszitat blockzitat
     citation citationintense blocdecitation cita citadestacada citaintensa textodebloque bloquedecita
     citazione citazioneintensa citação citao citaçãointensa citat starktcitat citaat duidelijkcitaat cytat
     alıntı цитата выделеннаяцитата ציטוט ציטוטחזק اقتباس اقتباسمكثف نصكتلة كتلةنص 引用文 引用 明显引用 인용`,
    "quotation",
    1,
  ],
  // "Preformatted Text" and "HTML Preformatted" are no code: programs give them to all of a plain text that is opened or pasted.
  ["sourcecode", "preformatted", 0],
];

const KINDS = new Map<string, StyleKind>(
  NAMES.flatMap(([names, kind, level]) =>
    names.split(/\s+/).map((name): [string, StyleKind] => [name, { kind, level }]),
  ),
);

/** "Heading 3" in the languages above; the number is its level. */
const HEADING =
  /^(?:heading|überschrift|ueberschrift|berschrift|titre|título|titulo|ttulo|encabezado|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nagwek|nadpis|başlık|заголовок|כותרת|عنوان|العنوان|見出し|标题|標題|제목)([1-9])$/;

/** Lists that are numbered by their style; what is numbered by itself needs no name. */
const LIST = /^list(?:bullet|number)([2-5])?$/;

const DEEPEST_HEADING = 6;

/** A heading of an outline level, from 1; blocks know six. */
export function headingKind(outline: number): StyleKind {
  return { kind: "heading", level: Math.min(Math.max(outline, 1), DEEPEST_HEADING) };
}

/** What a style of this name is, or null where the name tells nothing. */
export function kindOfName(name: string): StyleKind | null {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_\-\u200c\u200f]+/g, "");
  const heading = HEADING.exec(plain)?.[1];
  if (heading !== undefined) return headingKind(Number(heading));
  const list = LIST.exec(plain);
  if (list !== null) return { kind: "item", level: Number(list[1] ?? 1) };
  return KINDS.get(plain) ?? null;
}
