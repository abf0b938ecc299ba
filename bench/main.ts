import { join } from "node:path";
import { parseArgs } from "node:util";
import { command } from "./speed/command.ts";
import { growth } from "./speed/growth.ts";
import { hostile } from "./speed/hostile.ts";
import { besidePeers } from "./speed/peers.ts";
import { machine, table, writeSection } from "./speed/result.ts";

const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: join(import.meta.dirname, "../../shared/corpus/speeches") },
    write: { type: "boolean", default: false },
  },
});

const rows = [...besidePeers(values.corpus), ...growth(values.corpus), ...hostile(), ...command()];
const body = `${machine()}. Times are medians; take the ratios, not the times.\n\n${table(rows)}`;
console.log(body);
if (values.write) writeSection(join(import.meta.dirname, "RESULTS.md"), "Speed", body);
process.exitCode = rows.every(({ kept }) => kept) ? 0 : 1;
