import { EDITED, Seen } from "@working-social/kernel/edit-input";
import { LanguageCode } from "@working-social/kernel/reader-input";
import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";
import type { Lack } from "../parties/rules/lacks.ts";
import { TAX_TREATMENTS } from "../parties/rules/lacks.ts";
import { Email, ExemptionCode, partyFields } from "../parties/schema.ts";
import { Id, Name } from "../shared.ts";

const Line = typedLine({ max: 300 });

/** What whoever is billed knows best, and may say themselves. */
const ownFields = {
  /** Null: what the person or the team is called. */
  legalName: Name.nullable(),
  ...partyFields,
  /** BT-10, such as a Leitweg-ID. */
  buyerReference: Line.nullable(),
  orderReference: Line.nullable(),
  /** Of their documents; null: as the seller has it. */
  language: LanguageCode.nullable(),
};
/** What is agreed with them. */
const agreedFields = {
  taxTreatment: z.enum(TAX_TREATMENTS),
  exemptionReason: Line.nullable(),
  exemptionCode: ExemptionCode.nullable(),
  /** Null: as the seller has it. */
  paymentDays: z.int().min(0).max(365).nullable(),
};
/** Which of the fields are not theirs to say. */
export const AGREED_FIELDS: readonly string[] = Object.keys(agreedFields);

const fields = z.strictObject({ ...ownFields, ...agreedFields });
export type AccountFields = z.infer<typeof fields>;
/** `id`: of the account. */
export const UpdateAccountInput = fields.exactPartial().extend(EDITED);
export type UpdateAccountInput = z.infer<typeof UpdateAccountInput>;

/** One's own, one's team's, or any by its id. */
export const GetAccountInput = z.strictObject({ account: z.union([z.enum(["me", "team"]), Id]) });
export type GetAccountInput = z.infer<typeof GetAccountInput>;
export const ListAccountsInput = z.strictObject({ search: z.string().max(120), cursor: Id.nullable() });
export type ListAccountsInput = z.infer<typeof ListAccountsInput>;
export const LackingAccountsInput = z.strictObject({ cursor: Id.nullable() });
export type LackingAccountsInput = z.infer<typeof LackingAccountsInput>;

const Contact = z.strictObject({ name: Line, email: Email });
export type Contact = z.infer<typeof Contact>;
/** Who gets the invoices by mail, and may have no sign-in: all of them at once. An address stands once. */
export const SetContactsInput = z.strictObject({ accountId: Id, contacts: z.array(Contact).max(20), seen: Seen });
export type SetContactsInput = z.infer<typeof SetContactsInput>;
export const CheckVatIdInput = z.strictObject({ accountId: Id });
export type CheckVatIdInput = z.infer<typeof CheckVatIdInput>;

export const VAT_CHECK_SOURCES = ["offline", "vies"] as const;
export type VatCheckSource = (typeof VAT_CHECK_SOURCES)[number];
export const VAT_CHECK_OUTCOMES = ["valid", "invalid", "unavailable"] as const;
export type VatCheckOutcome = (typeof VAT_CHECK_OUTCOMES)[number];

/** What a register says of a VAT id. Texts are the register's own; null: it does not say. */
export interface VatAnswer {
  source: VatCheckSource;
  /** `unavailable`: it did not answer, or does not know that country's. */
  outcome: VatCheckOutcome;
  registeredName: string | null;
  registeredAddress: string | null;
  /** The register's number of this question, which proves that it was asked. */
  consultation: string | null;
}
/** Where VAT ids are looked up. `requester`: the VAT id of who asks; registers give a number for it. Never rejects. */
export type VatRegister = (vatId: string, requester: string | null) => Promise<VatAnswer>;

export interface VatCheckView extends VatAnswer {
  vatId: string;
  checkedAt: string;
}

export interface AccountOwner {
  kind: "person" | "team";
  /** Of the person or the team. */
  id: string;
  name: string;
}
export interface AccountRef {
  id: string;
  owner: AccountOwner;
}
export interface AccountListItem extends AccountRef {
  legalName: string | null;
  country: string | null;
  vatId: string | null;
}
export interface AccountPage {
  accounts: AccountListItem[];
  nextCursor: string | null;
}
export interface AccountView extends AccountRef, Omit<AccountFields, "language"> {
  /** May be one of a later version. */
  language: string | null;
  /** By their address. */
  contacts: Contact[];
  /** The last check of the VAT id as it is now. */
  lastCheck: VatCheckView | null;
  lacks: Lack[];
}
export interface ContactsView {
  contacts: Contact[];
}
/** Accounts with something to invoice, or a contract, whose invoices lack something. A page may have none, and another follow. */
export interface LackingPage {
  accounts: (AccountRef & { lacks: Lack[] })[];
  nextCursor: string | null;
}
