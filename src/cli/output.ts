import { Exit } from "./failure.ts";

/**
 * Lets the command end in peace where its output can't be written. A reader that leaves early (`saidso … | head`) has
 * what it wanted, and the exit code stays; anything else, such as a full disk, is a failure, said in one line.
 */
export function guardOutput(stream: NodeJS.WriteStream): void {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") return;
    process.stderr.write(
      `saidso: the output cannot be written (${code ?? "unknown reason"}); check where it goes.\n`,
    );
    process.exitCode = Exit.failed;
  });
}
