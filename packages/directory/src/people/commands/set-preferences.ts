import type { Context } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, editBetween, isUntouched, mergeEdit, notFound } from "@working-social/kernel";
import { changesBetween } from "../../audit/rules/changes.ts";
import { emit } from "../../events.ts";
import type { PreferencesView, SetPreferencesInput } from "../../schema.ts";
import { requirePreferences } from "../queries.ts";

/** How I read, on every device of mine and in my mails; null: as the browser says. Needs useSpace. Throws edited_meanwhile. */
export async function setPreferences(ctx: Context, { seen, ...edit }: SetPreferencesInput): Promise<PreferencesView> {
  authorize(ctx, ...setPreferences.needs);
  if (ctx.actor.kind !== "person") throw notFound("person");
  const { personId } = ctx.actor;
  return inTransaction(ctx, async (tx) => {
    await tx.query("SELECT id FROM people WHERE id = $1::uuid FOR NO KEY UPDATE", [personId]);
    const before = await requirePreferences(tx, personId);
    const after = mergeEdit(before, edit, seen);
    const changed = editBetween(before, after);
    if (isUntouched(changed)) return before;
    await tx.query("UPDATE people SET language = $2, region = $3, hour_cycle = $4 WHERE id = $1::uuid", [
      personId,
      after.language,
      after.region,
      after.hourCycle,
    ]);
    await emit(tx, ctx, {
      name: "person.preferences_set",
      subjectType: "person",
      subjectId: personId,
      data: { changes: {} },
      personal: { changes: changesBetween(before, changed) },
    });
    return after;
  });
}
setPreferences.needs = ["useSpace"] as const;
