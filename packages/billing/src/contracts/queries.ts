import type { Context } from "@working-social/db";
import { read } from "@working-social/db";
import { authorize } from "@working-social/kernel";
import { loadContracts } from "./queries/load-contracts.ts";
import type { ContractPage, ListContractsInput } from "./schema.ts";

const PAGE_SIZE = 50;

/** All contracts, those without a price first, then by who has them. Needs manageContracts. */
export async function listContracts(ctx: Context, { cursor, search }: ListContractsInput): Promise<ContractPage> {
  authorize(ctx, ...listContracts.needs);
  const sql = read(ctx);
  const rows = await sql.query<{ id: string }>(
    `WITH named AS (
       SELECT c.id, c.bill_from IS NULL AS is_unpriced, lower(coalesce(p.name, t.name)) AS name
       FROM contracts c LEFT JOIN people p ON p.id = c.person_id LEFT JOIN teams t ON t.id = c.team_id
       WHERE c.organization_id = $1::uuid AND c.withdrawn_at IS NULL AND ($2 = '' OR position(lower($2) IN lower(coalesce(p.name, t.name))) > 0))
     SELECT n.id FROM named n WHERE $3::uuid IS NULL
       OR (NOT n.is_unpriced, n.name, n.id) > (SELECT NOT l.is_unpriced, l.name, l.id FROM named l WHERE l.id = $3::uuid)
     ORDER BY NOT n.is_unpriced, n.name, n.id LIMIT $4`,
    [ctx.organizationId, search, cursor, PAGE_SIZE + 1],
  );
  const ids = rows.slice(0, PAGE_SIZE).map(({ id }) => id);
  const byId = new Map((await loadContracts(sql, ctx, { ids })).map((contract) => [contract.id, contract]));
  const contracts = ids.flatMap((id) => byId.get(id) ?? []);
  return { contracts, nextCursor: rows.length > PAGE_SIZE ? (ids.at(-1) ?? null) : null };
}
listContracts.needs = ["manageContracts"] as const;
