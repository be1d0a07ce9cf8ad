import type { Context, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { authorize, editBetween, isUntouched, mergeEdit, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import type { Contact, ContactsView, SetContactsInput } from "../schema.ts";
import { lockAccount } from "../steps/lock-account.ts";

/**
 * Who gets an account's invoices by mail from now on: all of them, and of an address that comes twice the last name. Of one's own account, of
 * the team that one administers, or, with manageBilling, of any. Throws edited_meanwhile, not_found.
 */
export async function setContacts(
  ctx: Context,
  { accountId, contacts, seen }: SetContactsInput,
): Promise<ContactsView> {
  authorize(ctx, ...setContacts.needs);
  return inTransaction(ctx, async (tx) => {
    const before = { contacts: (await lockAccount(tx, ctx, accountId)).contacts };
    const after = mergeEdit(before, { contacts: byAddress(contacts) }, seen);
    if (isUntouched(editBetween(before, after))) return before;
    await replaceContacts(tx, ctx, accountId, after.contacts);
    await emit(tx, ctx, {
      name: "billing_account.contacts_set",
      subjectType: "billing_account",
      subjectId: accountId,
      data: { changes: {} },
      personal: { changes: { contacts: [before.contacts, after.contacts] } },
    });
    return after;
  });
}
setContacts.needs = ["useSpace", "manageBilling"] as const;

function byAddress(contacts: readonly Contact[]): Contact[] {
  const known = new Map(contacts.map((contact) => [contact.email, contact]));
  return [...known.values()].sort((a, b) => (a.email < b.email ? -1 : 1));
}

async function replaceContacts(tx: Sql, ctx: Context, accountId: string, contacts: readonly Contact[]): Promise<void> {
  await tx.query("DELETE FROM billing_contacts WHERE organization_id = $1::uuid AND account_id = $2::uuid", [
    ctx.organizationId,
    accountId,
  ]);
  await tx.query(
    `INSERT INTO billing_contacts (id, organization_id, account_id, name, email)
     SELECT n.id, $1::uuid, $2::uuid, n.name, n.email FROM unnest($3::uuid[], $4::text[], $5::text[]) AS n (id, name, email)`,
    [
      ctx.organizationId,
      accountId,
      contacts.map(newId),
      contacts.map(({ name }) => name),
      contacts.map(({ email }) => email),
    ],
  );
}
