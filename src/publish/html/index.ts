/** What pages are made of. Apart from the rest of this folder: it brings templates along, which few commands need. */
export { reportName, reportSection, statusDescriptions } from "./report.ts";
export { entriesOf, type ReportView } from "./report-view.ts";
export { standalonePage } from "./standalone.ts";
export type { Inlined } from "./standalone-file.ts";
