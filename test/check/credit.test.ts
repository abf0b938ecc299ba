import { describe, expect, test } from "vitest";
import { reportOf, rulesOf } from "./checking.ts";

const PANEL = `Two founders of the shed orchestra

Ida Crane (moderator): Who pays for the violins on the ferry?

Lena Moss (head of the string players): The ferry company told us that 'a cello is a passenger without legs,' and we laughed. My teacher Ruth Abel said that 'a shed has better ears than a palace.'

Ida Crane (moderator): And who tunes the hall before a concert?

Oren Vale (conductor): Nobody tunes a hall that has no piano in it.

Lena Moss (head of the string players): We share the rosin and the bread.
`;

const OWN = "Nobody tunes a hall that has no piano in it";
const ASKED = "Who pays for the violins on the ferry";
const NAMED = "a shed has better ears than a palace";
const UNNAMED = "a cello is a passenger without legs";
const TITLE = "Two founders of the shed orchestra";

test.each([
  [[], OWN, "Oren Vale"],
  [[], OWN, "Vale"],
  [[], OWN, "Mr. Vale"],
  [[], OWN, "the conductor"],
  [[], OWN, "a man in the third row"],
  [["wrong-speaker"], OWN, "Lena Moss"],
  [["wrong-speaker"], OWN, "Moss"],
  [["wrong-speaker"], OWN, "Tomas Reed"],
  [["wrong-speaker"], OWN, "the head of the string players"],
  [[], ASKED, "Ida Crane"],
  [[], ASKED, "the moderator"],
  [["wrong-voice"], ASKED, "Lena Moss"],
  [["wrong-speaker"], ASKED, "Tomas Reed"],
  [[], NAMED, "Ruth Abel"],
  [["wrong-voice"], NAMED, "Lena Moss"],
  [["wrong-voice"], NAMED, "Oren Vale"],
  [[], UNNAMED, "the ferry company"],
  [["wrong-voice"], UNNAMED, "Lena Moss"],
  [["wrong-voice"], TITLE, "Lena Moss"],
] as const)("breaks %j where “%s” is credited to %s", (rules, words, name) => {
  expect(rulesOf(reportOf(`“${words},” said ${name}.`, PANEL))).toEqual(rules);
});

describe("words that nobody is credited with", () => {
  test.each([OWN, ASKED, NAMED, TITLE])("break no rule of voice: %s", (words) => {
    expect(rulesOf(reportOf(`So it stands on the wall: “${words}.”`, PANEL))).toEqual([]);
  });
});

test("the message of a wrong voice names both", () => {
  const { findings } = reportOf(`“${NAMED},” said Lena Moss.`, PANEL);
  expect(findings[0]!.problems[0]!.message).toBe(
    "These are Ruth Abel (quoted by the speaker)'s words, credited to Lena Moss.",
  );
});

describe("of two places as good", () => {
  const garden = "Speaker: Nell Arden\n\nEvery bench faces the water at noon.\n";
  const pier = "Speaker: Tomas Reed\n\nEvery bench faces the water at noon.\n";

  test.each([
    ["Nell Arden", "Nell Arden"],
    ["Tomas Reed", "Tomas Reed"],
  ])("that of the one credited is taken: %s", (credited, voice) => {
    const { findings } = reportOf(`“Every bench faces the water at noon,” ${credited} said.`, garden, pier);
    expect(findings[0]!.match!.voice.name).toBe(voice);
    expect(findings[0]!.problems).toEqual([]);
  });
});

describe("words that stand nowhere", () => {
  const named = "Speaker: Nell Arden\n\nEvery bench faces the water at noon.\n";
  const unnamed = "the garden is open. Every bench faces the water at noon. bring a hat.\n";

  test.each([
    ["absent", "Nell Arden", named],
    ["absent", "Arden", named],
    ["absent", "the gardener", named],
    ["undecided", "Tomas Reed", named],
    ["absent", "Tomas Reed", unnamed],
  ] as const)("are %s where %s is credited", (status, credited, source) => {
    const [finding] = reportOf(`“The moon pays half of the rent,” ${credited} said.`, source).findings;
    expect(finding!.status).toBe(status);
    expect(finding!.reason).toBe(status === "absent" ? null : "no-source");
  });
});
