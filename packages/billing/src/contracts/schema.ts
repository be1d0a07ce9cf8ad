import { z } from "zod";
import type { PriceMode } from "@working-social/kernel";
import type { Discount } from "../rules/index.ts";
import { Day, Id } from "../shared.ts";

/** Whose contract it is: exactly one of the two. */
const Holder = z.union([z.strictObject({ personId: Id }), z.strictObject({ teamId: Id })]);
export type Holder = z.infer<typeof Holder>;

const Quantity = z.int().min(1).max(100_000);
const BillingDay = z.int().min(1).max(28);

export const SignContractInput = z.strictObject({
  holder: Holder,
  /** Who pays: the holder, or the team that a person belongs to. */
  payer: z.enum(["holder", "team"]),
  locationId: Id,
  planVersionId: Id,
  startsOn: Day,
  /** null: each period begins on the day of the month on which the contract does. */
  billingDay: BillingDay.nullable(),
  /** Seats. */
  quantity: Quantity,
  couponCode: z.string().trim().toUpperCase().max(40).nullable(),
});
export type SignContractInput = z.infer<typeof SignContractInput>;

/** From when a change counts: from a day on, or from the next period's first day. */
const From = z.union([z.strictObject({ on: Day }), z.literal("renewal")]);

/** What may become of a running contract; each has a preview by the same function. */
export const ContractChange = z.discriminatedUnion("kind", [
  /** Another version, of the same plan or another one, and how many seats. */
  z.strictObject({ kind: z.literal("plan"), planVersionId: Id, quantity: Quantity, from: From }),
  z.strictObject({ kind: z.literal("seats"), quantity: Quantity, from: From }),
  /** Days [startsOn, untilDay) cost nothing; null: until it is resumed. */
  z.strictObject({ kind: z.literal("pause"), startsOn: Day, untilDay: Day.nullable() }),
  z.strictObject({ kind: z.literal("resume"), on: Day }),
  /** lastDay null: as early as notice and minimum term allow. */
  z.strictObject({ kind: z.literal("cancel"), lastDay: Day.nullable() }),
  /** What was agreed for later is not to happen. */
  z.strictObject({ kind: z.literal("undo"), what: z.enum(["plan", "pause", "end"]) }),
  /** Price and beginning of what bills nothing so far. */
  z.strictObject({
    kind: z.literal("billing"),
    billFrom: Day,
    billingDay: BillingDay.nullable(),
    planVersionId: Id,
    quantity: Quantity,
  }),
]);
export type ContractChange = z.infer<typeof ContractChange>;

export const ChangeContractInput = z.strictObject({ id: Id, change: ContractChange });
export type ChangeContractInput = z.infer<typeof ChangeContractInput>;
export const ContractIdInput = z.strictObject({ id: Id });
export type ContractIdInput = z.infer<typeof ContractIdInput>;
export const ListContractsInput = z.strictObject({ cursor: Id.nullable(), search: z.string().max(120) });
export type ListContractsInput = z.infer<typeof ListContractsInput>;
/** What a line costs from a day on. */
export interface Term {
  id: string;
  validFrom: string;
  planVersionId: string | null;
  /** Of the version, or of the line where none was agreed. */
  planId: string | null;
  planName: string | null;
  /** Of one for a whole period; null: nothing is charged from here on. */
  unitPriceMinor: number | null;
  quantity: number;
}

export type ContractLineKind = "plan" | "letting" | "item";
export interface ContractLine {
  id: string;
  kind: ContractLineKind;
  resourceId: string | null;
  resourceName: string | null;
  unitName: string | null;
  description: string | null;
  /** Those that count, in the order in which they do. */
  terms: Term[];
}

export interface Pause {
  id: string;
  startsOn: string;
  untilDay: string | null;
}

/** A contract as it stands, with all that decides what it costs. */
export interface Contract {
  id: string;
  kind: "membership" | "letting";
  personId: string | null;
  teamId: string | null;
  holderName: string;
  billingAccountId: string;
  locationId: string;
  timeZone: string;
  currency: string;
  priceMode: PriceMode;
  startsOn: string;
  endsOn: string | null;
  intervalMonths: number;
  billingDay: number | null;
  billFrom: string | null;
  noticeDays: number;
  noticeMonths: number;
  minimumMonths: number;
  isCancelled: boolean;
  continuesId: string | null;
  /** Of the version that it began with. */
  setupFeeMinor: number;
  depositMinor: number;
  discount: Discount | null;
  couponCode: string | null;
  lines: ContractLine[];
  pauses: Pause[];
}

export interface ContractPage {
  contracts: Contract[];
  nextCursor: string | null;
}
