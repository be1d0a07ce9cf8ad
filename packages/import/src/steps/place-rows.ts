import { createImportedRoom } from "@working-social/booking";
import type { Context, Sql } from "@working-social/db";
import type { ImportRequest } from "../commands/import-bookings.ts";
import type { PlacedRow } from "./import-rows.ts";
import type { InvalidRow, ParsedRow } from "../formats/parse-row.ts";

export type RoomDetails = ReadonlyMap<string, { floor: string | null; description: string | null }>;

/** Makes the rooms that the rows name and the location lacks, if the mapping says of what kind. Returns how many. */
export async function createMissingResources(
  tx: Sql,
  ctx: Context,
  request: ImportRequest,
  rows: ParsedRow[],
): Promise<number> {
  const { locationId, mapping, roomDetails } = request;
  if (!mapping.missingResources) return 0;
  const missing = await missingNames(tx, locationId, rows);
  const { kind, capacity } = mapping.missingResources;
  for (const name of missing) {
    const { floor, description } = roomDetails.get(name) ?? { floor: null, description: null };
    await createImportedRoom(tx, ctx, { locationId, name, kind, capacity, floor, description });
  }
  return missing.length;
}

/** Names that no resource has, each once however it is spelled: "fjord" and "Fjord " are one room. */
async function missingNames(tx: Sql, locationId: string, rows: ParsedRow[]): Promise<string[]> {
  const names = await tx.query<{ name: string; key: string; isThere: boolean }>(
    `WITH there AS MATERIALIZED (SELECT name_key(name) AS key FROM resources WHERE location_id = $1),
       wanted AS MATERIALIZED (SELECT name, name_key(name) AS key, position FROM unnest($2::text[]) WITH ORDINALITY AS w(name, position))
     SELECT name, key, key IN (SELECT key FROM there) AS "isThere" FROM wanted ORDER BY position`,
    [locationId, [...new Set(rows.map((row) => row.resourceName))]],
  );
  const missing = names.filter(({ isThere }) => !isThere);
  return [...Map.groupBy(missing, ({ key }) => key).values()].flatMap(([first]) => first?.name ?? []);
}

interface ResourceRow {
  id: string;
  /** As the rows spell it. */
  wanted: string;
  unit_ids: string[];
  allocation: "one_unit" | "all_units";
}

/** Finds each row's room and member by name and address; what can't be found is an error of its row. */
export async function placeRows(
  tx: Sql,
  locationId: string,
  rows: ParsedRow[],
): Promise<{ placed: PlacedRow[]; unplaced: InvalidRow[] }> {
  const resources = await tx.query<ResourceRow>(
    `WITH there AS MATERIALIZED (SELECT id, allocation, name_key(name) AS key FROM resources WHERE location_id = $1),
       wanted AS MATERIALIZED (SELECT name, name_key(name) AS key FROM unnest($2::text[]) AS w(name))
     SELECT r.id, w.name AS wanted, r.allocation, array_agg(ru.unit_id ORDER BY ru.position) AS unit_ids
     FROM wanted w JOIN there r ON r.key = w.key JOIN resource_units ru ON ru.resource_id = r.id GROUP BY r.id, w.name, r.allocation`,
    [locationId, [...new Set(rows.map((row) => row.resourceName))]],
  );
  const emails = [...new Set(rows.flatMap((row) => row.personEmail ?? []))];
  const people = await tx.query<{ id: string; email: string }>("SELECT id, email FROM people WHERE email = ANY($1)", [
    emails,
  ]);
  const resourceOf = new Map(resources.map((resource) => [resource.wanted, resource]));
  const personOf = new Map(people.map((person) => [person.email, person.id]));
  const placed: PlacedRow[] = [];
  const unplaced: InvalidRow[] = [];
  for (const row of rows) {
    const resource = resourceOf.get(row.resourceName);
    const personId = row.personEmail === null ? null : personOf.get(row.personEmail);
    const { line, rowKey } = row;
    if (!resource) unplaced.push({ line, rowKey, message: `This location has no room "${row.resourceName}".` });
    else if (resource.allocation === "all_units" && resource.unit_ids.length > 1)
      unplaced.push({
        line,
        rowKey,
        message: `"${row.resourceName}" is made of several rooms: name each of them in a row of its own.`,
      });
    else if (personId === undefined)
      unplaced.push({ line, rowKey, message: `Nobody here has the address "${row.personEmail}".` });
    else placed.push({ ...row, resourceId: resource.id, unitIds: resource.unit_ids, personId });
  }
  return { placed, unplaced };
}
