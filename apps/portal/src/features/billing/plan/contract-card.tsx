import type { Contract, MyContract } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { Button, Card } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { nearDayWords } from "../shared/day-words.ts";
import { offerWords } from "./change-panel.tsx";
import { ContractFacts } from "./contract-facts.tsx";
import { contractNow } from "./contract-now.ts";
import { ContractNotices } from "./contract-notices.tsx";
import { type Offer, offersOf } from "./offers.ts";
import { planTexts, type PlanTexts } from "./plan-texts.ts";
import type { TakingBack } from "./use-change-contract.ts";

interface ContractCardProps {
  mine: MyContract;
  today: LocalDate;
  placeName: string | null;
  takingBack: TakingBack;
  onOffer: (offer: Offer) => void;
}

/** What one has: the plan with its price, what it gives, what is agreed for later, and what can be done with it. */
export function ContractCard({ mine, today, placeName, takingBack, onOffer }: ContractCardProps) {
  const texts = useTexts(planTexts);
  const { contract, earliestEnd } = mine;
  const { isOver } = contractNow(contract, today);
  const offers = offersOf(contract, today);
  return (
    <Card padding="large" className="flex flex-col gap-5">
      <Head {...{ contract, today, placeName }} />
      <ContractNotices {...{ contract, today, takingBack }} />
      <ContractFacts {...{ mine, today }} />
      {!isOver && (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          {offers.includes("end") && (
            <p className="max-w-md text-sm text-second">{texts.goesOn(nearDayWords(earliestEnd, today), contract)}</p>
          )}
          <div className="flex flex-wrap gap-2">
            {offers.map((offer) => (
              <Button key={offer} size="small" onPress={() => onOffer(offer)}>
                {offerWords(offer, texts)}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Card>
  );
}

function Head({ contract, today, placeName }: { contract: Contract; today: LocalDate; placeName: string | null }) {
  const texts = useTexts(planTexts);
  const { present } = contractNow(contract, today);
  const price = present?.unitPriceMinor ?? null;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0">
        <h2 className="text-xl font-semibold tracking-tight wrap-anywhere">{nameOf(contract, today, texts)}</h2>
        <p className="text-second">
          {texts.facts([
            ...(contract.teamId === null ? [] : [texts.ofTeam(contract.holderName)]),
            ...(placeName ? [placeName] : []),
            sinceWords(contract, today, texts),
          ])}
        </p>
      </div>
      {price !== null && present && (
        <div className="text-end max-sm:text-start">
          <p className="figures text-xl font-semibold tracking-tight">
            {amountWords(price * present.quantity, contract.currency)}
          </p>
          <p className="text-second">
            {texts.priceNote(
              texts.perPeriod(contract.intervalMonths),
              contract.priceMode === "net" ? texts.plusTax : texts.withTax,
            )}
          </p>
        </div>
      )}
    </div>
  );
}

/** The plan, or the desks and rooms that are let. */
function nameOf(contract: Contract, today: LocalDate, texts: PlanTexts): string {
  const { present } = contractNow(contract, today);
  if (contract.kind === "membership") return present?.planName || texts.noName;
  const rented = contract.lines.flatMap(({ unitName, resourceName }) => unitName ?? resourceName ?? []);
  return rented.length > 0 ? texts.notes(rented) : texts.letting;
}

function sinceWords({ startsOn, endsOn }: Contract, today: LocalDate, texts: PlanTexts): string {
  if (endsOn !== null && endsOn < today) return texts.ended(nearDayWords(endsOn, today));
  const day = nearDayWords(startsOn, today);
  return startsOn <= today ? texts.since(day) : texts.from(day);
}
