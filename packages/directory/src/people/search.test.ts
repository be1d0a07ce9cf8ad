import type { TestDatabase } from "@working-social/db/testing";
import { aPerson, createTestDatabase } from "@working-social/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTeam } from "../teams/commands/create-team.ts";
import { CreateTeamInput } from "../schema.ts";
import { aSpace } from "../testing/a-space.ts";
import { listPeople, searchPersonNames } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("a search finds names without the accents that people can't type, in any case and however they are composed", async () => {
  const space = await aSpace(database);
  for (const name of ["Karel Čapek", "Łukasz Øre", "Zoe\u0308 Ruß", "100% Capec"])
    await aPerson(database.owner, space.organizationId, { name });
  const found = async (search: string) => {
    const { people } = await listPeople(space.as("owner"), { search, cursor: null });
    const names = await searchPersonNames(space.as("front_desk"), { search });
    expect(names.map(({ name }) => name)).toEqual(people.map(({ name }) => name));
    return names.map(({ name }) => name);
  };
  expect(await found("Capek")).toEqual(["Karel Čapek"]);
  expect(await found("  ČAPEK ")).toEqual(["Karel Čapek"]);
  expect(await found("C\u030capek")).toEqual(["Karel Čapek"]);
  expect(await found("lukasz ore")).toEqual(["Łukasz Øre"]);
  expect(await found("zoë russ")).toEqual(["Zoe\u0308 Ruß"]);
  expect(await found("0% cape")).toEqual(["100% Capec"]);
  expect(await found("%")).toEqual(["100% Capec"]);
});

test("two teams whose names look the same can't be, whoever types them", async () => {
  const space = await aSpace(database);
  const create = (name: string) => createTeam(space.as("owner"), CreateTeamInput.parse({ name, planId: null }));
  await create("Cafe\u0301  Süd");
  for (const name of ["Caf\u00e9 Süd", " CAFÉ\u00a0SÜD", "Caf\u00e9\u200b Süd"])
    await expect(create(name)).rejects.toMatchObject({ refusal: { code: "name_taken" } });
});
