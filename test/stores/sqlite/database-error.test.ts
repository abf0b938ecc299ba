import { describe, expect, test } from "vitest";
import { ArchiveError } from "../../../src/archive/index.ts";
import { databaseError } from "../../../src/stores/sqlite/database-error.ts";

function systemError(code: string, errcode: number, message = "disk I/O error"): Error {
  return Object.assign(new Error(message), { code, errcode });
}

describe("what SQLite complains of is told in the archive's words", () => {
  test.each([
    ["SQLITE_BUSY", 5, "busy"],
    ["SQLITE_BUSY_SNAPSHOT", 517, "busy"],
    ["SQLITE_LOCKED", 6, "busy"],
    ["SQLITE_READONLY", 8, "read-only"],
    ["SQLITE_READONLY_DIRECTORY", 1544, "read-only"],
    ["SQLITE_CANTOPEN", 14, "read-only"],
    ["SQLITE_CORRUPT", 11, "damaged"],
    ["SQLITE_CORRUPT_VTAB", 267, "damaged"],
    ["SQLITE_IOERR_SHORT_READ", 522, "damaged"],
    ["SQLITE_CONSTRAINT_UNIQUE", 2067, "damaged"],
    ["SQLITE_FULL", 13, "full"],
    ["SQLITE_IOERR_SHMSIZE", 4874, "full"],
    ["SQLITE_NOTADB", 26, "not-an-archive"],
  ])("%s", (_, errcode, code) => {
    const told = databaseError(systemError("ERR_SQLITE_ERROR", errcode), "/desk/saidso.db");
    expect(told).toBeInstanceOf(ArchiveError);
    expect(told).toMatchObject({ code, data: { path: "/desk/saidso.db", system: "disk I/O error" } });
  });

  test("a number that no row has", () => {
    const told = databaseError(systemError("ERR_OUT_OF_RANGE", 0), "x");
    expect(told).toMatchObject({ code: "damaged" });
  });

  test("but the project's own mistakes stay what they are", () => {
    const mistake = new TypeError("undefined is not a function");
    expect(databaseError(mistake, "x")).toBe(mistake);
    const misuse = systemError("ERR_SQLITE_ERROR", 21);
    expect(databaseError(misuse, "x")).toBe(misuse);
  });
});
