import type { CreditOwner } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, may, notAllowed, notFound } from "@working-social/kernel";
import type { BoughtPack, BuyPackInput } from "../schema.ts";
import { buyPackFor } from "./buy-pack-for.ts";

/**
 * Buys credits on an open charge: for oneself; for one's team, by a team admin; for anybody, by staff. Throws not_allowed,
 * not_found, pack_price_changed, idempotency_key_reused.
 */
export async function buyPack(ctx: Context, input: BuyPackInput): Promise<BoughtPack> {
  authorize(ctx, ...buyPack.needs);
  return inTransaction(ctx, async (tx) => {
    const buyer = await buyerOf(tx, ctx, input.for);
    const { packId, expectedPriceMinor, idempotencyKey } = input;
    return buyPackFor(tx, ctx, { packId, ...buyer, expectedPriceMinor, idempotencyKey });
  });
}
buyPack.needs = ["useSpace"] as const;

interface Buyer {
  /** Who owes for it. */
  personId: string;
  owner: CreditOwner;
}

async function buyerOf(tx: Sql, ctx: Context, whom: BuyPackInput["for"]): Promise<Buyer> {
  if (typeof whom === "object") {
    if (!may(ctx.actor, "managePeople")) throw notAllowed("managePeople");
    return "personId" in whom ? { personId: whom.personId, owner: whom } : teamBuyer(tx, ctx, whom.teamId);
  }
  if (ctx.actor.kind !== "person") throw notFound("person");
  const { personId } = ctx.actor;
  if (whom === "me") return { personId, owner: { personId } };
  if (!may(ctx.actor, "buyForTeam")) throw notAllowed("buyForTeam");
  const [person] = await tx.query<{ team_id: string | null }>(
    "SELECT team_id FROM people WHERE organization_id = $1::uuid AND id = $2::uuid",
    [ctx.organizationId, personId],
  );
  if (!person?.team_id) throw notFound("team");
  return { personId, owner: { teamId: person.team_id } };
}

/** A charge is in somebody's name: that of the team's admin, else of whoever has been in it longest. */
async function teamBuyer(tx: Sql, ctx: Context, teamId: string): Promise<Buyer> {
  const [admin] = await tx.query<{ id: string }>(
    `SELECT id FROM people WHERE organization_id = $1::uuid AND team_id = $2::uuid AND status <> 'suspended'
     ORDER BY role = 'team_admin' DESC, id LIMIT 1`,
    [ctx.organizationId, teamId],
  );
  if (!admin) throw notFound("team");
  return { personId: admin.id, owner: { teamId } };
}
