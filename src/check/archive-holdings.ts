import type { Archive } from "../archive/index.ts";
import { archiveForm } from "./archive-form.ts";
import { archiveVerdict } from "./archive-verdict.ts";
import { ArchiveView } from "./archive-view.ts";
import type { Holdings } from "./holdings.ts";

/**
 * An archive to check texts against. Names and languages are read once, when first asked for: make it anew after the
 * archive has changed. Throws an `ArchiveError` where the archive cannot be read.
 *
 * @example
 * const bytes = new TextEncoder().encode("Speaker: Ada Quay\n\nThe pier is dry. Nobody swims there.");
 * const document = readDocument(readText(bytes, "quay.txt"), "quay.txt");
 * const archive = new MemoryArchive();
 * const added = "2026-01-02T10:00:00Z";
 * archive.add([{ origin: "/desk/quay.txt", sha256: "1".repeat(64), original: bytes, added, document }]);
 * const text = readText(new TextEncoder().encode("“The pier is wet,” Ada Quay said."), "story.md");
 * const report = check({ name: "story.md", text, sha256: "2".repeat(64) }, archiveHoldings(archive));
 * report.findings[0].status; // "altered"
 * report.findings[0].match.document.id; // "quay"
 */
export function archiveHoldings(archive: Archive): Holdings {
  return holdingsOf(new ArchiveView(archive, null));
}

function holdingsOf(view: ArchiveView): Holdings {
  const { archive } = view;
  const holdings: Holdings = {
    get voices() {
      return view.voices;
    },
    get languages() {
      return view.languages;
    },
    verdict: (quoted, credit) => archive.reading(() => archiveVerdict(quoted, credit, view)),
    without: (sha256) => {
      const own = archive.holder(sha256);
      return own === null
        ? holdings
        : holdingsOf(new ArchiveView(archive, archive.document(own.id, own.version)));
    },
    formProblems: (checked, document) => archiveForm(checked, document, view),
  };
  return holdings;
}
