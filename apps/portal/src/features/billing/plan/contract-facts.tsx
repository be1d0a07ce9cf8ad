import { useQuery } from "@tanstack/react-query";
import type { Contract, MyContract } from "@working-social/billing/schema";
import type { PlanCreditsView } from "@working-social/credits/schema";
import type { LocalDate } from "@working-social/kernel";
import type { ReactNode } from "react";
import { percentOf } from "../../../lib/percent.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { creditUnitTexts } from "../../../lib/texts/credit-units.ts";
import { walletOptions } from "../../credits/wallet-query.ts";
import { amountWords } from "../shared/amount-words.ts";
import { nearDayWords } from "../shared/day-words.ts";
import { contractNow } from "./contract-now.ts";
import { planTexts, type PlanTexts } from "./plan-texts.ts";

/** What one has by a contract, row by row: what it gives, seats, what is agreed of its price, and when it goes on. */
export function ContractFacts({ mine, today }: { mine: MyContract; today: LocalDate }) {
  const texts = useTexts(planTexts);
  const units = useTexts(creditUnitTexts);
  const { contract, renewsOn } = mine;
  const { present, isOver } = contractNow(contract, today);
  const given = useGiven(contract);
  const isBilled = contract.billFrom !== null && !isOver;
  return (
    <dl className="divide-y divide-line border-y">
      {given.map(({ unit, currency, given: quantity }) => (
        <Fact
          key={`${unit} ${currency}`}
          term={units.name(unit)}
          note={texts.eachPeriod}
          detail={units.whole(unit, currency, quantity)}
        />
      ))}
      {contract.teamId !== null && present && (
        <Fact
          term={texts.seats}
          note={
            present.unitPriceMinor === null
              ? null
              : texts.seatsEach(amountWords(present.unitPriceMinor, contract.currency))
          }
          detail={String(present.quantity)}
        />
      )}
      {contract.discount && (
        <Fact
          term={texts.discount}
          note={contract.couponCode && texts.coupon(contract.couponCode)}
          detail={discountWords(contract.discount, contract.currency, texts)}
        />
      )}
      {contract.depositMinor > 0 && (
        <Fact
          term={texts.deposit}
          note={texts.depositNote}
          detail={amountWords(contract.depositMinor, contract.currency)}
        />
      )}
      {isBilled && (contract.endsOn === null || contract.endsOn >= renewsOn) && (
        <Fact term={texts.nextPeriod} note={null} detail={nearDayWords(renewsOn, today)} />
      )}
    </dl>
  );
}

function Fact({ term, note, detail }: { term: string; note: string | null; detail: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 py-2.5">
      <dt className="min-w-0 wrap-anywhere">
        {term} {note && <span className="text-sm text-second">{note}</span>}
      </dt>
      <dd className="figures ms-auto font-semibold">{detail}</dd>
    </div>
  );
}

/** What the plan gives each month, as the wallet has it now: of a person's contract their own, of a team's the team's. */
function useGiven({ kind, teamId }: Contract): PlanCreditsView[] {
  const { data: wallet } = useQuery(walletOptions());
  if (kind !== "membership") return [];
  const owner = teamId === null ? "person" : "team";
  return wallet?.plan.filter((credits) => credits.owner === owner && credits.given > 0) ?? [];
}

function discountWords(
  { basisPoints, amountMinor, periods, freePeriods }: NonNullable<Contract["discount"]>,
  currency: string,
  texts: PlanTexts,
): string {
  const off = [
    ...(basisPoints > 0 ? [percentOf(basisPoints)] : []),
    ...(amountMinor > 0 ? [amountWords(amountMinor, currency)] : []),
  ];
  return texts.notes([
    ...(off.length > 0 ? [texts.off(off.join(" + "))] : []),
    ...(off.length > 0 && periods !== null ? [texts.forPeriods(periods)] : []),
    ...(freePeriods > 0 ? [texts.freePeriods(freePeriods)] : []),
  ]);
}
