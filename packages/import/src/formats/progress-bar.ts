import type { WriteStream } from "node:tty";

const WIDTH = 30;

/** Shows how far a long work is: a bar that redraws itself on a terminal, a line for each tenth elsewhere. */
export function progressBar(
  out: WriteStream | NodeJS.WriteStream,
  label: string,
): (done: number, total: number) => void {
  let lastTenth = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    const filled = Math.round(share * WIDTH);
    const line = `${label} ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${String(Math.round(share * 100)).padStart(3)} %`;
    const tenth = Math.floor(share * 10);
    if (out.isTTY) out.write(`\r${line}${done >= total ? "\n" : ""}`);
    else if (tenth > lastTenth) out.write(`${line}\n`);
    lastTenth = tenth;
  };
}
