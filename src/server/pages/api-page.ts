import { html } from "hono/html";
import type { Content, Json, OpenApi, Operation, Parameter } from "../api/openapi.ts";
import { PROBLEM_CODES, PROBLEMS, RETRY_AFTER } from "../problem.ts";
import { type Html, layout } from "./layout.ts";

/** The API for people who write programs: each question with what it takes and answers, and each problem. */
export function apiPage({ paths, components }: OpenApi): Html {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return layout(
    { title: "API", place: "api" },
    html`<h1>HTTP API</h1>
<p>What the pages show, programs can ask. The same description for programs is <a href="/api/openapi.json">OpenAPI 3.1</a>; models ask at <code>/mcp</code>.</p>
<p>Where an <code>{id}</code> stands, series and number do too: <code>Special%20Dispatch%20No.%20118</code>. Offsets are UTF-16 code units, end-exclusive. Writing needs the server’s token (<code>SAIDSO_TOKEN</code>): <code>Authorization: Bearer TOKEN</code>; a private server asks for it always.</p>
<nav class="api-index" aria-label="Questions"><ul>${operations.map(
      ({ path, method, operation }) =>
        html`<li><a href="#${operation.operationId}"><code>${method} ${path}</code></a> ${operation.summary}</li>`,
    )}</ul></nav>
${operations.map(({ path, method, operation }) => question(path, method, operation))}
<h2 id="problems">Problems</h2>
<p>What goes wrong is answered as problem details (RFC 9457, <code>application/problem+json</code>): <code>code</code> is stable, <code>detail</code> is one line that names the input, the reason and the way out. Where too much is waiting, <code>busy</code>, <code>Retry-After</code> says when to come again (${RETRY_AFTER} seconds).</p>
<div class="scroll"><table class="api-problems"><thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">What it means</th></tr></thead>
<tbody>${PROBLEM_CODES.map((code) => {
      const { status, title, advice } = PROBLEMS[code];
      return html`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td><td>${title}. ${coded(advice)}</td></tr>`;
    })}</tbody></table></div>
<h2 id="definitions">Definitions</h2>
${Object.entries(components.schemas).map(
  ([name, schema]) =>
    html`<details class="api-definition" id="schema-${name}"><summary>${name}</summary><pre class="api-schema" tabindex="0">${JSON.stringify(schema, null, 2)}</pre></details>`,
)}`,
  );
}

function question(path: string, method: string, operation: Operation): Html {
  const { operationId, summary, description, parameters, requestBody, responses, security } = operation;
  const sample = operation["x-codeSamples"][0]!.source;
  const answers = Object.entries(responses).filter(([status]) => status < "400");
  const problems = Object.entries(responses).filter(([status]) => status >= "400");
  const needsToken = security?.length === 1;
  return html`<section class="api-question" aria-labelledby="${operationId}">
<h2 id="${operationId}">${summary}</h2>
<p class="api-address"><code><b>${method}</b> ${path}</code>${needsToken ? html` <span class="api-token">needs the token</span>` : ""}</p>
${description === undefined ? "" : html`<p>${coded(description)}</p>`}
${parameters.length === 0 ? "" : inputs(parameters)}
${requestBody === undefined ? "" : html`<h3>Body</h3>${contents(requestBody.content)}`}
<h3>Example</h3>
<pre tabindex="0">${sample}</pre>
<h3>Answer</h3>
${answers.map(([status, answer]) => html`<p><b>${status}</b> ${answer.description}</p>${contents(answer.content)}`)}
<p class="api-codes">Problems: ${problems.map(([, answer]) => html`${codesOf(answer.description).map((code) => html`<a href="#${code}"><code>${code}</code></a> `)}`)}</p>
</section>`;
}

function inputs(parameters: readonly Parameter[]): Html {
  return html`<h3>Inputs</h3>
<div class="scroll"><table><thead><tr><th scope="col">Name</th><th scope="col">Kind</th><th scope="col">What it says</th></tr></thead>
<tbody>${parameters.map(
    ({ name, in: place, required, schema, description = "" }) =>
      html`<tr><th scope="row"><code>${name}</code></th><td>${kindOf(schema)}${place === "path" ? ", in the address" : required ? ", needed" : ""}</td><td>${coded(description)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** "one of a, b", "integer, 1 to 200, 20 where none is given". */
function kindOf(schema: Json): string {
  const { type, enum: values, minimum, maximum, items, default: usual } = schema;
  const kind = Array.isArray(values)
    ? `one of ${values.join(", ")}`
    : type === "array"
      ? `${kindOf((items ?? {}) as Json)}, may be given again`
      : String(type ?? "any");
  const range = minimum === undefined || maximum === undefined ? "" : `, ${minimum} to ${maximum}`;
  return `${kind}${range}${usual === undefined ? "" : `, ${usual} where none is given`}`;
}

function contents(content: Content): Html {
  return html`<ul class="api-content">${Object.entries(content).map(
    ([type, { schema }]) => html`<li><code>${type}</code>${schemaView(schema)}</li>`,
  )}</ul>`;
}

function schemaView(schema: Json): Html | string {
  const { $ref, description } = schema as { $ref?: string; description?: string };
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf("/") + 1);
    return html`: <a href="#schema-${name}">${name}</a>`;
  }
  if (schema.type !== "object") return "";
  return html`${description === undefined ? "" : html`: ${coded(description)}`}
<details><summary>Its definition</summary><pre class="api-schema" tabindex="0">${JSON.stringify(schema, null, 2)}</pre></details>`;
}

/** The codes that a response's description tells. */
function codesOf(description: string): string[] {
  return Array.from(description.matchAll(/`([a-z-]+)`:/gu), ([, code]) => code!);
}

/** Text with its `code` set as code. */
function coded(text: string): (Html | string)[] {
  return text.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
