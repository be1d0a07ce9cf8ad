import type { Context, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { changesBetween } from "@working-social/directory";
import { authorize, editBetween, isUntouched, may, mergeEdit, notAllowed } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { requireWholeAddress } from "../../parties/rules/electronic-address.ts";
import { requireAccount } from "../queries.ts";
import type { AccountView, UpdateAccountInput } from "../schema.ts";
import { AGREED_FIELDS } from "../schema.ts";
import { lockAccount } from "../steps/lock-account.ts";

/** What names nobody; all else of an account's details is personal. */
const IMPERSONAL = ["country", "electronicScheme", "language", "taxTreatment", "exemptionCode", "paymentDays"];

/**
 * What the next invoices say of who gets them; issued ones keep what they said. Of one's own account, of the team that one administers, or, with
 * manageBilling, of any; how a buyer is taxed, and when they pay, is for manageBilling alone. Throws edited_meanwhile, not_allowed,
 * not_found, bad_input (half of an electronic address).
 */
export async function updateAccount(ctx: Context, { id, seen, ...edit }: UpdateAccountInput): Promise<AccountView> {
  authorize(ctx, ...updateAccount.needs);
  return inTransaction(ctx, async (tx) => {
    const before = await lockAccount(tx, ctx, id);
    const after = mergeEdit<AccountView>(before, edit, seen);
    const fields = editBetween(before, after);
    if (isUntouched(fields)) return before;
    const isAgreed = Object.keys(fields).some((field) => AGREED_FIELDS.includes(field));
    if (isAgreed && !may(ctx.actor, "manageBilling")) throw notAllowed("manageBilling");
    requireWholeAddress(after);
    await rewriteDetails(tx, ctx, after);
    const changed = Object.entries(changesBetween(before, fields));
    const changes = Object.fromEntries(changed.filter(([field]) => IMPERSONAL.includes(field)));
    const personal = Object.fromEntries(changed.filter(([field]) => !IMPERSONAL.includes(field)));
    await emit(tx, ctx, {
      name: "billing_account.updated",
      subjectType: "billing_account",
      subjectId: id,
      data: { changes },
      personal: { changes: personal },
    });
    return requireAccount(tx, ctx, id);
  });
}
updateAccount.needs = ["useSpace", "manageBilling"] as const;

async function rewriteDetails(tx: Sql, ctx: Context, whole: AccountView): Promise<void> {
  const { owner: _owner, contacts: _contacts, lastCheck: _check, lacks: _lacks, ...details } = whole;
  await tx.query(
    `UPDATE billing_details SET legal_name = $legalName, street = $street, extra_line = $extraLine, city = $city, post_code = $postCode,
       region = $region, country = $country, vat_id = $vatId, tax_id = $taxId, electronic_address = $electronicAddress,
       electronic_scheme = $electronicScheme, tax_treatment = $taxTreatment::tax_treatment, exemption_reason = $exemptionReason,
       exemption_code = $exemptionCode, buyer_reference = $buyerReference, order_reference = $orderReference, payment_days = $paymentDays,
       language = $language WHERE organization_id = $organizationId::uuid AND account_id = $id::uuid`,
    { ...details, organizationId: ctx.organizationId },
  );
}
