import type { Timing } from "./statistics.ts";

/** One line of the result: what was measured, beside its floor or its goal. */
export interface Line {
  readonly what: string;
  readonly timing: Timing | null;
  /** The same work with nothing around it, in the same run. */
  readonly floor: { readonly what: string; readonly timing: Timing } | null;
  /** What is held against the goal. */
  readonly figure: Figure;
  readonly goal: Goal;
  /** Processes that wanted a core around its measurement. */
  readonly load?: number;
}

interface Figure {
  readonly value: number;
  readonly unit: "ratio" | "ms" | "kB" | "shift";
}

type Goal = { readonly atLeast: number } | { readonly atMost: number };

export function isMet({ figure, goal }: Pick<Line, "figure" | "goal">): boolean {
  return "atLeast" in goal ? figure.value >= goal.atLeast : figure.value <= goal.atMost;
}

const HEADINGS = ["", "calls/s", "p50 ms", "p95 ms", "p99 ms", "result", "goal", "", "load"];

/** A table for a terminal and for docs/benchmarks.md: each measurement, its floor below it. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.flatMap((line) => {
    const own = [
      line.what,
      ...figures(line.timing),
      shown(line.figure),
      shownGoal(line),
      isMet(line) ? "met" : "MISSED",
      line.load?.toFixed(1) ?? "",
    ];
    return line.floor ? [own, [`  floor: ${line.floor.what}`, ...figures(line.floor.timing), "", "", "", ""]] : [own];
  });
  const all = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const written = all.map(
    (row) =>
      `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(" | ")} |`,
  );
  const rule = `|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [written[0], rule, ...written.slice(1)].join("\n");
}

function figures(timing: Timing | null): string[] {
  if (!timing) return ["", "", "", ""];
  return [timing.ratePerSecond.toFixed(0), ...[timing.p50Ms, timing.p95Ms, timing.p99Ms].map((ms) => ms.toFixed(1))];
}

function shown({ value, unit }: Figure): string {
  if (unit === "shift") return value.toFixed(3);
  return unit === "ratio" ? `${Math.round(value * 100)} %` : `${value.toFixed(1)} ${unit}`;
}

function shownGoal({ goal, figure }: Line): string {
  return "atLeast" in goal
    ? `≥ ${shown({ ...figure, value: goal.atLeast })}`
    : `≤ ${shown({ ...figure, value: goal.atMost })}`;
}
