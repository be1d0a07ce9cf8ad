import { expect, test } from "vitest";
import { FILES, listed, read } from "./files.ts";

const MIGRATIONS = FILES.filter((file) => /^packages\/db\/prisma\/migrations\/.*\.sql$/.test(file));

test("there are migrations", () => {
  expect(MIGRATIONS.length).toBeGreaterThan(0);
});

test("a migration is named as a statement", () => {
  const named = /\/migrations\/\d{14}_[a-z]+(_[a-z]+)*\/migration\.sql$/;
  const problems = MIGRATIONS.filter((file) => !named.test(file));
  expect(listed(problems.map((file) => `${file}: call it like 20261121090100_claims_never_overlap.`))).toBe("");
});

test("a migration begins with why", () => {
  const problems = MIGRATIONS.filter((file) => !/^(--.*\n)*-- .{20,}/.test(read(file)));
  expect(listed(problems.map((file) => `${file}: begin with a comment that says why, in sentences.`))).toBe("");
});

test("a function with its owner's rights looks among temporary tables last", () => {
  // Those before were corrected by functions_of_the_owner_trust_no_temporary_table.
  const problems = MIGRATIONS.filter((file) => file > "packages/db/prisma/migrations/20261130").flatMap((file) =>
    read(file)
      .split(/(?=CREATE (?:OR REPLACE )?FUNCTION)/)
      .filter((text) => /SECURITY DEFINER(?! SET search_path = public, pg_temp\b)/.test(text))
      .map(() => `${file}: write SECURITY DEFINER SET search_path = public, pg_temp.`),
  );
  expect(listed(problems)).toBe("");
});

test("names of migrations do not repeat", () => {
  const times = MIGRATIONS.map((file) => /\/(\d{14})_/.exec(file)?.[1]);
  expect(new Set(times).size).toBe(times.length);
});
