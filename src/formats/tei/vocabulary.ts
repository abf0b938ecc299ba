/** Elements without words of the text: forme work, what was deleted, and what stands for machines alone. */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  `teiHeader fw del facsimile sourceDoc standOff graphic media binaryObject index metamark interp interpGrp span spanGrp
   link linkGrp timeline fs fLib fvLib certainty precision respons rdg witDetail witness listWit figDesc anchor listPerson
   listPlace particDesc settingDesc delSpan damageSpan addSpan notatedMusic`.split(/\s+/u),
);

/** Elements that hold blocks; text of their own between these is a paragraph. */
export const HOLDERS: ReadonlySet<string> = new Set(
  `TEI TEI.2 text front body back group div div0 div1 div2 div3 div4 div5 div6 div7 titlePage docTitle castList castGroup
   floatingText list table listBibl noteGrp cit annotationBlock set prologue epilogue performance`.split(
    /\s+/u,
  ),
);

/** Elements above a text's words that say who wrote it, when and where. */
export const HEADERS: ReadonlySet<string> = new Set(
  "dateline byline docAuthor docDate docImprint docEdition imprimatur".split(" "),
);

/** What goes on while somebody speaks. */
export const EVENTS: ReadonlySet<string> = new Set([
  "incident",
  "kinesic",
  "vocal",
  "pause",
  "event",
  "writing",
]);

/** The one of a pair that is read: the edition's reading, as its own readers see it. */
export const CHOSEN: readonly string[] = ["corr", "reg", "expan", "sic", "orig", "abbr", "unclear", "seg"];

/** Breaks that say by `break="no"` that they stand inside a word. */
export const BREAKS: ReadonlySet<string> = new Set(["lb", "pb", "cb", "gb", "milestone"]);
