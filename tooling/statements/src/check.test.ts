import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCalls } from "./calls.ts";
import { checkCall } from "./check.ts";
import { lineOf } from "./describe-problem.ts";
import { openSource } from "./program.ts";
import { openDatabases } from "./testing/open-databases.ts";

const FILE = "tooling/statements/src/testing/wrong-statements.ts";

/** What is told of the statement of each function: its place and its sentences. */
const told = new Map<string, string[]>();
let close: () => Promise<void>;

beforeAll(async () => {
  const source = openSource(resolve(import.meta.dirname, "../tsconfig.json"));
  const databases = await openDatabases();
  close = async () => {
    source.close();
    await databases.close();
  };
  const lines = readFileSync(resolve(import.meta.dirname, "testing/wrong-statements.ts"), "utf8").split("\n");
  for (const call of findCalls(source, (file) => file.endsWith(FILE)))
    for (const problem of await checkCall(source, databases, call)) {
      const before = lines.slice(0, problem.place.line).toReversed();
      const name = before.map((line) => /function (\w+)/.exec(line)?.[1]).find((found) => found !== undefined) ?? "";
      told.set(name, [...(told.get(name) ?? []), lineOf(problem)]);
    }
});
afterAll(() => close());

/** The sentences without the place, which one test looks at. */
const sentences = (name: string) => (told.get(name) ?? []).map((line) => line.replace(/^\S+ /, ""));

test.each(["aRightOne", "aRightOneWithNames", "anInnerJoinLetsNoneBeNull", "anArguedSum", "whatPgItselfReads"])(
  "%s",
  (name) => {
    expect(sentences(name)).toEqual([]);
  },
);

test("the place is a file, a line and a column that an editor can follow", () => {
  expect(told.get("aColumnThatIsNotSelected")?.[0]).toMatch(
    /^tooling\/statements\/src\/testing\/wrong-statements\.ts:\d+:10 name: /,
  );
});

const MAY_BE_NULL =
  'declare "| null", make the statement say that it never is (NOT NULL, coalesce), or argue it in a comment "Never null: …" above the property.';

test.each<[name: string, sentences: string[]]>([
  ["aColumnThatIsNotSelected", ["name: the statement gives no such column; give it one, or take it out of the row."]],
  ["aColumnThatTheTableLost", ['PostgreSQL refuses the statement: column "nickname" does not exist.']],
  [
    "aColumnByAnotherName",
    [
      "name: the statement gives no such column; give it one, or take it out of the row.",
      "fullName: nobody reads it; take it out of the statement, or declare it in the row.",
    ],
  ],
  ["tooFewValues", ["the statement has 2 parameters, and 1 values are given; give as many as it has."]],
  ["aBigintAsString", ["price: bigint is read as a number in a row, and string is declared; declare a number."]],
  [
    "anInstantAsText",
    ["starts_at: timestamp with time zone is read as a number in a row, and string is declared; declare a number."],
  ],
  ["aColumnThatMayBeNull", [`team_id: may be null, and string is declared; ${MAY_BE_NULL}`]],
  ["aColumnThatIsNeverNull", ['name: is never null in its table, and string | null is declared; take "| null" away.']],
  ["aColumnThatSomeRowsMustHave", [`hold_expires_at: may be null, and number is declared; ${MAY_BE_NULL}`]],
  ["aColumnOfAnOuterJoin", [`name: may be null, and string is declared; ${MAY_BE_NULL}`]],
  ["aSumOfNothing", [`sum: may be null, and number is declared; ${MAY_BE_NULL}`]],
  ["aStatusThatIsMissing", ['status: \'suspended\' may come, and only "active" | "invited" is declared.']],
  [
    "aStoredJsonThatIsCast",
    [
      "lines: a JSON that is stored may hold anything, and { text: string; }[] is declared; declare unknown, and read it with a schema.",
    ],
  ],
  [
    "aBuiltJson",
    [
      "people[].since: timestamp with time zone is read as a string inside of a JSON, and number is declared; declare a string.",
      "people[].age: nobody reads it; take it out of the statement, or declare it in the row.",
    ],
  ],
  ["anInstantAsNumber", ["$2: takes timestamp with time zone, and number is given; give Date."]],
  [
    "aNameThatIsNotGiven",
    [
      "$name: the statement names it, and no such value is given; give one.",
      "$label: a value is given, and the statement does not name it; take it away.",
    ],
  ],
  ["aValueThatMayBeUndefined", ["$name: may be undefined, which is refused while the code runs; give null."]],
  ["whatPgItselfDoesNotRead", ["sum: bigint is read as a string in a row, and number is declared; declare a string."]],
  ["moreByPositionThanAnybodyReads", ["9 values are given by position; name them, as in $bookingId."]],
  ["whatTheAppMayNotRead", ["PostgreSQL refuses the statement: permission denied for table sessions."]],
  ["aTextOfTwo", ['PostgreSQL refuses the statement: column "birthday" does not exist.']],
  ["aTextThatRunningTells", ['"Date" changes while the code runs.']],
])("%s", (name, expected) => {
  expect(sentences(name)).toEqual(expected);
});
