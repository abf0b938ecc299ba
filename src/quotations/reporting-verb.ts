/**
 * How a word credits someone with words. `finite`: "Marrow said"; `participle` and `infinitive`: "adding that",
 * "went on to say", whose subject is the sentence's; `quoting`: "quoted Marrow", whose object speaks;
 * `naming`: "according to Marrow", whose object speaks.
 */
export type CueKind = "finite" | "participle" | "infinitive" | "quoting" | "naming";

/** Verbs that form their past with -ed. */
const regular = `accuse acknowledge add address advise affirm agree allege announce answer apologize apologise
  argue ask assert assure attest bark beg bellow blame boast brag brand call caution challenge chant charge chide cite
  claim clarify comment complain concede conclude concur condemn confess confide confirm contend continue counter
  criticize criticise cry declare decry deem demand denounce deny deplore describe detail disclose dismiss dub echo
  elaborate email emphasize emphasise enthuse exclaim explain finish fume groan growl grumble gush hail hint inform
  inquire enquire insist instruct interject interrupt intone joke lament maintain mention moan mock murmur muse
  mutter note observe opine order outline paraphrase plead pledge portray post praise pray preach predict proclaim
  promise pronounce propose protest query question reason reassure recall recommend recount reflect refuse reject
  ridicule deride blast lambaste defend dispute reiterate rejoin relate remark remember remind repeat reply report respond retort reveal scream shout shriek sigh
  snap sneer stammer state stress stutter suggest summarize summarise term testify thank threaten thunder
  tweet underline underscore urge venture volunteer vow wail warn whisper wire wonder yell`;

/** Verbs that double their last letter, with the doubled form. */
const doubled =
  "admit:admitt dub:dubb quip:quipp label:labell sob:sobb wrap:wrapp sum:summ signal:signall refer:referr";

/** Base, third person, past, participle, -ing. */
const irregular = `say says said said saying/tell tells told told telling/write writes wrote written writing/
  speak speaks spoke spoken speaking/swear swears swore sworn swearing/begin begins began begun beginning/
  think thinks thought thought thinking/sing sings sang sung singing/forecast forecasts forecast forecast forecasting/
  foretell foretells foretold foretold foretelling/hold holds held held holding/retell retells retold retold retelling`;

/** "The Courier quoted Marrow: …": the object speaks. */
const quoting = "quote quotes quoted quoting cite cites cited citing".split(" ");

function english(): [string, CueKind][] {
  const forms: [string, CueKind][] = [];
  for (const base of regular.split(/\s+/)) forms.push(...regularForms(base));
  for (const pair of doubled.split(" ")) {
    const [base, stem] = pair.split(":");
    forms.push(
      [base, "infinitive"],
      [`${base}s`, "finite"],
      [`${stem}ed`, "finite"],
      [`${stem}ing`, "participle"],
    );
  }
  for (const row of irregular.split("/")) {
    const [base, third, past, participle, ing] = row.trim().split(" ");
    forms.push([participle, "finite"], [past, "finite"], [third, "finite"], [ing, "participle"]);
    if (base !== past) forms.push([base, "infinitive"]);
  }
  for (const form of quoting) forms.push([form, "quoting"]);
  return forms;
}

function regularForms(base: string): [string, CueKind][] {
  const third = /(?:s|sh|ch|x|z)$/.test(base)
    ? `${base}es`
    : base.replace(/([^aeiou])y$/, "$1ie").concat("s");
  const past = base.endsWith("e") ? `${base}d` : base.replace(/([^aeiou])y$/, "$1i").concat("ed");
  const ing = base.endsWith("ee") ? `${base}ing` : base.replace(/e$/, "").concat("ing");
  return [
    [base, "infinitive"],
    [third, "finite"],
    [past, "finite"],
    [ing, "participle"],
  ];
}

/** Finite words of other languages, each after its BCP 47 subtag. */
const foreign: Record<string, string> = {
  fr: `dit disait dira disent déclaré déclare déclarait affirmé affirme affirmait ajouté ajoute ajoutait expliqué
    explique expliquait estimé estime estimait assuré assure souligné souligne précisé précise répondu répond répondit
    demandé demande demanda écrit rappelé rappelle indiqué indique raconté raconte confié confie lancé lance insisté
    insiste conclu conclut poursuivi poursuit reconnu reconnaît averti avertit murmura cria crié martelé martèle
    soutenu soutient remarqué remarque annoncé annonce qualifié qualifie répété répète promis promet soupiré soupire juré jure avoué avoue
    ironise plaisante regretté regrette prévenu prévient résumé résume témoigné témoigne nuance corrige repris reprend
    glissé glisse souffle admis admet confirmé confirme crie s'exclame s'interroge s'inquiète s'amuse martela répliqua
    réplique rétorque objecte prononce prononcé écrivait écrivit ajouta expliqua affirma soupira promit raconta reprit`,
  de: `sagte sagt gesagt erklärte erklärt betonte betont schrieb schreibt fragte fragt antwortete antwortet meinte meint
    ergänzte ergänzt fügte berichtete warnte warnt behauptete behauptet forderte fordert kritisierte bezeichnete nannte
    rief erzählte teilte äußerte`,
  es: `dijo dice dicho afirmó afirma aseguró asegura explicó explica añadió añade agregó agrega declaró declara señaló
    señala sostuvo sostiene respondió responde preguntó pregunta escribió escribe advirtió advierte indicó indica
    manifestó manifiesta expresó comentó comenta recordó insistió concluyó subrayó calificó`,
  it: "disse detto ha-detto afferma affermato dichiarato dichiara spiegato spiega aggiunto aggiunge scrive scritto rispose",
  pt: "disse afirmou declarou explicou acrescentou respondeu perguntou escreveu destacou ressaltou avisou",
  nl: "zei zegt verklaarde verklaart schreef schrijft vroeg antwoordde voegde vertelde benadrukte waarschuwde",
  sv: "sade säger skrev skriver frågade svarade förklarade tillade berättar berättade",
  da: "sagde siger skrev skriver spurgte svarede forklarede tilføjede",
  pl: "powiedział powiedziała mówi mówił mówiła dodał dodała stwierdził stwierdziła zapytał zapytała odpowiedział odpowiedziała napisał napisała podkreślił podkreśliła",
  ru: `сказал сказала говорит говорил говорила заявил заявила добавил добавила отметил отметила подчеркнул подчеркнула
    пояснил пояснила спросил спросила ответил ответила написал написала сообщил сообщила считает уверен уверена`,
  tr: "dedi söyledi belirtti ekledi açıkladı sordu yanıtladı vurguladı ifade",
};

/** Words before the one who speaks, of one to four tokens. */
const naming: Record<string, string> = {
  en: "according to/in the words of/in the view of/in the opinion of/as told by/as stated by/as quoted by/to quote/to borrow from",
  fr: "selon/d'après/pour reprendre les mots de/aux dires de",
  de: "laut/nach angaben von/nach den worten von/so",
  es: "según/de acuerdo con/en palabras de",
  it: "secondo/stando a",
  pt: "segundo/de acordo com/conforme",
  nl: "volgens/aldus",
  sv: "enligt",
  da: "ifølge",
  pl: "według/zdaniem",
  ru: "по словам/по мнению/согласно",
};

/** Words of one language that are common and mean another thing in others: read only where the language is said. */
const ambiguous = new Set(
  "so pour disse demande remarque annonce lance note dice meint laut secondo rief detto dit-on segundo conforme ifade sade".split(
    " ",
  ),
);

/** The words and phrases that credit, in lower case. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, CueKind>;
  /** First word of a naming phrase to all its words. */
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const lexicons = new Map<string, Lexicon>();

/** The words that credit, for a language's primary subtag; for "" those of every language, save what misleads. */
export function lexiconOf(language: string): Lexicon {
  const known = language in foreign || language === "en" ? language : "";
  const built = lexicons.get(known) ?? build(known);
  lexicons.set(known, built);
  return built;
}

function build(language: string): Lexicon {
  const words = new Map<string, CueKind>();
  const phrases = new Map<string, string[][]>();
  for (const [tag, list] of Object.entries(foreign)) {
    for (const word of list.trim().split(/\s+/)) {
      if (language === tag || (language === "" && !ambiguous.has(word))) words.set(word, "finite");
    }
  }
  for (const [word, kind] of english()) words.set(word, kind);
  for (const [tag, list] of Object.entries(naming)) {
    for (const phrase of list.split("/")) {
      if (tag !== "en" && language !== tag && (language !== "" || ambiguous.has(phrase))) continue;
      const split = phrase.split(" ");
      phrases.set(split[0], [...(phrases.get(split[0]) ?? []), split]);
    }
  }
  return { words, phrases };
}
