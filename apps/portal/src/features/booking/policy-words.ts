import type { CancellationTerms, QuoteView } from "@working-social/booking/schema";
import type { EpochMs } from "@working-social/kernel";
import type { Format } from "../../lib/format.ts";
import { textsOf } from "../../lib/texts/catalog.ts";
import { bookingTexts, type FeeStep } from "./booking-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import type { Whose } from "../../lib/texts/whose.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** From `at` on, cancelling costs `feePercent`. */
interface Step {
  at: EpochMs;
  feePercent: number;
}

/**
 * The cancellation policy of one booking as a person says it: "Free to cancel until Wed 14:00. After that you pay half,
 * from Thu 12:00 all of it." What lies behind `now` is left out. Of a booking without a price nothing can be owed; credits count
 * like money, since they are worth it.
 */
export function policyWords(
  { policy, totalMinor, lines }: Pick<QuoteView, "policy" | "totalMinor" | "lines">,
  startsAt: string,
  now: EpochMs,
  format: Format,
  whose: Whose,
): string {
  const texts = textsOf(bookingTexts);
  const takesCredits = lines.some(({ kind }) => kind === "credit" || kind === "kept_credits");
  if (totalMinor === 0 && !takesCredits) return texts.freeUntilStart;
  const from = !takesCredits ? "money" : totalMinor === 0 ? "credits" : "both";
  const steps = stepsOf(policy, Date.parse(startsAt));
  const when = (at: EpochMs) => (at - now < 6 * dayMs ? format.weekdayTime(at) : format.dayTime(at));
  const past = steps.filter((step) => step.at <= now).at(-1);
  const ahead = steps
    .filter((step) => step.at > now)
    .map(({ at, feePercent }): FeeStep => ({ from: when(at), percent: feePercent }));
  if (past) return texts.costsNow(past.feePercent, ahead, from);
  const owed = (policy.owedCredits ?? []).filter(({ quantity }) => quantity > 0);
  if (owed.length > 0) {
    const units = textsOf(creditUnitTexts);
    return texts.keepsNow(
      owed.map(({ unit, quantity }) => units.quantity(unit, null, quantity)),
      ahead,
      whose,
    );
  }
  const [first, ...later] = ahead;
  return first ? texts.freeThen(first, later, from, whose) : texts.freeUntilStart;
}

/** The moments at which the fee rises, in order. */
function stepsOf(terms: CancellationTerms, start: EpochMs): Step[] {
  const steps = terms.tiers
    .map(({ hoursBefore, feePercent }) => ({ at: start - hoursBefore * hourMs, feePercent }))
    .sort((a, b) => a.at - b.at);
  return steps.filter((step, index) => step.feePercent > (steps[index - 1]?.feePercent ?? 0));
}
