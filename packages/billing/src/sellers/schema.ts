import { PRICE_MODES } from "@working-social/kernel";
import { EDITED, Seen } from "@working-social/kernel/edit-input";
import { LanguageCode } from "@working-social/kernel/reader-input";
import { typedLine, typedText } from "@working-social/kernel/typed-text";
import { isValidBIC, isValidIBAN } from "ibantools";
import { z } from "zod";
import { Email, partyFields } from "../parties/schema.ts";
import { Day, Id, Name } from "../shared.ts";
import type { Lack } from "../parties/rules/lacks.ts";
import { isNumberPattern } from "./rules/number-pattern.ts";

/** Which day decides about the rate of tax. */
export const TAX_POINTS = ["service_date", "invoice_date"] as const;
export type TaxPoint = (typeof TAX_POINTS)[number];
export const DOCUMENT_KINDS = ["invoice", "credit_note"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

const Line = typedLine({ max: 300 });
const compact = (text: string) => text.replaceAll(/[\s-]/g, "").toUpperCase();
/** ISO 13616, with its check digits and the length of its country; typed in groups too. */
const Iban = z.string().max(60).overwrite(compact).refine(isValidIBAN, { error: "no_iban" });
/** ISO 9362. */
const Bic = z.string().max(20).overwrite(compact).refine(isValidBIC, { error: "no_bic" });

const sellerFields = {
  /** The registered name. */
  legalName: Name,
  ...partyFields,
  /** In the register of companies. */
  registration: Line.nullable(),
  contactName: Line.nullable(),
  contactEmail: Email.nullable(),
  contactPhone: typedLine({ max: 60 }).nullable(),
  accountHolder: Line.nullable(),
  iban: Iban.nullable(),
  bic: Bic.nullable(),
  priceMode: z.enum(PRICE_MODES),
  taxPoint: z.enum(TAX_POINTS),
  /** Who owes no domestic tax pays a gross catalogue price less the domestic rate; false: the price itself. */
  takesTaxOut: z.boolean(),
  /** From the issue of an invoice to its due date. */
  paymentDays: z.int().min(0).max(365),
  /** Before its first day a period's fee is invoiced. */
  leadDays: z.int().min(0).max(60),
  /** Of its documents, where the buyer has chosen none. */
  language: LanguageCode,
};
const fields = z.strictObject(sellerFields);
export type SellerFields = z.infer<typeof fields>;

/** With its name alone; what an invoice needs besides is told (`lacks`). */
export const CreateSellerInput = fields.exactPartial().extend({ legalName: Name });
export type CreateSellerInput = z.infer<typeof CreateSellerInput>;
export const UpdateSellerInput = fields.exactPartial().extend(EDITED);
export type UpdateSellerInput = z.infer<typeof UpdateSellerInput>;
export const SellerIdInput = z.strictObject({ id: Id });
export type SellerIdInput = z.infer<typeof SellerIdInput>;

/** {YYYY} is the year of issue, {N}, {NN}, … the number with at least so many digits. With a year, each begins at 1. */
export const NumberPattern = typedLine({ max: 40 }).refine(isNumberPattern, { error: "no_number_pattern" });
export const SetNumberPatternInput = z.strictObject({
  sellerId: Id,
  kind: z.enum(DOCUMENT_KINDS),
  pattern: NumberPattern,
  seen: Seen,
});
export type SetNumberPatternInput = z.infer<typeof SetNumberPatternInput>;

/** No document and no entry is dated on this day or before; null: nothing is closed. Back again only with a reason. */
export const SetLockInput = z.strictObject({
  sellerId: Id,
  lockedUntil: Day.nullable(),
  reason: typedText({ max: 500 }).nullable(),
  seen: Seen,
});
export type SetLockInput = z.infer<typeof SetLockInput>;

/** Who sells at a location, from a day on. */
export const AssignLocationInput = z.strictObject({ locationId: Id, sellerId: Id, since: Day });
export type AssignLocationInput = z.infer<typeof AssignLocationInput>;

/** A PNG or a JPEG of at most 256 kB, in base64; null: none. */
export const SetLogoInput = z.strictObject({ sellerId: Id, logo: z.base64().max(349_528).nullable() });
export type SetLogoInput = z.infer<typeof SetLogoInput>;
export const LOGO_TYPES = ["image/png", "image/jpeg"] as const;
export type LogoType = (typeof LOGO_TYPES)[number];
export interface LogoView {
  type: LogoType;
  /** In base64. */
  logo: string;
}

export interface NumberSeriesView {
  kind: DocumentKind;
  pattern: string;
}
export interface SellsAtView {
  locationId: string;
  name: string;
  /** 2000-01-01: from the beginning. */
  since: string;
}
export interface SellerView extends Omit<SellerFields, "language"> {
  id: string;
  /** May be one of a later version. */
  language: string;
  lockedUntil: string | null;
  hasLogo: boolean;
  isArchived: boolean;
  series: NumberSeriesView[];
  /** Where it sells or sold; who is named for a location since a later day has taken over. */
  locations: SellsAtView[];
  lacks: Lack[];
}
