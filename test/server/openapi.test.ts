import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenApi, Operation } from "../../src/server/api/openapi.ts";
import { PROBLEM_CODES, PROBLEMS } from "../../src/server/problem.ts";
import { Serving, sampleArchive, TOKEN } from "./serving.ts";

const held = sampleArchive();
let server: Serving;
let api: OpenApi;
let page: string;

beforeAll(async () => {
  server = await Serving.start({ archive: held.path });
  api = (await server.json("/api/openapi.json")).value;
  page = (await server.ask("/api")).text;
});
afterAll(async () => {
  await server.stop();
  held.remove();
});

/** Codes that pages have and no question of the API. */
const PAGES = new Set<string>(["result-key-wrong", "result-unreadable", "results-full", "unknown-result"]);

const operations = (): { path: string; method: string; operation: Operation }[] =>
  Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** Every value that stands under a key, anywhere. */
function valuesOf(key: string, value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.entries(value).flatMap(([name, inner]) => (name === key ? [inner] : []));
  return [...own, ...Object.values(value).flatMap((inner) => valuesOf(key, inner))];
}

describe("the description of the API", () => {
  test("every reference leads to a definition, and every definition is referred to", () => {
    const names = Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(new Set(valuesOf("$ref", api))).toEqual(new Set(names));
  });

  test("its report is the schema that the package has", () => {
    const path = fileURLToPath(new URL("../../schema/report.v1.json", import.meta.url));
    const { $schema, title, ...schema } = JSON.parse(readFileSync(path, "utf8"));
    expect(api.components.schemas.Report).toEqual(schema);
  });

  test("each question has a name of its own, and says which parts of its address are what", () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations()) {
      const named = Array.from(path.matchAll(/\{(\w+)\}/gu), ([, name]) => name);
      const said = operation.parameters.filter((one) => one.in === "path");
      expect(said.map(({ name, required }) => [name, required])).toEqual(named.map((name) => [name, true]));
      expect(operation.parameters.every(({ schema }) => schema.type !== undefined)).toBe(true);
    }
  });

  test("every code is in it, and stands with its status where a question can have it", () => {
    const { code } = api.components.schemas.Problem!.properties as Record<string, { enum: string[] }>;
    expect(code!.enum).toEqual(PROBLEM_CODES);
    const told = new Set<string>();
    for (const { operation } of operations())
      for (const [status, { description, content }] of Object.entries(operation.responses)) {
        if (status < "400") continue;
        expect(Object.keys(content)).toEqual(["application/problem+json"]);
        for (const [, one] of description.matchAll(/`([a-z-]+)`:/gu)) {
          expect(PROBLEMS[one as keyof typeof PROBLEMS].status).toBe(Number(status));
          told.add(one!);
        }
      }
    expect([...told].sort()).toEqual(PROBLEM_CODES.filter((one) => !PAGES.has(one)).sort());
  });

  test("every question that it has is answered, as its example asks it", async () => {
    const last = ({ method }: { method: string }): number => (method === "delete" ? 1 : 0);
    for (const { path, method, operation } of operations().sort((a, b) => last(a) - last(b))) {
      const [sample] = operation["x-codeSamples"];
      const [, below] = /8417(\/\S*)/u.exec(sample!.source)!;
      const data = Array.from(
        sample!.source.matchAll(/ -d ([^=]+)=(?:'([^']*)'|(\S+))/gu),
        ([, name, ...value]): [string, string] => [name!, value.find((one) => one !== undefined)!],
      );
      const form = new FormData();
      form.append("file", new File(["“The pier is dry,” she said."], "dispatch.txt"));
      const isForm = operation.requestBody?.content["application/x-www-form-urlencoded"] !== undefined;
      const body = isForm ? new URLSearchParams(data) : form;
      const asked = `${below}?${new URLSearchParams(data)}`;
      const headers = { Authorization: `Bearer ${TOKEN}` };
      const init = { method: method.toUpperCase(), headers, ...(method === "post" ? { body } : {}) };
      const { status, headers: answered } = await server.ask(asked, init);
      const response = operation.responses[status];
      expect(response, `${method} ${path}: ${status}`).toBeDefined();
      expect(status, `${method} ${path}`).toBeLessThan(300);
      expect(Object.keys(response!.content)).toContain(answered.get("content-type")!.replace(/;.*$/u, ""));
    }
  });
});

describe("the page of the API", () => {
  test("has a place for each question and for each problem, which its type leads to", () => {
    for (const { path, operation } of operations()) {
      expect(page).toContain(`id="${operation.operationId}"`);
      expect(page).toContain(path);
    }
    for (const code of PROBLEM_CODES) expect(page).toContain(`id="${code}"`);
    const ids = Array.from(page.matchAll(/ id="([^"]+)"/gu), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(id);
  });

  test("asks nobody else, and has no script and no style of its own", () => {
    expect(page).not.toMatch(/<style|<script(?! type="module" src="\/)|\son\w+=|\sstyle=/u);
    expect(page).not.toMatch(/(?:src|href)="(?!\/|#)/u);
  });
});
