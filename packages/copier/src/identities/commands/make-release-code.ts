import type { Context } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import { authorize, formatInstant, newId, notAllowed } from "@working-social/kernel";
import type { ReleaseCode } from "../schema.ts";
import { hashCode, newCode } from "../formats/secrets.ts";

const VALID_MS = 3 * 60_000;

/** What the member's screen shows as a QR code for the copier's scanner: good for three minutes, and the newest only. */
export async function makeReleaseCode(ctx: Context): Promise<ReleaseCode> {
  authorize(ctx, ...makeReleaseCode.needs);
  const { actor } = ctx;
  if (actor.kind !== "person") throw notAllowed("release_code");
  const code = newCode();
  const expiresAt = await inTransaction(ctx, async (tx) => {
    await tx.query("DELETE FROM print_identities WHERE kind = 'code' AND person_id = $1", [actor.personId]);
    // After the DELETE, which waits for whoever makes one for the same person: the code is good for all of its time.
    const now = ctx.clock.now();
    await tx.query(
      "INSERT INTO print_identities (id, organization_id, person_id, kind, value, expires_at, created_at) VALUES ($1, $2, $3, 'code', $4, $5, $6)",
      [newId(), ctx.organizationId, actor.personId, hashCode(code), timestamp(now + VALID_MS), timestamp(now)],
    );
    return now + VALID_MS;
  });
  return { code, expiresAt: formatInstant(expiresAt) };
}
makeReleaseCode.needs = ["useSpace"] as const;
