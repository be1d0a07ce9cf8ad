import { expect, test } from "vitest";
import { isTestCode, listed, read, SOURCES } from "./files.ts";

/**
 * What reads an instant by some zone's clock in SQL. PostgreSQL has zone data of its own, which may be years apart from that
 * of Node.js (Casablanca, Cairo): one product then has two midnights. Instants are compared and subtracted in SQL, and
 * date_part('epoch', …) counts seconds; which wall clock shows what is kernel/zone.ts. There are no exceptions.
 */
const READS_A_WALL_CLOCK: readonly [RegExp, string][] = [
  [/\bAT\s+(TIME\s+ZONE|LOCAL)\b/, "AT TIME ZONE"],
  [/\bdate_(trunc|bin)\s*\(/i, "date_trunc"],
  [/\btimezone\s*\(\s*['"$a-z]/, "timezone()"],
  [/\bto_char\s*\(/i, "to_char"],
  // A parameter that is said to be a date is a calendar day already.
  [/(?<!\$\w+)::\s*(date|time|timestamp)\b(?!\s*with time zone)/i, "a cast to date or time"],
  [/\bCAST\s*\([^)]* AS (date|time|timestamp)\b/i, "a cast to date or time"],
  [/\bextract\s*\(\s*(?!epoch\b)[a-z]+ from\b/i, "extract of anything but the epoch"],
  [/\bdate_part\s*\(\s*'(?!epoch')/i, "date_part of anything but the epoch"],
  [
    /\b(current_date|current_time|localtime|localtimestamp|CURRENT_DATE|CURRENT_TIME|LOCALTIME|LOCALTIMESTAMP)\b/,
    "today by the session's clock",
  ],
  [/\binterval\s*'[^']*(day|week|month|year)/i, "an interval of days, which are not all equally long"],
  [/\bmake_interval\s*\([^)]*(days|weeks|months|years)/i, "an interval of days, which are not all equally long"],
];

/** Statements of tests and benchmarks make data; no answer depends on them. */
const STATEMENTS = SOURCES.filter(
  (file) =>
    file.endsWith(".ts") &&
    !isTestCode(file) &&
    !file.startsWith("tooling/bench/") &&
    !file.startsWith("tooling/tidy/"),
);

test("no statement computes a wall clock in SQL", () => {
  const problems = STATEMENTS.flatMap((file) =>
    found(read(file)).map((what) => `${file} has ${what}: compute it with kernel/zone.ts and pass instants.`),
  );
  expect(listed(problems)).toBe("");
});

test.each([
  "SELECT ($3::date)::timestamp AT TIME ZONE time_zone",
  "date_trunc('day', starts_at)",
  "to_char(b.starts_at, 'HH24:MI')",
  "starts_at::date",
  "$1::timestamptz::date",
  "extract(dow FROM starts_at)",
  "date_part('hour', starts_at)",
  "timezone('Europe/Berlin', starts_at)",
  "starts_at > now() - interval '34 days'",
  "make_interval(days => 2)",
])("%s is found", (statement) => {
  expect(found(statement)).not.toEqual([]);
});

test.each([
  "extract(epoch FROM a - b)",
  "date_part('epoch', a)",
  "$1::timestamptz - interval '816 hours'",
  "ends_on >= $2::date AND valid_from <= $today::date",
  "updates::dated",
])("%s is fine", (statement) => {
  expect(found(statement)).toEqual([]);
});

function found(text: string): string[] {
  const code = text.replaceAll(/^\s*(\/?\*|\/\/).*$/gm, "");
  return READS_A_WALL_CLOCK.flatMap(([pattern, what]) => (pattern.test(code) ? [what] : []));
}
