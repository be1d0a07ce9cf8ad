import type { Contract } from "@working-social/billing/schema";
import type { LocalDate } from "@working-social/kernel";
import { Button, Callout } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import { nearDayWords } from "../shared/day-words.ts";
import { lineTexts } from "../shared/line-texts.ts";
import { contractNow } from "./contract-now.ts";
import { type TakeBack, takeBacksOf } from "./offers.ts";
import { planTexts } from "./plan-texts.ts";
import type { TakingBack } from "./use-change-contract.ts";

interface Notice {
  id: string;
  title: string;
  text: string | null;
  back: TakeBack | null;
}

interface NoticesProps {
  contract: Contract;
  today: LocalDate;
  takingBack: TakingBack;
}

/** What is agreed for later, or just now, and stands out until it is so; what has not begun is taken back with one press. */
export function ContractNotices({ contract, today, takingBack }: NoticesProps) {
  const texts = useTexts(planTexts);
  const notices = useNotices(contract, today);
  return notices.map(({ id, title, text, back }) => (
    <Callout
      key={id}
      tone="amber"
      title={title}
      actions={
        back && (
          <Button
            size="small"
            aria-label={texts.takeBackOf(title)}
            isPending={takingBack.isPending}
            onPress={() => takingBack.run(contract.id, back)}
          >
            {texts.takeBack}
          </Button>
        )
      }
    >
      {text}
    </Callout>
  ));
}

function useNotices(contract: Contract, today: LocalDate): Notice[] {
  const texts = useTexts(planTexts);
  const { seatsOnly } = useTexts(lineTexts);
  const { present, coming, priceStep, paused, pauseAhead } = contractNow(contract, today);
  const backs = takeBacksOf(contract, today);
  const back = (what: TakeBack) => (backs.includes(what) ? what : null);
  const day = (date: LocalDate) => nearDayWords(date, today);
  const notices: Notice[] = [];
  if (contract.billFrom === null)
    notices.push({ id: "unpriced", title: texts.unpriced, text: texts.unpricedText, back: null });
  if (coming) {
    const isOtherSeats = coming.quantity > 1 || (present?.quantity ?? 1) > 1;
    const seats = isOtherSeats ? seatsOnly(coming.quantity) : null;
    const title = texts.comingPlan(coming.planName || texts.noName, seats, day(coming.validFrom));
    notices.push({ id: "plan", title, text: null, back: back("plan") });
  }
  if (priceStep?.unitPriceMinor != null && !coming) {
    const price = amountWords(priceStep.unitPriceMinor, contract.currency);
    notices.push({ id: "step", title: texts.comingPrice(day(priceStep.validFrom), price), text: null, back: null });
  }
  if (paused) {
    const until = paused.untilDay === null ? null : day(paused.untilDay);
    notices.push({
      id: "paused",
      title: texts.pausedSince(day(paused.startsOn)),
      text: texts.pausedText(until),
      back: null,
    });
  }
  if (pauseAhead) {
    const until = pauseAhead.untilDay === null ? null : day(pauseAhead.untilDay);
    const title = texts.pauseAhead(day(pauseAhead.startsOn), until);
    notices.push({ id: "pause", title, text: texts.pauseAheadText, back: back("pause") });
  }
  if (contract.endsOn !== null && contract.endsOn >= today)
    notices.push({ id: "end", title: texts.endsOn(day(contract.endsOn)), text: texts.endsOnText, back: back("end") });
  return notices;
}
