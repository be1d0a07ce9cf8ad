import { Button, IconButton } from "@working-social/ui";
import { Plus, X } from "lucide-react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts } from "./hours-texts.ts";
import { ClockField } from "../../../manage/form/clock-field.tsx";
import { closesAt, haveOverlap, nextHours, withOpening, type Hours } from "./hours-model.ts";
import { spanText } from "./week-sentence.ts";

type IntervalListProps = {
  /** Whose hours they are: Monday, 25 December. */
  name: string;
  hours: readonly Hours[];
  onChange: (hours: Hours[]) => void;
};

/** The open intervals of one day. A closing time that is not later than the opening means the next day. */
export function IntervalList({ name, hours, onChange }: IntervalListProps) {
  const texts = useTexts(manageHoursTexts);
  const replace = (at: number, next: Hours) => onChange(hours.map((span, index) => (index === at ? next : span)));
  const add = () => onChange([...hours, nextHours(hours)]);
  if (hours.length === 0) {
    return (
      <div className="flex min-h-10 items-center justify-between gap-2">
        <span className="text-second">{texts.closed}</span>
        <Button size="small" variant="quiet" aria-label={texts.addHours(name)} onPress={add}>
          {texts.open}
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-2">
      {hours.map((span, index) => (
        <Interval
          // Intervals have no identity but their place; typing must not move the focus.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          name={name}
          span={span}
          onChange={(next) => replace(index, next)}
          onRemove={() => onChange(hours.filter((_, other) => other !== index))}
          onAdd={index === hours.length - 1 ? add : null}
        />
      ))}
      {haveOverlap(hours) && <p className="text-sm text-amber-on-weak">{texts.overlap}</p>}
    </div>
  );
}

type IntervalProps = {
  name: string;
  span: Hours;
  onChange: (span: Hours) => void;
  onRemove: () => void;
  onAdd: (() => void) | null;
};

function Interval({ name, span, onChange, onRemove, onAdd }: IntervalProps) {
  const texts = useTexts(manageHoursTexts);
  const { opensMinute, closesMinute } = span;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <ClockField
        label={texts.opens(name)}
        isLabelHidden
        value={opensMinute}
        onChange={(minute) => onChange(withOpening(span, minute))}
        stepMinutes={5}
        className="w-34"
      />
      <span aria-hidden="true" className="text-second">
        –
      </span>
      <ClockField
        label={texts.closes(name)}
        isLabelHidden
        value={closesMinute}
        onChange={(minute) => onChange({ opensMinute, closesMinute: closesAt(opensMinute, minute) })}
        stepMinutes={5}
        className="w-34"
      />
      <IconButton aria-label={texts.remove(name, spanText(span, texts))} size="small" onPress={onRemove}>
        <X aria-hidden="true" className="size-4" />
      </IconButton>
      {onAdd && (
        <IconButton aria-label={texts.addMore(name)} size="small" className="-ms-2" onPress={onAdd}>
          <Plus aria-hidden="true" className="size-4" />
        </IconButton>
      )}
      {closesMinute >= 1440 && (
        <span className="text-sm text-second">
          {opensMinute === 0 && closesMinute === 1440 ? texts.allDay : texts.nextDay}
        </span>
      )}
    </div>
  );
}
