import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { ProblemError } from "./problem.ts";

const COOKIE = "saidso";
/** Seconds that somebody stays signed in: a working day. */
const SESSION = 12 * 60 * 60;
/** Milliseconds that a wrong token costs: a person hardly notices, a list of words takes days. */
const GUESS = 1000;
/** Sessions kept at once; the oldest goes first. */
const MOST_SESSIONS = 1000;

/**
 * Who may do what. Writing needs the token; reading needs it where the server is private. A program sends it with each
 * request (`Authorization: Bearer …`), a person signs in once and has a cookie that only this site gets back.
 */
export class Access {
  readonly #token: string | null;
  readonly #private: boolean;
  /** When each session ends, in milliseconds since 1970. */
  readonly #sessions = new Map<string, number>();

  /** `token` null: nobody may write. */
  constructor(token: string | null, isPrivate: boolean) {
    this.#token = token;
    this.#private = isPrivate;
  }

  get hasToken(): boolean {
    return this.#token !== null;
  }

  /** Whether the request has the token, or a session. A wrong token throws `token-wrong`. */
  isKnown(c: Context): boolean {
    const given = /^Bearer +(\S+)$/iu.exec(c.req.header("Authorization") ?? "")?.[1];
    if (given !== undefined) {
      if (this.isToken(given)) return true;
      throw new ProblemError("token-wrong", "Authorization: that is not the server's token (SAIDSO_TOKEN).");
    }
    const ends = this.#sessions.get(getCookie(c, COOKIE) ?? "");
    return ends !== undefined && ends > Date.now();
  }

  /** Whether these are the characters of the token; takes as long whichever differ. */
  isToken(given: string): boolean {
    return this.#token !== null && timingSafeEqual(digest(given), digest(this.#token));
  }

  /** As {@link isToken}, of what a person typed; a wrong one costs whoever guesses a second. */
  async isTyped(given: string): Promise<boolean> {
    if (this.isToken(given)) return true;
    await setTimeout(GUESS);
    return false;
  }

  /** Signs a person in: the answer sets the cookie. */
  signIn(c: Context): void {
    const id = randomBytes(32).toString("base64url");
    this.#sessions.set(id, Date.now() + SESSION * 1000);
    for (const [held] of this.#sessions) {
      if (this.#sessions.size <= MOST_SESSIONS) break;
      this.#sessions.delete(held);
    }
    setCookie(c, COOKIE, id, { httpOnly: true, sameSite: "Strict", path: "/", maxAge: SESSION });
  }

  signOut(c: Context): void {
    this.#sessions.delete(getCookie(c, COOKIE) ?? "");
    setCookie(c, COOKIE, "", { httpOnly: true, sameSite: "Strict", path: "/", maxAge: 0 });
  }

  /** Lets only those write who may. */
  readonly writing: MiddlewareHandler = async (c, next) => {
    if (!this.hasToken)
      throw new ProblemError(
        "writing-off",
        "The server was started without SAIDSO_TOKEN, so it takes nothing in.",
      );
    if (!this.isKnown(c))
      throw new ProblemError("token-needed", "Send the server's token: `Authorization: Bearer TOKEN`.");
    await next();
  };

  /** Lets only those read who may. */
  readonly reading: MiddlewareHandler = async (c, next) => {
    if (this.#private && !this.isKnown(c))
      throw new ProblemError(
        "token-needed",
        "Reading needs the token here: `Authorization: Bearer TOKEN`, or sign in.",
      );
    await next();
  };
}

/** Hashes are of one length, whatever is compared. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
