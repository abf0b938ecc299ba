/** How a form of report goes over a network, and what it is called. */
export interface ReportForm {
  /** Its media type. */
  readonly type: string;
  /** What a file of it ends with, without the first dot. */
  readonly ending: string;
  /** What a button that gives it says. */
  readonly label: string;
  /** What it is for, in a phrase. */
  readonly purpose: string;
}

/** The forms in which a report is taken away from a server, the default first. Nothing but names: what writes them is loaded when it is asked for. */
export const REPORT_FORMS = {
  json: {
    type: "application/json",
    ending: "json",
    label: "JSON",
    purpose: "the report itself, for programs",
  },
  html: {
    type: "text/html; charset=utf-8",
    ending: "html",
    label: "HTML, one file",
    purpose: "a page that needs nothing else",
  },
  markdown: {
    type: "text/markdown; charset=utf-8",
    ending: "md",
    label: "Markdown",
    purpose: "to paste into a ticket",
  },
  csv: {
    type: "text/csv; charset=utf-8; header=present",
    ending: "csv",
    label: "CSV",
    purpose: "a row for each quotation, for spreadsheets",
  },
  sarif: {
    type: "application/sarif+json",
    ending: "sarif",
    label: "SARIF",
    purpose: "for code scanning and editors",
  },
  junit: {
    type: "application/xml; charset=utf-8",
    ending: "junit.xml",
    label: "JUnit",
    purpose: "a test case for each quotation, for build servers",
  },
  annotations: {
    type: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    ending: "annotations.jsonld",
    label: "Web Annotations",
    purpose: "W3C annotations of the text",
  },
  "schema-org": {
    type: "application/ld+json",
    ending: "schema-org.jsonld",
    label: "schema.org",
    purpose:
      "Quotation and ClaimReview as linked data; what is rated is agreement with the source, not truth",
  },
} as const satisfies Record<string, ReportForm>;

export type ReportFormName = keyof typeof REPORT_FORMS;

/** Their names, in order. */
export const REPORT_FORM_NAMES = Object.keys(REPORT_FORMS) as [ReportFormName, ...ReportFormName[]];
