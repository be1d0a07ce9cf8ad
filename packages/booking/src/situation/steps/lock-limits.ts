import type { Sql } from "@working-social/db";
import { timestamp } from "@working-social/db";
import type { Scope } from "@working-social/kernel";
import type { EffectiveLimits } from "../../rules/limits.ts";
import type { BookingSituation, UsageBooking } from "../../rules/situation.ts";
import { usageOf } from "../queries/load-situation.ts";
import { USAGE_ALONE } from "../queries/situation-sql.ts";

/**
 * Makes limits hold under races: whoever books for the same person or team waits here for the one before, and then
 * reads what it has booked. Without a limit nobody waits. Returns the situation with the usage of this moment.
 */
export async function lockLimits(
  tx: Sql,
  scope: Pick<Scope, "organizationId" | "clock">,
  situation: BookingSituation,
  limits: EffectiveLimits,
): Promise<BookingSituation> {
  const { person } = situation;
  const counting = limits.usage.filter((limit) => limit.whose === "person" || person.teamId !== null);
  if (counting.length === 0) return situation;
  // NO KEY UPDATE lets others insert rows that refer to the person. First the person, then the team: one order for all.
  await tx.query("SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE", [person.id]);
  if (counting.some((limit) => limit.whose === "team")) {
    await tx.query("SELECT id FROM teams WHERE id = $1 FOR NO KEY UPDATE", [person.teamId]);
  }
  const [row] = await tx.query<{ usage: UsageBooking[] }>(USAGE_ALONE, {
    organizationId: scope.organizationId,
    personId: person.id,
    now: timestamp(scope.clock.now()),
  });
  return { ...situation, usage: usageOf({ usage: row?.usage ?? [] }) };
}
