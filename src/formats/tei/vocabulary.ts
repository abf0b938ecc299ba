/** Elements without words of the text: forme work, what was deleted, and what stands for machines alone. */
export const LEFT_OUT: ReadonlySet<string> = new Set(
  `teiHeader fw del facsimile sourceDoc standOff graphic media binaryObject index metamark interp interpGrp span spanGrp
   link linkGrp timeline fs fLib fvLib certainty precision respons rdg witDetail witness listWit anchor listPerson
   listPlace particDesc settingDesc delSpan damageSpan addSpan notatedMusic`.split(/\s+/u),
);

/** Elements that hold blocks; text of their own between these is a paragraph. */
export const HOLDERS: ReadonlySet<string> = new Set(
  `TEI TEI.2 text front body back group div div0 div1 div2 div3 div4 div5 div6 div7 titlePage docTitle castList castGroup
   floatingText list table listBibl noteGrp cit annotationBlock set prologue epilogue performance`.split(
    /\s+/u,
  ),
);

/** The one of a pair that is read: the edition's reading, as its own readers see it. */
export const CHOSEN: readonly string[] = ["corr", "reg", "expan", "sic", "orig", "abbr", "unclear", "seg"];
