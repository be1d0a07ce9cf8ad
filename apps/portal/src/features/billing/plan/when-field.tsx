import { addDays, type LocalDate } from "@working-social/kernel";
import { DatePicker, SegmentedControl } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { briefDayWords } from "../shared/day-words.ts";
import type { When } from "./drafts.ts";
import { planTexts } from "./plan-texts.ts";

interface WhenFieldProps {
  kinds: readonly When["kind"][];
  value: When;
  today: LocalDate;
  renewsOn: LocalDate;
  onChange: (when: When) => void;
}

/** From when: the next period, today, or any day that is still to come. */
export function WhenField({ kinds, value, today, renewsOn, onChange }: WhenFieldProps) {
  const texts = useTexts(planTexts);
  const labels: Record<When["kind"], string> = {
    today: texts.whenToday,
    renewal: briefDayWords(renewsOn),
    day: texts.whenDay,
  };
  const made: Record<When["kind"], When> = {
    today: { kind: "today" },
    renewal: { kind: "renewal" },
    day: { kind: "day", day: addDays(today, 1) },
  };
  return (
    <div className="flex flex-col gap-2">
      <span className="text-sm font-medium">{texts.fromWhen}</span>
      <SegmentedControl
        label={texts.fromWhen}
        segments={kinds.map((kind) => ({ id: kind, label: labels[kind] }))}
        value={value.kind}
        onChange={(id) => {
          const kind = kinds.find((one) => one === id);
          if (kind) onChange(made[kind]);
        }}
        className="-mx-0.5"
      />
      {value.kind === "day" && (
        <DatePicker
          label={texts.day}
          isLabelHidden
          value={value.day}
          minimum={today}
          onChange={(day) => onChange({ kind: "day", day })}
        />
      )}
    </div>
  );
}
