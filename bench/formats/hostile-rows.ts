import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Row, told } from "../speed/row.ts";
import { type HostileFile, hostileFiles } from "./hostile-file.ts";

const MAIN = join(import.meta.dirname, "../../dist/bin/main.js");
/** What a file may take: seconds and megabytes, of the whole command. */
const [SECONDS, MEGABYTES] = [10, 500];
/** Has a process tell, at its end, the most memory it had, in kB; what a parent had before it does not count. */
const TELL =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+/VmHWM.*/.exec(process.getBuiltinModule('fs').readFileSync('/proc/self/status','utf8'))[0]))";

/** `saidso add` of each hostile file alone: it ends in time, within memory, and with one line that names the file, or reads it. */
export function hostileRows(scratch: string): Row[] {
  const folder = join(scratch, "hostile");
  mkdirSync(folder, { recursive: true });
  const rows = hostileFiles().map((file) => hostileRow(file, folder));
  return [
    told("hostile files: saidso add of each alone, within", `${SECONDS} s and ${MEGABYTES} MB`),
    ...rows,
  ];
}

function hostileRow({ name, bytes: made }: HostileFile, folder: string): Row {
  const path = join(folder, name);
  const bytes = made();
  writeFileSync(path, bytes);
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", TELL, MAIN, "--archive", join(folder, `${name}.db`), "add", path],
    { encoding: "utf8", timeout: 60_000 },
  );
  const seconds = (performance.now() - began) / 1000;
  const memory = Number(/VmHWM:\s+(\d+)/u.exec(stderr)?.[1] ?? Number.NaN) / 1024;
  const line = stderr.split("\n").find((one) => one.startsWith(`saidso: ${path}`));
  const said = status === 0 ? "read" : (line?.replace(/^.*?: (?=[^/])/u, "").slice(0, 60) ?? "nothing");
  const isClear = status === 0 || (status === 1 && line !== undefined && !line.includes("fault of saidso"));
  return {
    name: `hostile: ${name}, ${(bytes.length / 2 ** 20).toFixed(1)} MB`,
    measured: `${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB: ${said}`,
    limit: `≤ ${SECONDS} s, ≤ ${MEGABYTES} MB`,
    kept: isClear && seconds <= SECONDS && memory <= MEGABYTES,
  };
}
