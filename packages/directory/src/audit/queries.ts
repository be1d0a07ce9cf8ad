import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { readCursor } from "../queries/cursor.ts";
import type { AuditPage, ListAuditInput } from "../schema.ts";
import type { AuditRow } from "./queries/entry.ts";
import { AUDIT_ENTRY, auditEntry } from "./queries/entry.ts";
import { withNames } from "./queries/names.ts";

const PAGE_SIZE = 50;

/** The trail, newest first; of one subject when `subjectId` is set. Needs seeAudit. */
export async function listAudit(ctx: Context, input: ListAuditInput): Promise<AuditPage> {
  authorize(ctx, ...listAudit.needs);
  const rows = await read(ctx).query<AuditRow>(
    `${AUDIT_ENTRY}
     WHERE e.organization_id = $1 AND ($2::uuid IS NULL OR e.subject_id = $2)
       AND ($3::uuid IS NULL OR (e.at, e.id) < (SELECT last.at, last.id FROM events last WHERE last.organization_id = $1 AND last.id = $3))
     ORDER BY e.at DESC, e.id DESC LIMIT $4`,
    [ctx.organizationId, input.subjectId, readCursor(input.cursor), PAGE_SIZE + 1],
  );
  const page = rows.slice(0, PAGE_SIZE);
  return {
    entries: await withNames(ctx, page.map(auditEntry)),
    nextCursor: rows.length > PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
  };
}
listAudit.needs = ["seeAudit"] as const;
