import type { DayView, LocationView } from "@working-social/booking/schema";
import { toLocal } from "@working-social/kernel";
import type { ReactNode } from "react";
import { DatePicker, Select, VisuallyHidden } from "@working-social/ui";
import { formatIn } from "../../../lib/format.ts";
import { useNow } from "../../../lib/now.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts } from "../book-texts.ts";
import { askedSlot, minuteOf, timeOf } from "../asked-slot.ts";
import type { Asked, SetSearch } from "../use-book-page.ts";
import { WithChip } from "./with-chip.tsx";

type WishChipsProps = {
  asked: Asked;
  location: LocationView;
  day: DayView | undefined;
  onChange: SetSearch;
};

const peopleChoices = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 50, 100];
const minuteChoices = [15, 30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 480, 600, 1440];
const stepMinutes = 30;
const dayFormat = { weekday: "short", day: "numeric", month: "short" } as const;

/** What one looks for, as a sentence: for 6 people · on Thu 26 Nov · at 14:00 · long 1 h 30 · with screen. */
export function WishChips({ asked, location, day, onChange }: WishChipsProps) {
  const texts = useTexts(bookTexts);
  const { date, minutes, wishes } = asked;
  const isThisYear = toLocal(useNow(), location.timeZone).date.slice(0, 4) === date.slice(0, 4);
  return (
    <div
      role="group"
      aria-label={texts.wishes}
      // On a phone one line that scrolls: what was found is what people came for.
      className="flex min-w-0 flex-wrap items-center gap-2 max-sm:relative max-sm:-m-1 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:p-1 max-sm:[scrollbar-width:none] max-sm:*:shrink-0 min-[90rem]:flex-nowrap [&_svg]:hidden [&_.chip-field_:is(select,button)]:pe-3"
    >
      <Select
        layout="chip"
        label={<ChipLabel name={texts.peopleName} word={texts.forLabel} />}
        options={withValue(peopleChoices, wishes.people).map((n) => ({ id: String(n), label: texts.people(n) }))}
        value={String(wishes.people)}
        onChange={(people) => onChange({ people: Number(people), resource: undefined }, { replace: true })}
      />
      <DatePicker
        layout="chip"
        label={<ChipLabel name={texts.dateName} word={texts.onLabel} />}
        format={isThisYear ? dayFormat : { ...dayFormat, year: "numeric" }}
        value={date}
        onChange={(chosen) => onChange({ date: chosen, second: undefined })}
      />
      <TimeChip {...{ asked, location, onChange }} />
      <Select
        layout="chip"
        label={<ChipLabel name={texts.lengthName} word={texts.longLabel} />}
        options={withValue(minuteChoices, minutes).map((n) => ({ id: String(n), label: texts.length(n) }))}
        value={String(minutes)}
        onChange={(chosen) => onChange({ minutes: Number(chosen) }, { replace: true })}
      />
      <WithChip wishes={wishes} resources={day?.resources.map((row) => row.resource) ?? []} onChange={onChange} />
    </div>
  );
}

function TimeChip({ asked, location, onChange }: Pick<WishChipsProps, "asked" | "location" | "onChange">) {
  const texts = useTexts(bookTexts);
  const { time } = formatIn(location.timeZone);
  const { date, wall, minutes } = asked;
  const choices = withValue(
    Array.from({ length: 1440 / stepMinutes }, (_, index) => index * stepMinutes),
    minuteOf(wall.time),
  );
  const options = choices.map((minute) => {
    const id = timeOf(minute);
    return {
      id,
      label: time(
        askedSlot(date, { time: id, isSecond: id === wall.time && wall.isSecond }, minutes, location.timeZone).start,
      ),
    };
  });
  return (
    <Select
      layout="chip"
      label={<ChipLabel name={texts.timeName} word={texts.atLabel} />}
      options={options}
      value={wall.time}
      onChange={(chosen) => onChange({ time: chosen, second: undefined }, { replace: true })}
    />
  );
}

export function ChipLabel({ name, word }: { name: string; word: string }): ReactNode {
  return (
    <>
      <VisuallyHidden>{name}</VisuallyHidden>
      {word}
    </>
  );
}

/** The usual choices, and the present value where it is another. */
function withValue(choices: readonly number[], value: number): number[] {
  return choices.includes(value) ? [...choices] : [...choices, value].sort((a, b) => a - b);
}
