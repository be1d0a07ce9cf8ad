import { read } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { createTestDatabase } from "@working-social/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOldSystem, mapping } from "./testing/an-old-system.ts";
import { Mapping } from "./schema.ts";

// Alone in its file: a table that held rows before, or connections that planned their statements then, would hide the fault.
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase({ maxConnections: 1 });
});
afterAll(() => database.close());

test("the first import into an empty space looks at each row a few times, and not at all rows for each row", async () => {
  const { ctx, run } = await anOldSystem(database);
  const withRooms = Mapping.parse({ ...mapping, missingResources: { kind: "room", capacity: 10 } });
  const history = Array.from({ length: 4000 }, (_, index) => {
    const [room, hour, day] = [index % 40, 10 + (Math.floor(index / 40) % 10), 1 + Math.floor(index / 400)];
    const at = (clock: number) => `2025-01-${String(day).padStart(2, "0")} ${clock}:00`;
    return { room: `Room ${room}`, from: at(hour), to: at(hour + 1) };
  });
  expect((await run(history, { mapping: withRooms })).counts.imported).toBe(4000);
  await read(ctx).query("SELECT pg_stat_force_next_flush()");
  const { rows } = await database.owner.query<{ each: number }>(
    `SELECT (sum(i.idx_tup_read) + (SELECT sum(seq_tup_read) FROM pg_stat_user_tables WHERE relname IN ('bookings', 'claims', 'imported_rows')))::int / $1 AS each
     FROM pg_stat_user_indexes i WHERE i.relname IN ('bookings', 'claims', 'imported_rows')`,
    [history.length],
  );
  // The first 500 are checked as if the tables were empty, by reading what came before: some 70 for each of the 4,000 (4,005, were plans kept).
  expect(rows[0]?.each).toSatisfy((each: number) => each > 3 && each < 150);
});
