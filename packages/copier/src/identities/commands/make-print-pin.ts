import type { Context } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import { authorize, newId, notAllowed } from "@working-social/kernel";
import { emit } from "../../events.ts";
import type { PrintPin } from "../schema.ts";
import { hashPin, newPin } from "../formats/secrets.ts";

const MOST_TRIES = 20;

/** A new PIN for oneself, told this once; the old one ends with it. */
export async function makePrintPin(ctx: Context): Promise<PrintPin> {
  authorize(ctx, ...makePrintPin.needs);
  const { actor } = ctx;
  if (actor.kind !== "person") throw notAllowed("print_pin");
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const pin = newPin();
    if (await savePin(ctx, actor.personId, await hashPin(pin, ctx.organizationId))) return { pin };
  }
  throw new Error("No free PIN was found.");
}
makePrintPin.needs = ["useSpace"] as const;

/** False when somebody else has this PIN. */
function savePin(ctx: Context, personId: string, hash: string): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    // One person on two devices: whoever is second replaces the first.
    await tx.query("SELECT FROM people WHERE id = $1 FOR NO KEY UPDATE", [personId]);
    const taken = await tx.query("SELECT FROM print_identities WHERE kind = 'pin' AND value = $1", [hash]);
    if (taken.length > 0) return false;
    await tx.query("DELETE FROM print_identities WHERE kind = 'pin' AND person_id = $1", [personId]);
    const saved = await tx.query(
      `INSERT INTO print_identities (id, organization_id, person_id, kind, value, created_at) VALUES ($1, $2, $3, 'pin', $4, $5)
       ON CONFLICT (organization_id, kind, value) DO NOTHING RETURNING id`,
      [newId(), ctx.organizationId, personId, hash, timestamp(ctx.clock.now())],
    );
    if (saved.length > 0)
      await emit(tx, ctx, { name: "print_pin.made", subjectType: "person", subjectId: personId, data: {} });
    return saved.length > 0;
  });
}
