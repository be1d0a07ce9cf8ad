import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, anOrganization, aPerson, aResource } from "@working-social/db/testing";
import type { ImportRequest } from "../commands/import-bookings.ts";
import { importBookings } from "../commands/import-bookings.ts";
import { Mapping } from "../schema.ts";
import type { SourceRow } from "../formats/parse-row.ts";

/** What the columns of the old system are. */
export const mapping = Mapping.parse({
  source: "old-system",
  times: "local",
  columns: { resource: "room", startsAt: "from", endsAt: "to", title: ["what"], rowKey: ["id"], personEmail: "who" },
});

/** A location with a room, Lantern, and a member, Ana; `run` imports rows as an old system would export them. */
export async function anOldSystem(database: TestDatabase, timeZone = "Europe/London") {
  const organizationId = (await anOrganization(database.owner)).id;
  const { id: locationId } = await aLocation(database.owner, organizationId, { timeZone });
  const room = await aResource(database.owner, organizationId, locationId, { name: "Lantern" });
  const ana = await aPerson(database.owner, organizationId, { email: `ana-${organizationId}@example.test` });
  const ctx = database.context(organizationId, { kind: "import", source: "old-system" });
  const run = (cells: Partial<Record<string, string>>[], options: Partial<ImportRequest> = {}) =>
    importBookings(ctx, {
      locationId,
      mapping,
      rows: cells.map((row, i): SourceRow => ({ line: i + 2, cells: { id: String(i), ...row } })),
      roomDetails: new Map(),
      isDryRun: false,
      ...options,
    });
  const bookings = async () =>
    (
      await database.owner.query<{ n: number }>("SELECT count(*)::int AS n FROM bookings WHERE organization_id = $1", [
        organizationId,
      ])
    ).rows[0]?.n;
  return { organizationId, locationId, room, ana, ctx, run, bookings };
}

/** A row of Lantern on one day. */
export const lantern = (from: string, to: string, more: Record<string, string> = {}) => ({
  room: "Lantern",
  from: `2025-01-20 ${from}`,
  to: `2025-01-20 ${to}`,
  what: "Seminar",
  ...more,
});
