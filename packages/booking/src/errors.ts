import type { CommonRefusal, RefusalKind } from "@working-social/kernel";
import { DomainError } from "@working-social/kernel";
import type { CreditsKept, QuoteView, SlotView } from "./rules/quote-view.ts";
import type { BookingRefusal } from "./rules/refusals.ts";

/** Why a command on a booking is refused as a whole. */
export type BookingCommandRefusal =
  | { code: "cannot_book"; refusals: BookingRefusal[]; suggestions: SlotView[] }
  | { code: "price_changed"; quote: QuoteView }
  | { code: "fee_changed"; feeMinor: number; currency: string; credits: CreditsKept[] }
  | { code: "hold_expired" }
  /** The booking's state does not allow this action. */
  | { code: "wrong_state"; status: string; action: string }
  /** Fewer units than asked for can be removed: these have bookings ahead. */
  | { code: "units_booked"; unitNames: string[] }
  | { code: "currency_in_use" };

const KINDS: Record<BookingCommandRefusal["code"], RefusalKind> = {
  cannot_book: "conflict",
  price_changed: "conflict",
  fee_changed: "conflict",
  hold_expired: "conflict",
  wrong_state: "conflict",
  units_booked: "conflict",
  currency_in_use: "conflict",
};

export function bookingError(refusal: BookingCommandRefusal): DomainError<BookingCommandRefusal> {
  return new DomainError(KINDS[refusal.code], refusal);
}

/** Somebody else saved it since it was read. */
export function changedMeanwhile(): DomainError<CommonRefusal> {
  return new DomainError<CommonRefusal>("conflict", { code: "changed_meanwhile" });
}
