import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import type { AuditEntryView } from "../../schema.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a field of an event may refer to by id. */
const NAMES = ["plans", "teams", "locations", "resources", "people"]
  .map((table) => `SELECT id, name FROM ${table} WHERE organization_id = $1 AND id = ANY($2::uuid[])`)
  .join(" UNION ALL ");

/** The entries with names in place of ids in what changed, as they are today; what is no more keeps its id. */
export async function withNames(ctx: Context, entries: AuditEntryView[]): Promise<AuditEntryView[]> {
  const ids = entries.flatMap(({ changes }) => changes.flatMap(({ before, after }) => idsIn([before, after])));
  if (ids.length === 0) return entries;
  const rows = await read(ctx).query<{ id: string; name: string }>(NAMES, [ctx.organizationId, [...new Set(ids)]]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return entries.map((entry) => ({
    ...entry,
    changes: entry.changes.map(({ field, before, after }) => ({
      field,
      before: named(before, names),
      after: named(after, names),
    })),
  }));
}

function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return typeof value === "string" && UUID.test(value) ? [value] : [];
}

function named(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => named(one, names));
  return typeof value === "string" ? (names.get(value) ?? value) : value;
}
