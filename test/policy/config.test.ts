import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { REPORT_FORMATS } from "../../src/cli/report-format.ts";
import { RULES } from "../../src/core/index.ts";
import { configJsonSchema, PolicyError, readConfig } from "../../src/policy/index.ts";

function failure(text: string): string {
  try {
    readConfig(text, REPORT_FORMATS);
  } catch (error) {
    expect(error).toBeInstanceOf(PolicyError);
    return (error as PolicyError).message;
  }
  return "";
}

describe("what is wrong in a configuration is told in one line, with its place and a way out", () => {
  test.each([
    ["{", /^is no JSON: .*\.$/su],
    ["[]", /^must be an object\.$/u],
    ['{"rulse": {}}', /^rulse is not known; rules is\.$/u],
    ['{"zzzz": 1}', /^zzzz is not known; known are sources, archive, /u],
    ['{"rules": {"word-chnaged": "off"}}', /^rules\.word-chnaged is no rule; word-changed is\.$/u],
    ['{"rules": {"xylophone": "off"}}', /^rules\.xylophone is no rule; `saidso explain` lists them all\.$/u],
    ['{"rules": {"typo": "on"}}', /^rules\.typo is none of "off", "error", "warning", "info"\.$/u],
    ['{"style": "apa"}', /^style is none of "chicago", "bluebook", "ap"\.$/u],
    ['{"sources": "here"}', /^sources must be a list\.$/u],
    ['{"sources": []}', /^sources must have at least 1\.$/u],
    ['{"sources": [""]}', /^sources\[0\] must not be empty\.$/u],
    ['{"sources": ["a"], "archive": "b"}', /^archive does not go with sources; /u],
    ['{"names": [["Ada Quay"]]}', /^names\[0\] must have at least 2\.$/u],
    ['{"names": [["Ada Quay", 3]]}', /^names\[0\]\[1\] must be a text\.$/u],
    ['{"format": "yaml"}', /^format is none of "pretty", /u],
    ['{"maxSize": 0}', /^maxSize must be above 0\.$/u],
    ['{"typography": {"quote": "curly"}}', /^typography\.quote is not known; quotes is\.$/u],
    ['{"typography": {"quotes": "round"}}', /^typography\.quotes is none of /u],
    ['{"baseline": null}', /^baseline must be a text\.$/u],
  ])("%s", (text, expected) => expect(failure(text)).toMatch(expected));
});

test("an empty one, one with a schema and one with a byte-order mark are read", () => {
  expect(readConfig("{}", REPORT_FORMATS)).toEqual({});
  const named = { $schema: "node_modules/saidso/schema/config.v1.json", style: "ap" };
  expect(readConfig(`\ufeff${JSON.stringify(named)}`, REPORT_FORMATS)).toEqual(named);
});

describe("schema/config.v1.json", () => {
  const schema = JSON.parse(readFileSync(new URL("../../schema/config.v1.json", import.meta.url), "utf8"));
  const isValid = new Ajv2020().compile(schema);

  test("is emitted from the definition", () => {
    expect(schema).toEqual(JSON.parse(JSON.stringify(configJsonSchema(REPORT_FORMATS))));
  });

  test("has every rule, and describes every option", () => {
    expect(Object.keys(schema.properties.rules.properties)).toEqual(Object.keys(RULES));
    for (const option of Object.values<{ description?: string }>(schema.properties))
      expect(option.description).toMatch(/\.$/u);
  });

  test.each([
    [{ rules: { typo: "off" }, style: "bluebook", names: [["a", "b"]] }, true],
    [{ rules: { typo: "on" } }, false],
    [{ rulse: {} }, false],
    [{ maxSize: -1 }, false],
  ])("and readConfig agree on %j", (config, valid) => {
    expect(isValid(config)).toBe(valid);
    expect(failure(JSON.stringify(config)) === "").toBe(valid);
  });
});
