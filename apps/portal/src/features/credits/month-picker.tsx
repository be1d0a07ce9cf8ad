import { IconButton } from "@working-social/ui";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { creditsTexts } from "./credits-texts.ts";
import { addMonths, monthName, type Month } from "./months.ts";

interface MonthPickerProps {
  month: Month;
  /** Nothing lies beyond it. */
  last: Month;
  onChange: (month: Month) => void;
}

/** ‹ November 2026 › */
export function MonthPicker({ month, last, onChange }: MonthPickerProps) {
  const texts = useTexts(creditsTexts);
  const [before, after] = [addMonths(month, -1), addMonths(month, 1)];
  return (
    <div role="group" aria-label={texts.month} className="flex items-center gap-1">
      <IconButton aria-label={texts.previousMonth(monthName(before))} onPress={() => onChange(before)}>
        <ChevronLeft aria-hidden="true" className="size-5" />
      </IconButton>
      <span role="status" className="min-w-36 text-center font-semibold">
        {monthName(month)}
      </span>
      <IconButton
        aria-label={texts.nextMonth(monthName(after))}
        disabledReason={month >= last ? texts.noMonthAhead : null}
        onPress={() => onChange(after)}
      >
        <ChevronRight aria-hidden="true" className="size-5" />
      </IconButton>
    </div>
  );
}
