import { type Context, Hono } from "hono";
import type { House } from "../house.ts";
import { archiveQuery } from "./archive-query.ts";
import type { DocumentQuery } from "./document-page.ts";
import { answerPage } from "./page-answer.ts";
import { rulesPage } from "./rules-page.ts";

/** What people read of the archive: rendered on the thread that reads it. */
export function readingRoutes({ reads }: House): Hono {
  const pages = new Hono();
  pages.get("/archive", async (c) =>
    answerPage(c, await reads.ask("archivePage", archiveQuery(c.req.query()))),
  );
  pages.get("/documents", (c) => c.redirect("/archive", 302));
  pages.get("/documents/:name", async (c) =>
    answerPage(c, await reads.ask("documentPage", documentQuery(c))),
  );
  pages.get("/speakers", async (c) => {
    const { beginning = "", page = "1" } = c.req.query();
    return answerPage(c, await reads.ask("speakersPage", { beginning, page: ordinal(page) ?? 1 }));
  });
  pages.get("/speakers/:name", async (c) =>
    answerPage(c, await reads.ask("speakerPage", { name: c.req.param("name") })),
  );
  pages.get("/rules", (c) => answerPage(c, rulesPage()));
  return pages;
}

function documentQuery(c: Context): DocumentQuery {
  const { version, beside, cite, part, spoken, bare, explained } = c.req.query();
  const { search } = new URL(c.req.url);
  return {
    name: c.req.param("name") ?? "",
    version: version === undefined || version === "" ? null : (ordinal(version) ?? 0),
    beside: beside === undefined || beside === "" ? null : (ordinal(beside) ?? 0),
    cite: cite === undefined || cite === "" ? null : cite,
    citationAlone: part === "citation",
    on: { spoken: spoken === "1", bare: bare === "1", explained: explained === "1" },
    query: search,
  };
}

/** A whole number from 1 on; null for anything else. */
export function ordinal(text: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : null;
}
