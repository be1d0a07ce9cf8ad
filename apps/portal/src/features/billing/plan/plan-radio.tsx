import { useId } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { amountWords } from "../shared/amount-words.ts";
import type { PlanChoice } from "./choices.ts";
import { planTexts, type PlanTexts } from "./plan-texts.ts";

interface PlanRadiosProps {
  choices: readonly PlanChoice[];
  value: string | null;
  currency: string;
  onChange: (versionId: string) => void;
}

/** The plans that one can have, each with its price, as cards; the browser's own radios underneath. */
export function PlanRadios({ choices, value, currency, onChange }: PlanRadiosProps) {
  const texts = useTexts(planTexts);
  const name = useId();
  return (
    <fieldset role="radiogroup" className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{texts.choose}</legend>
      {choices.map((choice) => (
        <label
          key={choice.versionId}
          className={
            "grid cursor-pointer grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 rounded-md border px-3.5 py-3 transition-colors hover:bg-sunk " +
            "has-checked:border-accent has-checked:bg-accent-weak has-checked:text-accent-on-weak " +
            "has-focus-visible:outline-2 has-focus-visible:outline-accent"
          }
        >
          <input
            type="radio"
            name={name}
            value={choice.versionId}
            checked={choice.versionId === value}
            onChange={() => onChange(choice.versionId)}
            className={
              "size-5 shrink-0 appearance-none rounded-full border border-third bg-surface outline-none transition-[border-width] " +
              "checked:border-[6px] checked:border-accent"
            }
          />
          <span className="flex min-w-0 flex-col">
            <span className="font-semibold wrap-anywhere">{choice.name}</span>
            <span className="text-sm">{noteOf(choice, choices, texts)}</span>
          </span>
          <span className="figures font-semibold">{amountWords(choice.priceMinor, currency)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** "what you have, a month"; the same plan at a newer price says so. */
function noteOf(choice: PlanChoice, choices: readonly PlanChoice[], texts: PlanTexts): string {
  const isTwice = choices.some((other) => other !== choice && other.planId === choice.planId);
  const standing = choice.isPresent ? [isTwice ? texts.oldPrice : texts.whatYouHave] : isTwice ? [texts.newPrice] : [];
  const each = choice.isPerSeat ? [texts.perSeat] : [];
  return texts.notes([...standing, ...each, texts.perPeriod(choice.intervalMonths)]);
}
