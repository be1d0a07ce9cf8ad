import type { Context, Keyed, Sql } from "@working-social/db";
import { inTransaction, once, read, timestamp } from "@working-social/db";
import { authorize, badInput, formatInstant, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireAccount } from "../queries.ts";
import type { CheckVatIdInput, VatAnswer, VatCheckView, VatRegister } from "../schema.ts";

/**
 * Looks the VAT id of an account up, and keeps what the register said as evidence, also that it did not answer. The register is asked before
 * the transaction begins. Needs manageBilling. Throws not_found, bad_input for an account without a VAT id.
 */
export async function checkVatId(
  ctx: Context,
  { idempotencyKey: key, accountId }: Keyed<CheckVatIdInput>,
  register: VatRegister,
): Promise<VatCheckView> {
  authorize(ctx, ...checkVatId.needs);
  const { vatId } = await requireAccount(read(ctx), ctx, accountId);
  if (vatId === null) throw badInput("vatId", "vat_id_missing");
  const answer = await register(vatId, await requesterOf(ctx));
  const request = { key, procedure: "accounts.checkVatId", input: { accountId } };
  return inTransaction(ctx, (tx) => once(tx, ctx, request, () => keepAnswer(tx, ctx, { accountId, vatId, answer })));
}
checkVatId.needs = ["manageBilling"] as const;

/** In whose name the register is asked: that of the oldest seller in use. */
async function requesterOf(ctx: Context): Promise<string | null> {
  const [seller] = await read(ctx).query<{ vat_id: string | null }>(
    "SELECT vat_id FROM sellers WHERE organization_id = $1::uuid AND archived_at IS NULL ORDER BY created_at, id LIMIT 1",
    [ctx.organizationId],
  );
  return seller?.vat_id ?? null;
}

interface Evidence {
  accountId: string;
  vatId: string;
  answer: VatAnswer;
}

async function keepAnswer(tx: Sql, ctx: Context, { accountId, vatId, answer }: Evidence): Promise<VatCheckView> {
  const now = ctx.clock.now();
  const row = { id: newId(), organizationId: ctx.organizationId, accountId, vatId, now: timestamp(now), ...answer };
  await tx.query(
    `INSERT INTO vat_id_checks (id, organization_id, account_id, vat_id, checked_at, source, outcome, registered_name, registered_address, consultation)
     VALUES ($id::uuid, $organizationId::uuid, $accountId::uuid, $vatId, $now::timestamptz, $source::vat_check_source, $outcome::vat_check_outcome,
       $registeredName, $registeredAddress, $consultation)`,
    row,
  );
  const { source, outcome, ...registered } = answer;
  await emit(tx, ctx, {
    name: "billing_account.vat_id_checked",
    subjectType: "billing_account",
    subjectId: accountId,
    data: { source, outcome },
    personal: { vatId, ...registered },
  });
  return { vatId, checkedAt: formatInstant(now), ...answer };
}
