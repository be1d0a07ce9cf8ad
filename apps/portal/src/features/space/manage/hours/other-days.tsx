import type { OpeningException } from "@working-social/booking/schema";
import { dateFormat, toLocal } from "@working-social/kernel";
import { Button, CardList, IconButton, Section } from "@working-social/ui";
import { CalendarPlus, X } from "lucide-react";
import { useState } from "react";
import { locale } from "../../../../lib/locale.ts";
import { useNow } from "../../../../lib/now.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts } from "./hours-texts.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { addDaysOf, exceptionsOf, otherDays, type OtherDay } from "./hours-model.ts";
import { OtherDayDialog } from "./other-day-dialog.tsx";
import { hoursSentence } from "./week-sentence.ts";

type OtherDaysProps = {
  zone: string;
  exceptions: readonly OpeningException[];
  onChange: (exceptions: OpeningException[]) => void;
};

/** Dates that are not as their weekday; those that are over are kept and not shown. */
export function OtherDays({ zone, exceptions, onChange }: OtherDaysProps) {
  const texts = useTexts(manageHoursTexts);
  const [isAdding, setIsAdding] = useState(false);
  const today = toLocal(useNow(), zone).date;
  const days = otherDays(exceptions);
  const ahead = days.filter(({ date }) => date >= today);
  const change = (next: OtherDay[]) => onChange(exceptionsOf(next));
  return (
    <Section
      title={texts.exceptions}
      action={
        <Button size="small" onPress={() => setIsAdding(true)}>
          <CalendarPlus aria-hidden="true" className="size-4" />
          {texts.addException}
        </Button>
      }
    >
      {ahead.length === 0 ? (
        <p className="text-second">{texts.noExceptions}</p>
      ) : (
        <CardList>
          {ahead.map((day) => (
            <Day key={day.date} day={day} onRemove={() => change(days.filter(({ date }) => date !== day.date))} />
          ))}
        </CardList>
      )}
      {days.length > ahead.length && (
        <p className="text-sm text-second">{texts.pastExceptions(days.length - ahead.length)}</p>
      )}
      {isAdding && (
        <OtherDayDialog
          today={today}
          onClose={() => setIsAdding(false)}
          onAdd={(first, last, day) => change(addDaysOf(days, first, last, day))}
        />
      )}
    </Section>
  );
}

const longDate = dateFormat(locale, {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});

function Day({ day, onRemove }: { day: OtherDay; onRemove: () => void }) {
  const texts = useTexts(manageHoursTexts);
  const common = useTexts(manageTexts);
  // The date alone, so any zone will do as long as noon is asked for.
  const date = longDate.format(Date.parse(`${day.date}T12:00:00Z`));
  return (
    <li className="flex items-center gap-3">
      <span className="figures w-40 shrink-0 font-medium max-sm:w-24">{date}</span>
      <span className="min-w-0 flex-1">
        {day.hours.length === 0 ? texts.closedAllDay : hoursSentence(day.hours, { ...common, ...texts })}
        <span className="block text-sm text-second">{day.reason}</span>
      </span>
      <IconButton aria-label={texts.removeException(date)} size="small" onPress={onRemove}>
        <X aria-hidden="true" className="size-4" />
      </IconButton>
    </li>
  );
}
