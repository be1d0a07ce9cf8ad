/** One place of a number: a character that stands there as it is, or a digit. The last digit of a number may be followed by more. */
interface Place {
  readonly character: string | null;
  readonly repeats: boolean;
}

const PARTS = /\{(YYYY|N{1,9})\}|([A-Za-z0-9./_ -])/g;

/**
 * Whether a text says how documents are numbered: exactly one number and at most one year, between letters, digits and `. / _ -`.
 * As an identifier a number is read by people and programs of other countries: other characters would be lost there.
 */
export function isNumberPattern(pattern: string): boolean {
  const parts = [...pattern.matchAll(PARTS)];
  const named = parts.flatMap(([, name]) => name ?? []);
  const years = named.filter((name) => name === "YYYY").length;
  return parts.map(([part]) => part).join("") === pattern && named.length - years === 1 && years <= 1;
}

/** Whether its numbers begin anew each year. */
function hasYear(pattern: string): boolean {
  return pattern.includes("{YYYY}");
}

/** The number of a document. `year` of four digits, `sequence` from 1. */
export function documentNumber(pattern: string, year: number, sequence: number): string {
  return pattern.replaceAll(/\{(YYYY|N+)\}/g, (_, name: string) =>
    name === "YYYY" ? String(year) : String(sequence).padStart(name.length, "0"),
  );
}

/** As regular expressions of PostgreSQL, whose only group is the number, or the year (null: the pattern has none). */
export interface NumberExpressions {
  readonly number: string;
  readonly year: string | null;
}

/** Expressions for exactly the numbers that a pattern makes: no zeros before the digits that it asks for. */
export function numberExpressions(pattern: string): NumberExpressions {
  const expression = (asked: "N" | "Y") =>
    `^${pattern.replaceAll(PARTS, (_, name: string | undefined, literal: string) => {
      if (name === undefined) return `[${literal === "-" ? String.raw`\-` : literal}]`;
      const digits = name === "YYYY" ? "[1-9][0-9]{3}" : `[0-9]{${name.length}}|[1-9][0-9]{${name.length},}`;
      return name.startsWith(asked) ? `(${digits})` : `(?:${digits})`;
    })}$`;
  return { number: expression("N"), year: hasYear(pattern) ? expression("Y") : null };
}

/** Whether two patterns could ever make the same number: the places of both are walked side by side. */
export function couldCollide(one: string, other: string): boolean {
  const [a, b] = [placesOf(one), placesOf(other)];
  const seen = new Set<string>();
  const walk: [number, number][] = [[0, 0]];
  for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
    const [i, j] = at;
    if (i === a.length && j === b.length) return true;
    const [here, there] = [a[i], b[j]];
    if (!here || !there || seen.has(`${i} ${j}`) || !meet(here, there)) continue;
    seen.add(`${i} ${j}`);
    for (const di of here.repeats ? [0, 1] : [1])
      for (const dj of there.repeats ? [0, 1] : [1]) walk.push([i + di, j + dj]);
  }
  return false;
}

function placesOf(pattern: string): Place[] {
  return [...pattern.matchAll(PARTS)].flatMap(([, name, literal]): Place[] => {
    if (name === undefined) return [{ character: literal ?? "", repeats: false }];
    return [...name].map((_, place) => ({
      character: null,
      repeats: name !== "YYYY" && place === name.length - 1,
    }));
  });
}

function meet({ character: one }: Place, { character: other }: Place): boolean {
  if (one === null) return other === null || /[0-9]/.test(other);
  return other === null ? /[0-9]/.test(one) : one === other;
}
