import { expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { loadDemo } from "./index.ts";

test("the demo fills an empty database once, keeps every invariant, and is left alone afterwards", async () => {
  const database = await createTestDatabase();
  try {
    const loaded = await loadDemo(database.ownerUrl, { log: () => {} });
    expect(loaded?.signIns.map((signIn) => signIn.role)).toEqual(["member", "member", "front desk", "community manager", "owner"]);
    const { rows } = await database.owner.query<{ bookings: number }>("SELECT count(*)::int AS bookings FROM bookings");
    expect(rows[0]?.bookings).toBeGreaterThan(200);
    expect(await checkInvariants(database.owner)).toEqual([]);
    expect(await loadDemo(database.ownerUrl, { log: () => {} })).toBeNull();
  } finally {
    await database.close();
  }
});
