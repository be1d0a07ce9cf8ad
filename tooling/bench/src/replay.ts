import type { Statement } from "./record-statements.ts";

/** What differs from one booking to the next, as it was in the recorded one and as it shall be in another. */
export type Facts = Readonly<Record<string, string>>;

/** A recorded statement whose parameters can be written anew. */
interface Replayable {
  readonly name: string | undefined;
  readonly text: string;
  values(facts: Facts): unknown[];
}

export interface Recording {
  readonly statements: readonly Replayable[];
  /** Facts that the one who repeats it makes up: an id each. */
  readonly freshIds: readonly string[];
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const FRESH = "fresh ";

/**
 * Turns recorded statements into ones that can run again: `recorded` names what has to change (a slot, a room, a person),
 * `lasting` are ids that stay (organization, location), and every other id was made for the recorded booking.
 */
export function replayable(statements: readonly Statement[], recorded: Facts, lasting: readonly string[]): Recording {
  const known = new Map(Object.entries(recorded).map(([fact, value]) => [value, fact]));
  const made = new Set<string>();
  for (const id of JSON.stringify(statements.map(({ values }) => values)).match(UUID) ?? []) {
    if (!known.has(id) && !lasting.includes(id)) made.add(id);
  }
  for (const id of made) known.set(id, FRESH + id);
  const writers = statements.map(({ name, text, values }) => {
    const parts = values.map((value) => writerOf(value, known));
    return { name, text, values: (facts: Facts) => parts.map((write) => write(facts)) };
  });
  return { statements: writers, freshIds: [...made].map((id) => FRESH + id) };
}

type Writer = (facts: Facts) => unknown;

function writerOf(value: unknown, known: ReadonlyMap<string, string>): Writer {
  if (typeof value === "string") return textWriter(value, known);
  if (value instanceof Date) {
    const fact = known.get(value.toISOString()) ?? known.get(value.toISOString().replace(".000Z", "Z"));
    return fact === undefined ? () => value : (facts) => new Date(facts[fact] ?? Number.NaN);
  }
  if (!Array.isArray(value)) return () => value;
  const parts = value.map((part) => writerOf(part, known));
  return (facts) => parts.map((write) => write(facts));
}

/** The known values may stand anywhere in a text, such as in the JSON of an answer. */
function textWriter(text: string, known: ReadonlyMap<string, string>): Writer {
  const found = [...known.keys()].filter((value) => text.includes(value));
  if (found.length === 0) return () => text;
  const pieces = text.split(new RegExp(`(${found.map((value) => RegExp.escape(value)).join("|")})`));
  const facts = pieces.map((piece) => known.get(piece));
  return (given) => pieces.map((piece, i) => given[facts[i] ?? ""] ?? piece).join("");
}
