import { run } from "../../src/cli/program.ts";

/** Runs command after command in one process, for tests that need not start one for each. */
process.on("message", async ({ folder, args }: { folder: string; args: readonly string[] }) => {
  const printed = { out: "", err: "" };
  const into = (stream: "out" | "err") => (text: string) => {
    printed[stream] += text;
    return true;
  };
  const [out, err] = [process.stdout.write, process.stderr.write];
  Object.assign(process.stdout, { write: into("out") });
  Object.assign(process.stderr, { write: into("err") });
  try {
    process.chdir(folder);
    process.send!({ code: await run(args), ...printed });
  } catch (error) {
    process.send!({ code: 1, ...printed, err: `${printed.err}${(error as Error).stack}` });
  } finally {
    Object.assign(process.stdout, { write: out });
    Object.assign(process.stderr, { write: err });
  }
});
