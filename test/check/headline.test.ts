import { describe, expect, test } from "vitest";
import { selfReportOf } from "./checking.ts";

function dispatch(claim: string, heading = "The Roses Came By Boat"): string {
  return `May 4, 2017 Special Dispatch No. 61

Nell Arden, Keeper Of The Ferry Garden, In Interview: ${claim}

May 4, 2017
Gardens | Special Dispatch No. 61

In an April 20, 2017 interview with the Quay Gazette weekly, Nell Arden, keeper of the Ferry Garden, spoke about the roses.

The following are excerpts from the interview:

${heading}

Q: "We hear that you will plant a thousand lilies. Is it true?"

A: "The roses came by boat. We planted them where the coal had been, and nobody asked us to stop.

"My sister [the ferry pilot] carried each one up the stairs. The harbor master told us that 'our quay is no garden,' and then he brought a spade."
`;
}

function claims(text: string): string[] {
  return selfReportOf(text)
    .form.filter(({ rule }) => rule === "headline-not-spoken")
    .map((problem) => problem.text);
}

describe("a claim in the first person that nobody said is told", () => {
  test.each([
    "We Shall Never Sell The Garden",
    "I Planted A Thousand Lilies",
    "The Garden Is Ours For A Hundred Years",
    "Nobody Will Take My Spade",
    "We'll Plant A Thousand Lilies",
    "We Are Not Afraid Of Frost",
    "We Hear That You Will Plant A Thousand Lilies",
  ])("%s", (claim) => {
    expect(claims(dispatch(claim))).toEqual([claim]);
    expect(claims(dispatch("The Roses Came By Boat", claim))).toEqual([claim]);
  });
});

describe("a claim is no breach", () => {
  test.each([
    ["in the third person", "The Keeper Will Never Sell The Garden"],
    ["that the speaker said", "We Planted Them Where The Coal Had Been"],
    ["that the speaker said, without the supplied words", "My Sister Carried Each One Up The Stairs"],
    ["that marks what it leaves out", "We Planted Them … And Nobody Asked Us To Stop"],
    ["between quotation marks", '"We Shall Never Sell The Garden"'],
    ["of a country in capitals", "The US Sends No Lilies"],
    ["of a section's number", "I. The Garden"],
    ["of a numeral", "King Harold I Visits The Ferry Garden, And World War II Ends"],
  ])("%s: %s", (_, claim) => {
    expect(claims(dispatch(claim))).toEqual([]);
  });
});

test("of a title's claims the one that nobody said is told", () => {
  const title = "The Roses Came By Boat; We Shall Never Sell The Garden; Nobody Asked Us To Stop";
  expect(claims(dispatch(title))).toEqual(["We Shall Never Sell The Garden"]);
});

test("a title of a million characters is read", () => {
  const title = `${"The Rose Came By Boat; ".repeat(40_000)}We Shall Never Sell The Garden`;
  expect(() => claims(dispatch(title))).not.toThrow();
});
