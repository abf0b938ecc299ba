import type { Graph } from "schema-dts";
import { expect, test } from "vitest";
import { EXPORTS, schemaOrgGraph } from "../../../src/publish/exports/index.ts";
import type { CheckedReport } from "../../../src/publish/index.ts";
import { allTexts, checkedSamples, checkedStory } from "./checked-texts.ts";

// biome-ignore lint/suspicious/noExplicitAny: parsed JSON.
const nodesOf = (...checked: readonly CheckedReport[]): any[] =>
  JSON.parse(EXPORTS["schema-org"](checked, { version: "1.2.3" }))["@graph"];
const ofType = (nodes: ReturnType<typeof nodesOf>, type: string) =>
  nodes.filter((node) => node["@type"] === type);

test("every term and every value is schema.org's: the graph is of the type that schema.org's own vocabulary gives", () => {
  // What holds is that this line compiles.
  const graph: Graph = schemaOrgGraph(checkedSamples());
  expect(graph["@graph"].length).toBeGreaterThan(100);
});

test("each quotation is a Quotation, and each that could be decided has a review", () => {
  const samples = checkedSamples();
  const findings = samples.flatMap(({ report }) => report.findings);
  const nodes = nodesOf(...samples);
  expect(ofType(nodes, "Quotation").map(({ text }) => text)).toEqual(
    findings.map(({ quotation }) => quotation.text),
  );
  expect(ofType(nodes, "ClaimReview")).toHaveLength(
    findings.filter(({ status }) => status !== "undecided").length,
  );
});

test("every name that a node leads to is a node", () => {
  const nodes = nodesOf(...allTexts());
  const ids = new Set(nodes.map((node) => node["@id"]).filter(Boolean));
  const named = JSON.stringify(nodes).match(/(?<=\{"@id":")[^"]+(?="\})/gu)!;
  expect(named.length).toBeGreaterThan(ids.size);
  for (const id of named) expect(ids).toContain(id);
});

test.each([
  ["“The harbour is deep”, said Ada Quay.", 3, "Matches the source"],
  ["“The … harbour is … deep”, said Ada Quay.", 3, "Matches the source"],
  ["“The harbour is wide”, said Ada Quay.", 2, "Differs from the source"],
  ["“The harbour is deep”, said Tom Pier.", 2, "Differs from the source"],
  ["“We shall paint every boat blue before winter”, said Ada Quay.", 1, "Not in the sources"],
])("%s is rated %i", (story, ratingValue, alternateName) => {
  const [review] = ofType(nodesOf(checkedStory(story)), "ClaimReview");
  expect(review.reviewRating).toMatchObject({ ratingValue, alternateName, worstRating: 1, bestRating: 3 });
});

test("a review says that it rates agreement with the source, and not truth", () => {
  const [review] = ofType(nodesOf(checkedStory("“The harbour is wide”, said Ada Quay.")), "ClaimReview");
  expect(review.reviewAspect).toContain("Whether they are true is not judged.");
  expect(review.reviewRating.reviewAspect).toBe(review.reviewAspect);
  expect(review.claimReviewed).toBe(
    "The words “The harbour is wide” were said by Ada Quay, as the source has them.",
  );
  expect(review.author.name).toBe("saidso");
});

test("words that are not the source's are nobody's: only faithful ones have a creator", () => {
  const creators = (story: string) =>
    ofType(nodesOf(checkedStory(story)), "Quotation").map((one) => one.creator?.name);
  expect(creators("“The harbour is deep”, said Ada Quay.")).toEqual(["Ada Quay"]);
  expect(creators("“The harbour is wide”, said Ada Quay.")).toEqual([undefined]);
});

test("no text is an empty graph", () => {
  expect(nodesOf()).toEqual([]);
});
