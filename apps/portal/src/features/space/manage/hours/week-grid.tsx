import type { WeeklyInterval } from "@working-social/booking/schema";
import { CardList, Menu } from "@working-social/ui";
import { Copy } from "lucide-react";
import { longWeekdayName, weekdays } from "../../../../lib/month-name.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageHoursTexts } from "./hours-texts.ts";
import { copyWeekday, onWeekday, setWeekday } from "./hours-model.ts";
import { IntervalList } from "./interval-list.tsx";

type WeekGridProps = { weekly: readonly WeeklyInterval[]; onChange: (weekly: WeeklyInterval[]) => void };

/** Seven days, each with none, one or several intervals. */
export function WeekGrid({ weekly, onChange }: WeekGridProps) {
  return (
    <CardList>
      {weekdays.map((weekday) => {
        const name = longWeekdayName(weekday);
        return (
          <li
            key={weekday}
            className="grid grid-cols-[1fr_auto] items-start gap-x-3 gap-y-1 sm:grid-cols-[6rem_1fr_auto]"
          >
            <span className="pt-2.5 text-sm font-medium">{name}</span>
            <div className="min-w-0 max-sm:order-last max-sm:col-span-2">
              <IntervalList
                name={name}
                hours={onWeekday(weekly, weekday)}
                onChange={(hours) => onChange(setWeekday(weekly, weekday, hours))}
              />
            </div>
            <CopyMenu name={name} onCopy={(to) => onChange(copyWeekday(weekly, weekday, to))} />
          </li>
        );
      })}
    </CardList>
  );
}

function CopyMenu({ name, onCopy }: { name: string; onCopy: (to: number[]) => void }) {
  const texts = useTexts(manageHoursTexts);
  return (
    <Menu
      label={texts.copyFrom(name)}
      variant="quiet"
      isSquare
      items={[
        { id: "weekdays", label: texts.copyWeekdays, onSelect: () => onCopy([1, 2, 3, 4, 5]) },
        { id: "all", label: texts.copyAll, onSelect: () => onCopy([1, 2, 3, 4, 5, 6, 7]) },
      ]}
    >
      <Copy aria-hidden="true" className="size-4" />
    </Menu>
  );
}
