#!/usr/bin/env node
import module from "node:module";

// Compiled code is kept in the system's temporary folder, as tsc does: a third of a small check is compiling.
// NODE_DISABLE_COMPILE_CACHE=1 turns it off.
module.enableCompileCache?.();

const { guardOutput } = await import("./output.ts");
const { run } = await import("./program.ts");
guardOutput(process.stdout);
process.exitCode = await run(process.argv.slice(2));
