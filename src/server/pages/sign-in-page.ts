import { html } from "hono/html";
import { type Html, layout } from "./layout.ts";

export interface SignInPage {
  /** Where to go then: a path of this server. */
  readonly to: string;
  /** What went wrong, or why this page is shown; null where it was asked for. */
  readonly told: string | null;
  readonly isWrong: boolean;
}

/** Where the token is given once, so that the browser need not send it with each request. */
export function signInPage({ to, told, isWrong }: SignInPage): string {
  const main = html`<div class="narrow"><h1>Sign in</h1>
${told === null ? "" : html`<p class="${isWrong ? "problem" : "notice"}"${isWrong ? html` role="alert"` : ""}>${told}</p>`}
<form method="post" action="/sign-in">
<input type="hidden" name="to" value="${to}">
<p><label for="token">The server’s token</label><br><input id="token" type="password" name="token" autocomplete="current-password" required${isWrong ? html` aria-invalid="true"` : ""}></p>
<p><button class="main">Sign in</button></p>
</form>
<p class="hint">It is what the server was started with as SAIDSO_TOKEN. This browser is then known for twelve hours, by a cookie that is sent to this server alone.</p></div>`;
  return page(main);
}

/** For those who are signed in already. */
export function signedInPage(): string {
  return page(html`<div class="narrow"><h1>You are signed in</h1>
<form method="post" action="/sign-out"><p><button>Sign out</button></p></form><p><a href="/">To the check page</a></p></div>`);
}

/** For a server that asks for nothing. */
export function noSignInPage(): string {
  return page(html`<div class="narrow"><h1>Nothing to sign in to</h1>
<p>This server was started without a token: it is reached from this machine alone, and takes no documents in.</p></div>`);
}

function page(main: Html): string {
  return String(layout({ title: "Sign in", place: null, hasDoor: false }, main));
}
