import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inTransaction, read } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, anOrganization, aPerson, createTestDatabase } from "@working-social/db/testing";
import { newId } from "@working-social/kernel";
import { listAudit } from "../audit/queries.ts";
import { SetPreferencesInput } from "../schema.ts";
import { aSpace } from "../testing/a-space.ts";
import { setPreferences } from "./commands/set-preferences.ts";
import { readerOfPerson, readersOfPeople, requirePreferences } from "./queries.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe("how I read", () => {
  test("is mine to choose, field by field, and to leave to the browser again", async () => {
    const space = await aSpace(database);
    const ana = space.as("member");
    expect(await setPreferences(ana, { language: "de", region: "CH" })).toEqual({
      language: "de",
      region: "CH",
      hourCycle: null,
    });
    expect(await setPreferences(ana, { hourCycle: "h12" })).toMatchObject({ language: "de", hourCycle: "h12" });
    expect(await setPreferences(ana, { language: null })).toEqual({ language: null, region: "CH", hourCycle: "h12" });
    expect(await requirePreferences(read(ana), space.personId("owner"))).toMatchObject({ region: null });
  });

  test("is on the trail, and so erasable; saying the same again is nothing new", async () => {
    const space = await aSpace(database);
    await setPreferences(space.as("member"), { language: "de" });
    await setPreferences(space.as("member"), { language: "de" });
    const { entries } = await listAudit(space.as("owner"), { subjectId: null, cursor: null });
    expect(entries).toMatchObject([
      { event: "person.preferences_set", changes: [{ field: "language", before: null, after: "de" }] },
    ]);
    await inTransaction(space.as("owner"), (tx) =>
      tx.query("DELETE FROM event_personal_data WHERE organization_id = $1", [space.organizationId]),
    );
    const after = await listAudit(space.as("owner"), { subjectId: null, cursor: null });
    expect(after.entries).toMatchObject([{ event: "person.preferences_set", changes: [] }]);
  });

  test("is refused where another device chose otherwise meanwhile", async () => {
    const ana = (await aSpace(database)).as("member");
    await setPreferences(ana, { region: "CH" });
    await expect(setPreferences(ana, { region: "AT", seen: { region: null } })).rejects.toMatchObject({
      refusal: { code: "edited_meanwhile", now: { region: "CH" } },
    });
  });

  test("two devices that choose different things at once both have their way", async () => {
    const space = await aSpace(database);
    const ana = space.as("member");
    await Promise.all([setPreferences(ana, { language: "de" }), setPreferences(ana, { hourCycle: "h12" })]);
    expect(await requirePreferences(read(ana), space.personId("member"))).toMatchObject({
      language: "de",
      hourCycle: "h12",
    });
  });

  test("is nobody else's, in this organization or another one", async () => {
    const [space, foreign] = [await aSpace(database), await aSpace(database)];
    const intruder = { ...space.as("member"), actor: foreign.as("member").actor };
    await expect(setPreferences(intruder, { language: "de" })).rejects.toMatchObject({
      refusal: { code: "not_found", what: "person" },
    });
    const job = { ...space.as("member"), actor: { kind: "job", job: "expire_holds" } as const };
    await expect(setPreferences(job, { language: "de" })).rejects.toMatchObject({ kind: "forbidden" });
  });

  test.each([
    [{ language: "tlh" }, ["language"]],
    [{ language: "de-CH" }, ["language"]],
    [{ region: "ch" }, ["region"]],
    [{ region: "Switzerland" }, ["region"]],
    [{ hourCycle: "24h" }, ["hourCycle"]],
    [{ theme: "dark" }, []],
  ])("%j is refused as input", (input, path) => {
    expect(SetPreferencesInput.safeParse(input).error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test("is a subtag also where no schema looks", async () => {
    const space = await aSpace(database);
    const id = space.personId("member");
    for (const [column, value, constraint] of [
      ["language", "Deutsch", "people_language_is_a_subtag"],
      ["region", "Deutschland", "people_region_is_a_subtag"],
      ["hour_cycle", "25h", "people_hour_cycle_is_known"],
    ])
      await expect(
        database.owner.query(`UPDATE people SET ${column} = $2 WHERE id = $1`, [id, value]),
      ).rejects.toMatchObject({ constraint });
  });
});

describe("what no browser asks for is read", () => {
  const readerOf = async (person: { language?: string; region?: string }, homeOf: "oldest" | "other" | "nowhere") => {
    const { owner } = database;
    const { id: organizationId } = await anOrganization(owner);
    const oldest = await aLocation(owner, organizationId, { language: "de", region: "AT" });
    const other = await aLocation(owner, organizationId, { language: "en", region: "US" });
    const homeLocationId = { oldest: oldest.id, other: other.id, nowhere: null }[homeOf];
    const { id, actor } = await aPerson(owner, organizationId, { ...person, homeLocationId });
    return readerOfPerson(read(database.context(organizationId, actor)), id);
  };

  test("as the person chose", async () => {
    expect(await readerOf({ language: "en", region: "IE" }, "oldest")).toMatchObject({ locale: "en-IE" });
  });
  test("else as their location does", async () => {
    expect(await readerOf({}, "other")).toEqual({ language: "en", locale: "en-US", hourCycle: "h12" });
    expect(await readerOf({ language: "de" }, "other")).toMatchObject({ language: "de", locale: "de-US" });
  });
  test("else as the oldest location does", async () => {
    expect(await readerOf({}, "nowhere")).toEqual({ language: "de", locale: "de-AT", hourCycle: "h23" });
  });
  test("else as their location does, where the language is one of a later version", async () => {
    expect(await readerOf({ language: "tlh" }, "oldest")).toMatchObject({ language: "de" });
  });
  test("by several at once, each as they do", async () => {
    const { owner } = database;
    const { id: organizationId } = await anOrganization(owner);
    const [german, irish] = [
      await aPerson(owner, organizationId, { language: "de", region: "CH" }),
      await aPerson(owner, organizationId, { language: "en", region: "IE" }),
    ];
    const sql = read(database.context(organizationId, german.actor));
    const readers = await readersOfPeople(sql, [irish.id, newId(), german.id]);
    expect(readers.size).toBe(2);
    expect(readers.get(german.id)).toMatchObject({ locale: "de-CH" });
    expect(readers.get(irish.id)).toMatchObject({ locale: "en-IE" });
  });
  test("by nobody who is not there", async () => {
    const space = await aSpace(database);
    await expect(readerOfPerson(read(space.as("owner")), newId())).rejects.toMatchObject({
      refusal: { code: "not_found", what: "person" },
    });
  });
});
