import type { Context, Purse } from "@working-social/db";
import { drawFrom, refundTo, inTransaction, read, timestamp } from "@working-social/db";
import { copierError } from "../../errors.ts";
import { isPin } from "../../rules/identity.ts";
import { WRONG_PINS } from "../rules.ts";
import type { PrintSecret } from "../schema.ts";
import { hashCode, hashPin } from "../formats/secrets.ts";

/**
 * Who stands at the device. Wrong PINs are counted for the device, and a right one changes nothing in that: whoever guesses
 * has a right one, their own. The code of a QR has 256 bits: it is neither counted nor locked. Throws wrong_code and
 * too_many_codes; a suspended person's PIN is wrong.
 */
export async function checkSecret(ctx: Context, deviceId: string, secret: PrintSecret): Promise<string> {
  const personId =
    "pin" in secret
      ? await checkPin(ctx, { name: "print-pin", key: deviceId, budget: WRONG_PINS }, secret.pin)
      : await findPerson(ctx, "code", hashCode(secret.code));
  if (personId === null) throw copierError({ code: "wrong_code" });
  return personId;
}

/** Takes its point before it looks, so that many at once get no more tries than one after the other. What is no PIN is no guess. */
async function checkPin(ctx: Context, purse: Purse, pin: string): Promise<string | null> {
  if (!isPin(pin)) return null;
  const retryAfterSeconds = await inTransaction(ctx, (tx) => drawFrom(tx, ctx.clock, [purse]));
  if (retryAfterSeconds !== null) throw copierError({ code: "too_many_codes", retryAfterSeconds });
  const personId = await findPerson(ctx, "pin", await hashPin(pin, ctx.organizationId));
  if (personId !== null) await inTransaction(ctx, (tx) => refundTo(tx, ctx.clock, [purse]));
  return personId;
}

async function findPerson(ctx: Context, kind: "pin" | "code", value: string): Promise<string | null> {
  const [found] = await read(ctx).query<{ personId: string }>(
    `SELECT p.id AS "personId" FROM print_identities i JOIN people p ON p.id = i.person_id AND p.status <> 'suspended'
     WHERE i.kind = $1::print_identity_kind AND i.value = $2 AND (i.expires_at IS NULL OR i.expires_at > $3)`,
    [kind, value, timestamp(ctx.clock.now())],
  );
  return found?.personId ?? null;
}
