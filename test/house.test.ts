import { expect, test } from "vitest";

test("stub", () => {
  expect(1).toBe(1);
});
