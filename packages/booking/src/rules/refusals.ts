/** The rule behind a refusal, as its manager named it; null for a limit that every space has. */
export interface RuleName {
  id: string;
  name: string;
}

/** Whose limit: the person's own, or their team's. */
export type LimitOwner = "person" | "team";

/** Why a slot can't be booked. Each names its rule and carries the data that the sentence needs. */
export type BookingRefusal =
  | { code: "in_the_past" }
  /** Closed for a part of the slot; the open intervals of the day(s), and why an exceptional day is different. */
  | {
      code: "closed";
      whose: "location" | "resource";
      open: { startsAt: string; endsAt: string }[];
      reason: string | null;
    }
  | { code: "too_short"; minMinutes: number; rule: RuleName }
  | { code: "too_long"; maxMinutes: number; rule: RuleName | null }
  | { code: "off_grid"; granularityMinutes: number; rule: RuleName }
  | { code: "too_little_notice"; noticeMinutes: number; earliestStartsAt: string; rule: RuleName }
  /** The rule asks for approval, and the slot has begun: nobody could answer in time. */
  | { code: "too_late_for_approval"; rule: RuleName }
  /** Bookings are over by then. */
  | { code: "too_far_ahead"; windowDays: number; latestEndsAt: string; rule: RuleName | null }
  | { code: "not_for_you"; rule: RuleName }
  | { code: "too_many_at_once"; max: number; whose: LimitOwner; rule: RuleName }
  | {
      code: "too_many_minutes_a_day";
      maxMinutes: number;
      usedMinutes: number;
      date: string;
      whose: LimitOwner;
      rule: RuleName;
    }
  | { code: "too_many_upcoming"; max: number; whose: LimitOwner; rule: RuleName }
  /** Of holds alone: a person keeps no more at a time. */
  | { code: "too_many_holds"; max: number }
  /** Of holds alone: the same person held this time a moment ago. From againAt on it can be held again; booked at any time. */
  | { code: "held_before"; againAt: string }
  | { code: "resource_archived" }
  /** Somebody else has it; for a pool: every unit is taken. */
  | { code: "slot_taken" };
