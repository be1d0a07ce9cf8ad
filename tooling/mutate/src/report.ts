import { z } from "zod";
import type { Explained } from "./explained.ts";

/** What we read of the report in the format of mutation-testing-elements. */
const Report = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.enum([
            "Killed",
            "Survived",
            "NoCoverage",
            "Timeout",
            "CompileError",
            "RuntimeError",
            "Ignored",
            "Pending",
          ]),
          mutatorName: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: z.object({ line: z.number(), column: z.number() }) }),
        }),
      ),
    }),
  ),
});

interface Survivor {
  readonly place: string;
  readonly line: string;
  readonly mistake: string;
  /** Why no test finds it; null while nobody has looked. */
  readonly why: string | null;
}

export interface Result {
  readonly killed: number;
  readonly tried: number;
  readonly percent: number;
  readonly survivors: readonly Survivor[];
}

/** Counts what was found: a test failed, or the code went round in circles. A mutant that never ran counts as not found. */
export function readResult(json: string, explained: readonly Explained[]): Result {
  const { files } = Report.parse(JSON.parse(json));
  const mutants = Object.entries(files).flatMap(([file, { source, mutants: found }]) =>
    found.map((mutant) => ({
      ...mutant,
      file,
      line: source.split("\n")[mutant.location.start.line - 1]?.trim() ?? "",
    })),
  );
  const killed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const lost = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  const tried = killed + lost.length;
  const survivors = lost.map(({ file, line, location, mutatorName, replacement = "" }) => {
    const mistake = `${mutatorName}: ${replacement.replaceAll(/\s+/g, " ").slice(0, 100)}`;
    return { place: `${file}:${location.start.line}`, line, mistake, why: reasonFor(explained, file, line, mistake) };
  });
  return { killed, tried, percent: tried === 0 ? 0 : (100 * killed) / tried, survivors };
}

function reasonFor(explained: readonly Explained[], file: string, line: string, mistake: string): string | null {
  const known = explained.find(
    (one) => one.file === file && line.startsWith(one.line) && mistake.startsWith(one.mistake ?? ""),
  );
  return known?.why ?? null;
}

/** A line for each mistake that nobody found, with its reason; those without one first. */
export function surviving({ survivors }: Result): string {
  const inOrder = survivors.toSorted((a, b) => Number(a.why !== null) - Number(b.why !== null));
  return inOrder
    .map(
      ({ place, line, mistake, why }) =>
        `  ${place}  ${line}\n      ${mistake}\n      ${why ?? "?? nobody has looked"}`,
    )
    .join("\n");
}
