import { Link } from "@tanstack/react-router";
import { Card, classNames, Section } from "@working-social/ui";
import { ChevronRight } from "lucide-react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts, type CreditsTexts } from "./credits-texts.ts";
import { creditUnitTexts, type CreditUnitTexts } from "../../lib/texts/credit-units.ts";
import { BalanceMeter, dotted, hatched, isLow, plannedOf } from "./balance-meter.tsx";
import type { UnitBalance } from "./balances.ts";
import { lastDay, monthOfLot } from "./credit-days.ts";
import { LotList } from "./lot-list.tsx";

interface UnitSectionProps {
  balance: UnitBalance;
  timeZone: string;
  now: number;
}

/** One kind of credits: what is left as a figure and as a bar, what comes on top, and the lots behind it. */
export function UnitSection({ balance, timeZone, now }: UnitSectionProps) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { unit, currency, given, usable, until } = balance;
  const name = units.name(unit);
  const explain = (
    <Link
      to="/credits/explain"
      search={currency === null ? { unit } : { unit, currency }}
      aria-label={texts.explainUnit(name)}
      className="-my-1 inline-flex min-h-8 shrink-0 items-center gap-0.5 text-sm font-semibold text-accent hover:underline touch:min-h-11"
    >
      {texts.explain}
      <ChevronRight aria-hidden="true" className="size-4" />
    </Link>
  );
  const isOfPlan = given > 0;
  return (
    <Section title={name} action={explain}>
      <Card className="flex flex-col gap-3">
        <p className="figures flex flex-wrap items-baseline gap-x-2">
          <span className="text-2xl font-semibold tracking-tight">{units.whole(unit, currency, usable)}</span>
          <span className="text-second">
            {isOfPlan && until ? ofPlan(balance, lastDay(until, timeZone, now), texts, units) : texts.leftWithout}
          </span>
        </p>
        {isOfPlan && <BalanceMeter balance={balance} className="h-2.5" />}
        {isOfPlan && <Legend balance={balance} />}
        <Notes {...{ balance, timeZone, now }} />
        {balance.lots.length > 0 && <LotList {...{ timeZone, now }} lots={balance.lots} />}
      </Card>
    </Section>
  );
}

/** Behind all that can be used: what of it is the plan's, which ends, and what is not. */
function ofPlan(
  { unit, currency, given, planLeft, extra }: UnitBalance,
  day: string,
  texts: CreditsTexts,
  units: CreditUnitTexts,
): string {
  const whole = units.whole(unit, currency, given);
  if (extra === 0) return texts.leftOf(whole, day);
  return texts.leftWithExtra(units.figure(unit, currency, planLeft), whole, day, units.figure(unit, currency, extra));
}

/** What each part of the bar is, with its quantity. */
function Legend({ balance }: { balance: UnitBalance }) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { unit, currency, given, planLeft, setAside } = balance;
  const planned = plannedOf(balance);
  const quantity = (n: number) => units.whole(unit, currency, n);
  const tone = isLow(balance) ? "text-amber" : "text-accent";
  const parts = [
    {
      id: "left",
      label: texts.leftShort(quantity(planLeft)),
      swatch: classNames(tone, "bg-current forced-colors:bg-[Highlight]"),
    },
    {
      id: "set aside",
      label: texts.setAside(quantity(setAside)),
      swatch: classNames(tone, dotted),
      isNone: setAside === 0,
    },
    {
      id: "planned",
      label: texts.planned(quantity(planned)),
      swatch: classNames(tone, hatched),
      isNone: planned === 0,
    },
    {
      id: "used",
      label: texts.used(quantity(Math.max(given - planLeft - setAside - planned, 0))),
      swatch: "border border-third bg-sunk",
    },
  ];
  return (
    <ul aria-label={texts.legend} className="figures flex flex-wrap gap-x-4 gap-y-1 text-sm text-second">
      {parts
        .filter(({ isNone }) => !isNone)
        .map(({ id, label, swatch }) => (
          <li key={id} className="inline-flex items-center gap-1.5">
            <span aria-hidden="true" className={classNames("size-2.5 rounded-[2px] forced-colors:border", swatch)} />
            {label}
          </li>
        ))}
    </ul>
  );
}

/** What the bar does not show: what is set aside, promised or owed. */
function Notes({ balance, timeZone, now }: UnitSectionProps) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { unit, currency, held, setAside, scheduled, owed, mayOwe, next } = balance;
  const quantity = (n: number) => units.whole(unit, currency, n);
  const notes = [
    ...(plannedOf(balance) > 0 ? [texts.plannedHint] : []),
    ...(held > setAside ? [texts.held(quantity(held - setAside))] : []),
    ...(setAside > 0 ? [texts.setAsideHint] : []),
    ...(scheduled > 0 ? [texts.scheduled(quantity(scheduled))] : []),
    ...next.map((lot) => texts.next(quantity(lot.left), monthOfLot(lot, timeZone, now) ?? "", lot.owner === "team")),
    ...(mayOwe > 0 ? [texts.mayOwe(quantity(mayOwe))] : []),
  ];
  if (notes.length === 0 && owed === 0) return null;
  return (
    <ul className="figures flex flex-col gap-0.5 text-sm text-second">
      {owed > 0 && <li className="font-medium text-red">{texts.owed(quantity(owed))}</li>}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
