import { spawn } from "node:child_process";

/**
 * Stops a child when this process dies without a chance to (kill -9): the shell waits for the end of its input,
 * which the kernel closes with us. `alsoRemove` is the folder of a throwaway server. Returns how to call it off.
 */
export function watchOver(childPid: number, alsoRemove: string | null): () => void {
  if (process.platform === "win32") return () => undefined;
  const script = `cat >/dev/null
kill -INT "$1" 2>/dev/null
if [ -n "$2" ]; then
  tries=0
  while kill -0 "$1" 2>/dev/null && [ $tries -lt 50 ]; do sleep 0.2; tries=$((tries + 1)); done
  rm -rf "$2"
fi`;
  const args = ["-c", script, "sh", String(childPid), alsoRemove ?? ""];
  const child = spawn("/bin/sh", args, { cwd: "/", detached: true, stdio: ["pipe", "ignore", "ignore"] });
  child.on("error", () => undefined);
  child.unref();
  return () => {
    child.kill("SIGKILL");
  };
}
