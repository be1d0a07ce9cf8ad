import { z } from "zod";
import { isCurrency } from "@working-social/kernel";
import { Seen } from "@working-social/kernel/edit-input";
import { LanguageCode } from "@working-social/kernel/reader-input";
import { typedLine } from "@working-social/kernel/typed-text";
import type { Cause } from "@working-social/kernel";
export type { Cause, CauseType } from "@working-social/kernel";

export type { CreditsRefusal } from "./errors.ts";
export type { TeamWallet } from "./teams/schema.ts";

export const CREDIT_UNITS = ["room_minutes", "day_passes", "mono_pages", "colour_pages", "money"] as const;
export const CreditUnit = z.enum(CREDIT_UNITS);
export type CreditUnit = z.infer<typeof CreditUnit>;
/**
 * plan and rollover come by themselves, pack is bought, gift is given by hand; an overdraft is what may be owed. returned: the
 * house gave it back when the lot that it came out of had ended.
 */
export type CreditSource = "plan" | "rollover" | "pack" | "gift" | "overdraft" | "returned";

/** The most of anything at once: far beyond any space, far below what a number can be exact about. */
export const MOST_CREDITS = 1_000_000_000_000;

const Id = z.uuid();
const Text = typedLine({ max: 200 });
const Quantity = z.int().min(1).max(MOST_CREDITS);
const Currency = z.string().length(3).refine(isCurrency, { error: "unknown_currency" });
const Instant = z.iso
  .datetime({ offset: true })
  .refine((text) => text >= "1990" && text < "2100", { error: "out_of_range" });
const LocalDate = z.iso.date().refine((text) => text >= "1990" && text < "2100", { error: "out_of_range" });
/** A retry with the same key gives the same answer. */
const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{16,100}$/);
const ResourceKind = z.enum(["room", "booth", "hot_desk", "dedicated_desk", "equipment"]);

/** Whose credits: a person's own, or shared by a team. */
export const CreditOwner = z.union([z.strictObject({ personId: Id }), z.strictObject({ teamId: Id })]);
export type CreditOwner = z.infer<typeof CreditOwner>;

/** What credits are good for; an empty list leaves that open. */
export const CreditScope = z.strictObject({
  resourceIds: z.array(Id).max(200),
  resourceKinds: z.array(ResourceKind).max(5),
  locationIds: z.array(Id).max(200),
});
export type CreditScope = z.infer<typeof CreditScope>;
export const ANYTHING: CreditScope = { resourceIds: [], resourceKinds: [], locationIds: [] };

/** The thing that credits pay for, as far as their scope is concerned. */
export interface CreditResource {
  id: string;
  kind: string;
  locationId: string;
}

export interface LotView {
  id: string;
  unit: CreditUnit;
  /** For money; else null. */
  currency: string | null;
  owner: "person" | "team";
  source: CreditSource;
  label: string;
  /** What can be taken now. Of an overdraft: only what is above zero, unless the question allowed to overdraw. */
  left: number;
  /** Promised to open holds, not in `left`. */
  held: number;
  /** Pays for usage in [startsAt, expiresAt); null: without a bound. */
  startsAt: string | null;
  expiresAt: string | null;
  scope: CreditScope;
  createdAt: string;
  /** What a plan will give when the period begins that this is for; it can be promised, and not yet taken. */
  isPlanned: boolean;
}

export interface OverdraftView {
  lotId: string;
  unit: CreditUnit;
  currency: string | null;
  owner: "person" | "team";
  limit: number;
  owed: number;
  /** What may still be taken on top of all credits. */
  left: number;
}

/** Everything of one unit (and currency) that a person can spend. */
export interface CreditBalanceView {
  unit: CreditUnit;
  currency: string | null;
  /** own + team - owed: below zero only with an overdraft. */
  balance: number;
  own: number;
  team: number;
  held: number;
  /** Promised to bookings of later periods, whose credits are still to come. */
  scheduled: number;
  nextExpiry: { at: string; quantity: number } | null;
}

export interface Wallet {
  personId: string;
  teamId: string | null;
  /** In the order in which they are used up. */
  lots: LotView[];
  overdrafts: OverdraftView[];
  balances: CreditBalanceView[];
}

/** What the plans gave for now, own or the team's: the whole of which something is left, also when nothing is. */
export interface PlanCreditsView {
  unit: CreditUnit;
  currency: string | null;
  owner: "person" | "team";
  given: number;
  /** Used by what is still to come, such as tomorrow's booking: given back if that is cancelled in time. */
  ahead: number;
  /** The end of the period; null: without a bound. */
  until: string | null;
}

/** The wallet as its owner looks at it. */
export interface WalletView extends Wallet {
  plan: PlanCreditsView[];
  /** What the plans will give next period, less what is promised of it already; and now, in the minutes before it is there. */
  planned: LotView[];
  /** Where the clock is by which periods begin and credits end. */
  timeZone: string;
}

export interface CreditPart {
  lotId: string;
  quantity: number;
}
/** What was taken, from which lots in which order. covered + missing = requested. */
export interface Consumption {
  /** Null when nothing was to be posted. */
  transferId: string | null;
  requested: number;
  covered: number;
  missing: number;
  parts: CreditPart[];
}
export interface Hold extends Omit<Consumption, "transferId"> {
  id: string;
  expiresAt: string;
}

export const WalletInput = z.strictObject({ personId: Id.nullable() });
export type WalletInput = z.infer<typeof WalletInput>;

/** The movements of the local days [from, to], in the zone of the organization's first location. */
export const ExplainBalanceInput = z.strictObject({
  personId: Id.nullable(),
  unit: CreditUnit,
  currency: Currency.nullable(),
  from: LocalDate,
  to: LocalDate,
});
export type ExplainBalanceInput = z.infer<typeof ExplainBalanceInput>;

/** The same as a file, in the words of who reads it. A page of an earlier version says no language. */
export const StatementInput = ExplainBalanceInput.extend({ language: LanguageCode.default("en") });
export type StatementInput = z.infer<typeof StatementInput>;

export const GiveCreditsInput = z.strictObject({
  owner: CreditOwner,
  unit: CreditUnit,
  currency: Currency.nullable(),
  quantity: Quantity,
  reason: Text,
  expiresAt: Instant.nullable(),
  scope: CreditScope,
  idempotencyKey: IdempotencyKey,
});
export type GiveCreditsInput = z.infer<typeof GiveCreditsInput>;

/** Takes from the lot, or from the owner's lots in the order of use. Never more than is there. */
export const RevokeCreditsInput = z.strictObject({
  owner: CreditOwner,
  lotId: Id.nullable(),
  unit: CreditUnit,
  currency: Currency.nullable(),
  quantity: Quantity,
  reason: Text,
  idempotencyKey: IdempotencyKey,
});
export type RevokeCreditsInput = z.infer<typeof RevokeCreditsInput>;

/** limit 0 ends the overdraft. */
export const SetOverdraftInput = z.strictObject({
  owner: CreditOwner,
  unit: CreditUnit,
  currency: Currency.nullable(),
  limit: z.int().min(0).max(MOST_CREDITS),
  reason: Text,
  seen: Seen,
});
export type SetOverdraftInput = z.infer<typeof SetOverdraftInput>;

export const PlanAllowance = z.strictObject({
  unit: CreditUnit,
  currency: Currency.nullable(),
  quantity: Quantity,
  rolloverCap: z.int().min(0).max(MOST_CREDITS),
  scope: CreditScope,
});
export type PlanAllowance = z.infer<typeof PlanAllowance>;
export const SetPlanAllowancesInput = z.strictObject({
  planId: Id,
  allowances: z.array(PlanAllowance).max(20),
  /** now: whoever is on the plan gets the difference at once, or loses what is unspent of it; absent: from the next period on. */
  from: z.enum(["next_period", "now"]).optional(),
  seen: Seen,
});
export type SetPlanAllowancesInput = z.infer<typeof SetPlanAllowancesInput>;
export const PlanIdInput = z.strictObject({ planId: Id });
export type PlanIdInput = z.infer<typeof PlanIdInput>;

export type TransferKind = "grant" | "consume" | "refund" | "expire" | "rollover" | "take_back" | "repay";

export interface MovementView {
  id: string;
  at: string;
  /** change: what one act gave back and took again for the same cause, as what it came to. */
  kind: TransferKind | "change";
  /** Above zero: came in. The sum over all lots that the reader can see. */
  quantity: number;
  own: number;
  team: number;
  /** What a rollover took into the next period: it leaves the balance as it is, so that its quantity is 0. 0 for the rest. */
  carried: number;
  /** Null where it was a colleague's: members see what their team's credits did, not who did what. */
  cause: Cause | null;
  /** When the usage is or was, for what was used or came back; null for the rest, and where the cause is. */
  usedAt: string | null;
  reason: string | null;
  balanceAfter: number;
}

/** Why the balance is what it is: opening + every movement = closing. */
export interface BalanceExplanation {
  unit: CreditUnit;
  currency: string | null;
  from: string;
  to: string;
  opening: number;
  movements: MovementView[];
  closing: number;
  expiresNext: { at: string; quantity: number; label: string }[];
}
