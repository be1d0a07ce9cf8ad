import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import type { Role } from "@working-social/kernel";
import { newId } from "@working-social/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aSpace } from "../../testing/a-space.ts";
import { getPerson } from "../queries.ts";
import { correctInvitation } from "./correct-invitation.ts";
import { invitePerson } from "./invite-person.ts";
import { suspendPerson } from "./suspend-person.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const nowhere = { teamId: null, planId: null, homeLocationId: null };
const ana = { name: "Ana", email: "ana@example.test", role: "member" as const, ...nowhere };
const notAllowed = (action: string) => ({ kind: "forbidden", refusal: { code: "not_allowed", action } });

describe("correcting an invitation's address", () => {
  const right = "ana.ferreira@example.test";

  test("says so with both, where it can be erased; the same again does nothing", async () => {
    const space = await aSpace(database);
    const { id } = await invitePerson(space.as("community_manager"), ana);
    for (let times = 0; times < 2; times++) {
      const view = await correctInvitation(space.as("community_manager"), { id, email: right });
      expect(view).toMatchObject({ id, name: "Ana", email: right, status: "invited" });
    }
    expect(await space.audited()).toEqual(["person.invited", "person.invitation_corrected"]);
    const { rows } = await database.owner.query(
      "SELECT o.data FROM events e JOIN event_personal_data o ON o.event_id = e.id WHERE e.subject_id = $1 AND e.name = 'person.invitation_corrected'",
      [id],
    );
    expect(rows).toEqual([{ data: { changes: { email: [ana.email, right] } } }]);
  });

  test("is refused for who has signed in or is suspended, and for an address that is taken", async () => {
    const space = await aSpace(database);
    const correct = (id: string, email: string) => correctInvitation(space.as("owner"), { id, email });
    const { id } = await invitePerson(space.as("owner"), ana);
    const other = await invitePerson(space.as("owner"), { ...ana, email: right });
    await expect(correct(id, right)).rejects.toMatchObject({ refusal: { code: "email_taken", email: right } });
    const used = { kind: "conflict", refusal: { code: "invitation_used" } };
    await expect(correct(space.personId("member"), "new@example.test")).rejects.toMatchObject(used);
    await suspendPerson(space.as("owner"), { id: other.id });
    await expect(correct(other.id, "new@example.test")).rejects.toMatchObject(used);
    expect(await correct(id, "new@example.test")).toMatchObject({ email: "new@example.test" });
  });

  test("needs the right role, above member an owner, and a person of one's own organization", async () => {
    const [space, foreign] = [await aSpace(database), await aSpace(database)];
    const { id } = await invitePerson(space.as("owner"), { ...ana, role: "front_desk" });
    const correctAs = (role: Role, where = space) => correctInvitation(where.as(role), { id, email: right });
    for (const role of ["member", "team_admin", "front_desk", "billing_manager"] as const)
      await expect(correctAs(role)).rejects.toMatchObject(notAllowed("managePeople"));
    await expect(correctAs("community_manager")).rejects.toMatchObject(notAllowed("manageRoles"));
    await expect(correctAs("owner", foreign)).rejects.toMatchObject({ refusal: { code: "not_found", what: "person" } });
    expect(await correctAs("owner")).toMatchObject({ email: right });
  });

  test("and a first sign-in in the same moment: either the address is corrected or the person is in, never both", async () => {
    const space = await aSpace(database);
    for (let round = 0; round < 5; round++) {
      const email = `race-${newId()}@example.test`;
      const { id } = await invitePerson(space.as("owner"), { ...ana, email });
      await database.owner.query(
        "INSERT INTO users (id, name, email, email_verified, created_at, updated_at) VALUES ($1, 'x', $2, true, now(), now())",
        [id, email],
      );
      const [corrected] = await Promise.allSettled([
        correctInvitation(space.as("owner"), { id, email: `new-${email}` }),
        database.owner.query("SELECT link_people_to_user($1)", [id]),
      ]);
      const person = await getPerson(space.as("owner"), { id });
      const isCorrected = corrected.status === "fulfilled";
      expect(person).toMatchObject(
        isCorrected ? { email: `new-${email}`, status: "invited" } : { email, status: "active" },
      );
      if (corrected.status === "rejected")
        expect(corrected.reason).toMatchObject({ refusal: { code: "invitation_used" } });
    }
  });
});
