import { Hono } from "hono";
import { formOf, textField } from "../api/body.ts";
import type { House } from "../house.ts";
import { showPage } from "./shown-page.ts";
import { noSignInPage, signedInPage, signInPage } from "./sign-in-page.ts";

/** Signing in and out: what a private server answers to everybody. */
export function signInRoutes({ access }: House): Hono {
  const pages = new Hono();
  pages.get("/sign-in", (c) => {
    c.header("Cache-Control", "no-store");
    if (!access.hasToken) return c.html(noSignInPage());
    if (access.isKnown(c)) return showPage(c, signedInPage());
    return c.html(signInPage({ to: ownPath(c.req.query("to")), told: null, isWrong: false }));
  });
  pages.post("/sign-in", async (c) => {
    const form = await formOf(c, ["token", "to"]);
    const to = ownPath(textField(form, "to"));
    c.header("Cache-Control", "no-store");
    if (!access.hasToken) return c.html(noSignInPage(), 403);
    if (!(await access.isTyped(textField(form, "token") ?? "")))
      return c.html(signInPage({ to, told: "That is not the server’s token.", isWrong: true }), 403);
    access.signIn(c);
    return c.redirect(to, 303);
  });
  pages.post("/sign-out", (c) => {
    access.signOut(c);
    return c.redirect("/", 303);
  });
  return pages;
}

/** A path of this server; the first page for anything that could lead elsewhere. */
export function ownPath(path: string | undefined): string {
  const isOwn = path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/u.test(path) && !path.includes("\\");
  return isOwn ? path : "/";
}
