import type { Interval } from "@working-social/kernel";
import { daysTouched, intersect, taxedPrice, taxOf } from "@working-social/kernel";
import type { QuoteLine, QuoteView } from "./quote-view.ts";
import type { LocationView } from "../locations/schema.ts";
import { cancellationTermsFor } from "./cancellation.ts";
import { creditLine, creditsOfLines } from "./credit-line.ts";
import type { Charge } from "./day-price.ts";
import { chargeMinor, cheapestDayPrice, sumByRate } from "./day-price.ts";
import { limitsFor } from "./limits.ts";
import { ratesFor } from "./rates.ts";
import type { BookingSituation, RuleResource } from "./situation.ts";

/**
 * What the slot costs this person on this resource, line by line, whether or not it can be booked. Each local day is
 * charged the cheapest way; lines of one rate are summed over the days and rounded once.
 */
export function quoteBooking(situation: BookingSituation, resource: RuleResource, slot: Interval): QuoteView {
  const full = priceLines(situation, resource, slot);
  const priceOf = (part: Interval) => sumOfLines(priceLines(situation, resource, part));
  const lines = [...full, ...creditLine(situation, resource, slot, sumOfLines(full), priceOf)];
  return {
    currency: situation.location.currency,
    ...withTax(lines, situation.location),
    policy: cancellationTermsFor(situation, resource),
    needsApproval: limitsFor(situation, resource).needsApproval,
  };
}

/** What the slot costs before credits and tax. */
function priceLines(situation: BookingSituation, resource: RuleResource, slot: Interval): QuoteLine[] {
  const zone = situation.location.timeZone;
  const rates = ratesFor(situation, resource);
  const days = daysTouched(slot, zone).map((day) => cheapestDayPrice(rates, intersect(day, slot) ?? slot, day, zone));
  const charges = sumByRate(days.flatMap((day) => day.charges));
  const freeMinutes = days.reduce((sum, day) => sum + day.freeMinutes, 0);
  const lines: QuoteLine[] = [...charges.map(timeLine), ...minimumLine(charges)];
  return freeMinutes > 0 ? [...lines, { kind: "free", minutes: freeMinutes, amountMinor: 0 }] : lines;
}

/** What the lines of a quote sum to: its total. An inclusive tax is part of the other lines already. */
export function sumOfLines(lines: readonly QuoteLine[]): number {
  return lines.reduce((sum, line) => sum + (line.kind === "tax" && line.inclusive ? 0 : line.amountMinor), 0);
}

function timeLine(charge: Charge): QuoteLine {
  const { rate, minutes } = charge;
  return {
    kind: "time",
    rateId: rate.id,
    rateName: rate.name,
    minutes,
    unit: rate.unit,
    unitPriceMinor: rate.priceMinor,
    units: rate.unit === "hour" ? minutes / 60 : charge.units,
    amountMinor: chargeMinor(charge),
  };
}

/** Once for a booking: lifts its sum to the highest minimum among the rates that were used. */
function minimumLine(charges: readonly Charge[]): QuoteLine[] {
  const sum = charges.reduce((total, charge) => total + chargeMinor(charge), 0);
  const [highest] = [...charges].sort((a, b) => (b.rate.minimumChargeMinor ?? 0) - (a.rate.minimumChargeMinor ?? 0));
  const minimumMinor = highest?.rate.minimumChargeMinor ?? 0;
  if (!highest || minimumMinor <= sum) return [];
  const { id: rateId, name: rateName } = highest.rate;
  return [{ kind: "minimum", rateId, rateName, minimumMinor, amountMinor: minimumMinor - sum }];
}

/** Tax on top of the lines, or taken out of them: rounded once for the whole booking, as invoices do. */
function withTax(
  lines: QuoteLine[],
  location: LocationView,
): Pick<QuoteView, "lines" | "subtotalMinor" | "taxMinor" | "totalMinor"> {
  const { taxBasisPoints: basisPoints, taxInclusive: inclusive } = location;
  const sumMinor = sumOfLines(lines);
  if (basisPoints === 0 || sumMinor === 0) return { lines, subtotalMinor: sumMinor, taxMinor: 0, totalMinor: sumMinor };
  const { netMinor, taxMinor, amountMinor } = taxedPrice(sumMinor, inclusive ? "gross" : "net", taxOf(location));
  const tax: QuoteLine = {
    kind: "tax",
    name: location.taxName ?? "Tax",
    basisPoints,
    inclusive,
    amountMinor: taxMinor,
  };
  return { lines: [...lines, tax], subtotalMinor: netMinor, taxMinor, totalMinor: amountMinor };
}

/** Money or credits: what is free asks nothing of the ledger. */
export function costsSomething({ totalMinor, lines }: Pick<QuoteView, "totalMinor" | "lines">): boolean {
  return totalMinor > 0 || creditsOfLines(lines).length > 0;
}
