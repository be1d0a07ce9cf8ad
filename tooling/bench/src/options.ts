import { parseArgs } from "node:util";

const SECTIONS = ["booking", "credits", "reads", "availability", "feed", "import", "pages"] as const;
export type Section = (typeof SECTIONS)[number];

export interface Options {
  /** A smoke run of some seconds: the figures mean nothing. */
  readonly isQuick: boolean;
  readonly sections: readonly Section[];
  readonly connections: number;
  /** Product and floor take turns this often; medians count. */
  readonly rounds: number;
  readonly roundSeconds: number;
  readonly generatedBookings: number;
}

const USAGE = `npm run bench -- [--quick] [--only ${SECTIONS.join(",")}] [--rounds 5]`;

/** Throws with a sentence for an option or a section that does not exist. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { quick: { type: "boolean", default: false }, only: { type: "string" }, rounds: { type: "string" } },
  });
  const isQuick = values.quick;
  const sections = values.only?.split(",").map(sectionNamed) ?? SECTIONS;
  const rounds = Number(values.rounds ?? (isQuick ? 1 : 5));
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 50)
    throw new Error(`--rounds takes a number from 1 to 50. ${USAGE}`);
  const size = isQuick
    ? { roundSeconds: 0.6, generatedBookings: 20_000 }
    : { roundSeconds: 2, generatedBookings: 1_000_000 };
  return { isQuick, sections, connections: 16, rounds, ...size };
}

function sectionNamed(name: string): Section {
  const section = SECTIONS.find((candidate) => candidate === name);
  if (!section) throw new Error(`There is no section "${name}". ${USAGE}`);
  return section;
}
