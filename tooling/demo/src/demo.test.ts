import { expect, test } from "vitest";
import { createTestDatabase } from "@working-social/db/testing";
import { checkInvariants } from "@working-social/invariants";
import { loadDemo } from "./index.ts";

/** Ana's next one, the held, the pending and the cancelled. */
const SHOWCASE = 4;

test("the demo fills an empty database once, keeps every invariant, and is left alone afterwards", async () => {
  const database = await createTestDatabase();
  const lines: string[] = [];
  const one = async (sql: string) => (await database.owner.query<{ found: boolean }>(sql)).rows[0]?.found;
  try {
    const loaded = await loadDemo(database.ownerUrl, { log: (line) => lines.push(line) });
    const [, booked] = /^(\d+) bookings/.exec(lines.at(-1) ?? "") ?? [];
    expect(loaded?.signIns.map((signIn) => signIn.role)).toEqual([
      "member",
      "member",
      "front desk",
      "community manager",
      "owner",
    ]);
    const { rows } = await database.owner.query<{ bookings: number }>("SELECT count(*)::int AS bookings FROM bookings");
    expect(rows[0]?.bookings).toBeGreaterThan(200);
    expect(Number(booked)).toBe((rows[0]?.bookings ?? 0) - SHOWCASE);
    expect(
      await one(`SELECT count(*) > 0 AS found FROM bookings b JOIN people p ON p.id = b.person_id JOIN resources r ON r.id = b.resource_id
      WHERE p.email LIKE 'ana@%' AND r.name = 'Lantern' AND b.status = 'confirmed' AND b.is_title_public AND b.starts_at BETWEEN now() AND now() + interval '4 days'`),
    ).toBe(true);
    for (const status of ["held", "pending_approval", "cancelled"]) {
      expect(await one(`SELECT count(*) = 1 AS found FROM bookings WHERE status = '${status}'`), status).toBe(true);
    }
    expect(await one("SELECT count(*) > 0 AS found FROM bookings WHERE extract(isodow FROM starts_at) = 6")).toBe(true);
    expect(await checkInvariants(database.owner)).toEqual([]);
    expect(await loadDemo(database.ownerUrl, { log: () => {} })).toBeNull();
  } finally {
    await database.close();
  }
});
