import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small disk in memory (tmpfs). Making one takes the right to mount. */
export class SmallDisk {
  readonly folder: string;

  /** `size` in kilobytes. Throws where this process may not mount. */
  constructor(size: number) {
    this.folder = mkdtempSync(join(tmpdir(), "saidso-disk-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}k`, "tmpfs", this.folder], { stdio: "pipe" });
    } catch (error) {
      rmSync(this.folder, { recursive: true });
      throw error;
    }
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Leaves at most so many bytes free, whole pages of the disk. */
  leave(bytes: number): void {
    const { bavail, bsize } = statfsSync(this.folder);
    const taken = Math.max(0, bavail * bsize - bytes);
    mkdirSync(this.path("ballast"), { recursive: true });
    if (taken > 0) writeFileSync(this.path(`ballast/${Date.now()}-${taken}`), new Uint8Array(taken));
  }

  /** Frees what was taken. */
  free(): void {
    rmSync(this.path("ballast"), { recursive: true, force: true });
  }

  forbidWriting(): void {
    execFileSync("mount", ["-o", "remount,ro", this.folder]);
  }

  allowWriting(): void {
    execFileSync("mount", ["-o", "remount,rw", this.folder]);
  }

  /** Unmounts it, whoever still has a file on it open. */
  remove(): void {
    execFileSync("umount", ["-l", this.folder]);
    rmSync(this.folder, { recursive: true });
  }
}

/** Whether this process may mount. */
export function canMount(): boolean {
  try {
    new SmallDisk(64).remove();
    return true;
  } catch {
    return false;
  }
}
