/** A process that opens an archive for reading and says, again and again, how much it holds, until it holds `most` versions. */
import { openArchive } from "../../../src/stores/sqlite/index.ts";

const [path, most] = process.argv.slice(2);
const archive = openArchive(path!, { readOnly: true });
process.stdout.write("open\n");
const end = performance.now() + 20_000;
for (let versions = 0; versions < Number(most) && performance.now() < end; ) {
  const size = archive.size();
  const listed = archive.list({}, 1, 0).total;
  const found = archive.search({ words: "lamps", limit: 1, offset: 0 }).total;
  ({ versions } = size);
  process.stdout.write(`${JSON.stringify({ ...size, listed, found })}\n`);
}
archive.close();
