import { expect, test } from "vitest";
import { reportOf } from "./checking.ts";

const WORDS = {
  en: "the ferry is late and the crew have not been paid for the night",
  fr: "le bac est en retard et les marins ne sont pas payés pour la nuit",
  de: "die Fähre ist spät und die Leute haben nicht das Geld für die Nacht",
  es: "el barco llega tarde y los marineros no tienen pan para la noche, pero cantan",
  it: "il traghetto è in ritardo e non ha il pane della notte, ma anche la luna",
  nl: "het veer is te laat en de mannen zijn niet door het water naar huis",
  sv: "färjan är sen och det är inte jag som har bröd till natten",
  pl: "prom jest spóźniony i nie ma chleba na noc, ale załoga śpiewa do rana",
  tr: "vapur geç kaldı ve bu gece için ekmek yok ama çok güzel bir ay var",
  ar: "تأخرت العبارة ولم يصل الخبز إلى البحارة هذه الليلة",
  he: "המעבורת מאחרת והצוות לא קיבל לחם ללילה הזה",
  ru: "паром опаздывает, и команда не получила хлеба на эту ночь",
  el: "το πλοίο άργησε και το πλήρωμα δεν έχει ψωμί απόψε",
  zh: "渡船晚点了，船员今晚没有面包",
  ja: "渡し船は遅れていて、乗組員は今夜のパンがない",
  ko: "나룻배가 늦었고 선원들은 오늘 밤 빵이 없다",
  th: "เรือข้ามฟากมาสายและลูกเรือไม่มีขนมปังคืนนี้",
  hi: "नाव देर से आई और नाविकों के पास आज रात रोटी नहीं है",
} as const;

const SOURCE_EN =
  "Speaker: Nell Arden\n\nThe garden is open, and the benches that we have are for all of you. It was not always so.\n";
const SOURCE_FR =
  "Orateur : Nell Arden\n\nLe jardin est ouvert, et les bancs que nous avons sont pour vous. Il est dans la ville depuis les inondations.\n";

test.each(Object.entries(WORDS).filter(([language]) => language !== "en"))(
  "a quotation in another language than its source's is undecided: %s",
  (_, words) => {
    const [finding] = reportOf(`On the wall: “${words}.”`, SOURCE_EN).findings;
    expect([finding!.status, finding!.reason]).toEqual(["undecided", "other-language"]);
  },
);

test.each([
  ["en", SOURCE_EN],
  ["fr", SOURCE_FR],
] as const)("a quotation in its source's language is absent: %s", (language, source) => {
  const [finding] = reportOf(`On the wall: “${WORDS[language]}.”`, source).findings;
  expect([finding!.status, finding!.reason]).toEqual(["absent", null]);
});

test("a quotation in the language of one of its sources is absent", () => {
  const [finding] = reportOf(`On the wall: “${WORDS.fr}.”`, SOURCE_EN, SOURCE_FR).findings;
  expect(finding!.status).toBe("absent");
});

test("words of no language that can be told are absent", () => {
  const [finding] = reportOf("On the wall: “Lumen marinum semper ardet.”", SOURCE_EN).findings;
  expect(finding!.status).toBe("absent");
});

test("where a source's language cannot be told, nothing is foreign to it", () => {
  const [finding] = reportOf(
    `On the wall: “${WORDS.fr}.”`,
    "Speaker: Nell Arden\n\nLumen marinum semper ardet.\n",
  ).findings;
  expect(finding!.status).toBe("absent");
});
