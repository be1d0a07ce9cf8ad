import type { Context, Sql } from "@working-social/db";
import { creditsError } from "../errors.ts";
import { loadHold, resolveHold } from "../steps/load-hold.ts";
import { lockWallet } from "../steps/owner.ts";

/** Frees what is held. Again, or after its time: nothing to do. Throws hold_over when it was posted, not_found. */
export async function voidHold(tx: Sql, ctx: Context, { holdId }: { holdId: string }): Promise<void> {
  await lockWallet(tx, ctx, (await loadHold(tx, ctx, holdId)).personId);
  const before = await resolveHold(tx, ctx, holdId, "voided");
  if (before === "posted") throw creditsError({ code: "hold_over", outcome: "posted" });
}
