import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { addDays } from "@working-social/kernel";
import { anOldSystem } from "../testing/an-old-system.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** What the trail says of the organization's imports, the first one first. */
async function told(organizationId: string) {
  const { rows } = await database.owner.query<{ data: { counts: Record<string, number> } }>(
    "SELECT data FROM events WHERE organization_id = $1 AND name = 'bookings.imported' ORDER BY id",
    [organizationId],
  );
  return rows.map(({ data }) => ({ imported: data.counts["imported"], unchanged: data.counts["unchanged"] }));
}

test("killed between two batches has told of what it leaves, and a second run tells of the rest", async () => {
  const { run, organizationId } = await anOldSystem(database);
  const rows = Array.from({ length: 1_001 }, (_, day) => ({
    room: "Lantern",
    from: `${addDays("2020-01-01", day)} 09:00`,
    to: `${addDays("2020-01-01", day)} 10:00`,
  }));
  const killed = run(rows, {
    onProgress: () => {
      throw new Error("killed");
    },
  });
  await expect(killed).rejects.toThrow("killed");
  expect(await told(organizationId)).toEqual([{ imported: 1_000, unchanged: 0 }]);
  await run(rows);
  expect(await told(organizationId)).toEqual([
    { imported: 1_000, unchanged: 0 },
    { imported: 1, unchanged: 0 },
  ]);
  await run(rows, { isDryRun: true });
  await run(rows);
  expect(await told(organizationId)).toHaveLength(2);
});
