import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personParts, wholeName } from "../../src/publish/reference/person-parts.ts";

/** Given name, particle, family name, suffix; or the whole name. */
function told(name: string): string {
  const parts = personParts(name);
  return "literal" in parts
    ? `whole: ${parts.literal}`
    : [parts.given, parts.particle, parts.family, parts.suffix].filter((part) => part).join(" | ");
}

describe("a name is taken apart where its parts can be told, and stays whole where they cannot", () => {
  test.each([
    ["Maren Tolk", "Maren | Tolk"],
    ["John K. Smith", "John K. | Smith"],
    ["Dr. Inga Hask", "Inga | Hask"],
    ["Anna van der Berg", "Anna | van der | Berg"],
    ["Ludwig von Marsch", "Ludwig | von | Marsch"],
    ["Pilar de la Fuente", "Pilar | de la | Fuente"],
    ["Dick Van Dyke", "Dick | Van Dyke"],
    ["José Ortega y Gasset", "José | Ortega y Gasset"],
    ["Yusuf al-Rahimi", "Yusuf | al- | Rahimi"],
    ["Samir bin Tarek al-Rahimi", "Samir bin Tarek | al- | Rahimi"],
    ["Gamal Abd al-Nadir", "Gamal | Abd al-Nadir"],
    ["Brannoc Steed Jr.", "Brannoc | Steed | Jr."],
    ["Brannoc Steed, Jr.", "Brannoc | Steed | Jr."],
    ["Brannoc Steed III", "Brannoc | Steed | III"],
    ["Ilse-Marie O’Hara", "Ilse-Marie | O’Hara"],
    ["Plato", "whole: Plato"],
    ["Mr. Pell", "whole: Mr. Pell"],
    ["Samir bin Tarek", "whole: Samir bin Tarek"],
    ["Kim Min-ju", "whole: Kim Min-ju"],
    ["Nguyen Thi Lan", "whole: Nguyen Thi Lan"],
    ["李小龙", "whole: 李小龙"],
    ["سامية دودين", "whole: سامية دودين"],
    ["A reader from Orlo", "whole: A reader from Orlo"],
    ["Tolk, Maren", "whole: Tolk, Maren"],
    ["Voice of the Harbour", "whole: Voice of the Harbour"],
    ["Q", "whole: Q"],
  ])("%s: %s", (name, parts) => {
    expect(told(name)).toBe(parts);
  });

  test("no word of any name is lost, and none is added, but for titles before it", () => {
    const letters = (text: string): string => text.replace(/[\s,]+/gu, "");
    const word = fc.oneof(
      fc.constantFrom(..."van der de al-Rahimi Ada Quay bin Jr. III y Abd O’Neil 李 , { \\ St.".split(" ")),
      fc.string({ minLength: 1, maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        const name = words.join(" ");
        const whole = wholeName(personParts(name));
        expect(letters(name).endsWith(letters(whole))).toBe(true);
      }),
    );
  });
});
