import type { BalanceExplanation, ExplainBalanceInput } from "@working-social/credits/schema";
import { fromLocal } from "@working-social/kernel";
import { Button, Card, classNames, Section } from "@working-social/ui";
import { Download } from "lucide-react";
import { formatIn } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts, type CreditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { BalanceChart } from "./balance-chart.tsx";
import { dayName, lastDay } from "./credit-days.ts";
import { addMonths, firstDay, monthName, type Month } from "./months.ts";
import { MovementTable } from "./movement-table.tsx";
import { useDownload } from "./use-download.ts";

interface ExplainedMonthProps {
  explanation: BalanceExplanation;
  input: ExplainBalanceInput;
  month: Month;
  isCurrent: boolean;
  /** Of what is there now: promised to what waits or is held. */
  setAside: number;
  /** It is of the month before, until this one's answer comes. */
  isStale: boolean;
  timeZone: string;
  now: number;
}

/** A month of one balance: the picture, the lines, what ends next, and the same as a file. */
export function ExplainedMonth(props: ExplainedMonthProps) {
  const { explanation, input, month, isCurrent, setAside, isStale, timeZone, now } = props;
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const format = formatIn(timeZone);
  const shown = explanation.from.slice(0, 7);
  const span = {
    start: fromLocal(firstDay(shown), 0, timeZone),
    end: fromLocal(firstDay(addMonths(shown, 1)), 0, timeZone),
  };
  const name = monthName(shown);
  const download = useDownload(input, `${fileWord(units.name(input.unit))}-${month}.csv`);
  const closing = isCurrent
    ? {
        label: texts.closingNow,
        note: setAside > 0 ? texts.setAsideOfIt(units.figure(input.unit, input.currency, setAside)) : "",
      }
    : { label: texts.closing, note: texts.closingAt(dayName(span.end - 1, timeZone, now)) };
  return (
    <div className={classNames("flex flex-col gap-6 transition-opacity", isStale && "opacity-55")}>
      <Card>
        <BalanceChart {...{ explanation, span, timeZone, now }} month={name} />
      </Card>
      <MovementTable
        {...{ explanation, closing, format }}
        month={name}
        openingNote={texts.openingAt(dayName(span.start, timeZone, now))}
      />
      {explanation.movements.length === 0 && <p className="-mt-3 text-sm text-second">{texts.noMovements}</p>}
      <Button className="self-start" isPending={download.isPending} onPress={download.run}>
        <Download aria-hidden="true" className="size-4" />
        {texts.download}
      </Button>
      {isCurrent && <EndsNext {...{ explanation, timeZone, now }} />}
    </div>
  );
}

/** What is lost first if nobody uses it. */
function EndsNext({ explanation, timeZone, now }: Pick<ExplainedMonthProps, "explanation" | "timeZone" | "now">) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { unit, currency, expiresNext } = explanation;
  return (
    <Section title={texts.endsNext}>
      {expiresNext.length === 0 ? (
        <p className="text-second">{texts.endsNothing}</p>
      ) : (
        <>
          <ul className="figures flex flex-col gap-1">
            {expiresNext.map(({ at, quantity, label }) => (
              <li key={`${at} ${label}`}>
                {texts.endsOn(units.quantity(unit, currency, quantity), lastDay(at, timeZone, now))}
                <span className="text-second"> · {endLabel(label, texts)}</span>
              </li>
            ))}
          </ul>
          <p className="text-sm text-second">{texts.endsNextText}</p>
        </>
      )}
    </Section>
  );
}

/** Lots of a plan are called by their month. */
function endLabel(label: string, texts: CreditsTexts): string {
  return /^\d{4}-\d\d$/.test(label) ? texts.planOf(monthName(label)) : label;
}

/** "room-time" */
function fileWord(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}
