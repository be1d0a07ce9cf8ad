import type { BalanceExplanation } from "@working-social/credits/schema";
import type { Interval } from "@working-social/kernel";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { creditUnitTexts } from "../../lib/texts/credit-units.ts";
import { dayName, shortDayName } from "./credit-days.ts";
import { runningBalance, stepPath } from "./running-balance.ts";

interface BalanceChartProps {
  explanation: BalanceExplanation;
  span: Interval;
  /** November 2026 */
  month: string;
  timeZone: string;
  now: number;
}

/** The balance through the month, for people who would rather look; the same in a sentence for those who listen. */
export function BalanceChart({ explanation, span, month, timeZone, now }: BalanceChartProps) {
  const texts = useTexts(creditsTexts);
  const units = useTexts(creditUnitTexts);
  const { unit, currency, opening, closing } = explanation;
  const running = runningBalance(explanation, span, now);
  const { lowest, highest } = running;
  const range = [Math.min(lowest.balance, 0), Math.max(highest, 0)] as const;
  const line = stepPath(running, span, range);
  const zero = range[1] === range[0] ? 1 : range[1] / (range[1] - range[0]);
  const end = (running.until - span.start) / (span.end - span.start);
  const quantity = (n: number) => units.quantity(unit, currency, n);
  const name = units.name(unit);
  const words =
    highest === lowest.balance
      ? texts.chartFlat(name, month, quantity(opening))
      : texts.chart({
          unit: name,
          month,
          opening: quantity(opening),
          low: quantity(lowest.balance),
          lowDay: dayName(lowest.at, timeZone, now),
          closing: quantity(closing),
        });
  return (
    <figure className="time-axis flex flex-col gap-1.5">
      <div className="figures flex justify-between text-xs text-second" aria-hidden="true">
        <span>{units.quantity(unit, currency, range[1])}</span>
      </div>
      <svg
        role="img"
        aria-label={words}
        viewBox="0 0 1 1"
        preserveAspectRatio="none"
        className="h-28 w-full overflow-visible border-s text-accent"
      >
        <path d={`${line}V${zero}H0Z`} className="fill-accent-weak" />
        <path
          d={`M0 ${zero}H1`}
          className="stroke-line"
          fill="none"
          strokeWidth={1}
          vectorEffect="non-scaling-stroke"
        />
        <path d={line} fill="none" stroke="currentColor" strokeWidth={2} vectorEffect="non-scaling-stroke" />
        {end < 1 && (
          <path
            d={`M${end} 0V1`}
            className="stroke-third"
            fill="none"
            strokeWidth={1}
            strokeDasharray="3 3"
            vectorEffect="non-scaling-stroke"
          />
        )}
      </svg>
      <Days span={span} timeZone={timeZone} now={now} />
    </figure>
  );
}

/** The first day, the last one, and today between them. */
function Days({ span, timeZone, now }: Pick<BalanceChartProps, "span" | "timeZone" | "now">) {
  const texts = useTexts(creditsTexts);
  const share = (now - span.start) / (span.end - span.start);
  const isNow = share > 0.2 && share < 0.75;
  return (
    <div aria-hidden="true" className="figures relative flex justify-between text-xs text-second">
      <span>{shortDayName(span.start, timeZone)}</span>
      {isNow && (
        <span className="absolute -translate-x-1/2" style={{ insetInlineStart: `${share * 100}%` }}>
          {texts.today}
        </span>
      )}
      <span>{shortDayName(span.end - 1, timeZone)}</span>
    </div>
  );
}
