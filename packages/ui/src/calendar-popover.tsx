import { parseDate, type CalendarDate, type DateValue } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { RefObject } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from "react-aria-components/Calendar";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { buttonClass } from "./button-class.ts";
import { PopoverFrame } from "./popover-frame.tsx";
import { useUiLocale, useUiText } from "./text.tsx";

export type CalendarPopoverProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  triggerRef: RefObject<Element | null>;
  label: string;
  value: string | null;
  onChange: (isoDate: string) => void;
  minimum?: string | undefined;
  maximum?: string | undefined;
  isDateUnavailable?: ((isoDate: string) => boolean) | undefined;
};

/** The month to choose a day from. Loaded when first opened. */
export function CalendarPopover(props: CalendarPopoverProps) {
  const { isDateUnavailable, minimum, maximum, onChange, onOpenChange } = props;
  function choose(date: CalendarDate) {
    onChange(date.toString());
    onOpenChange(false);
  }
  return (
    <PopoverFrame {...props} className="p-3">
      <I18nProvider locale={useUiLocale()}>
        <Calendar<CalendarDate>
          aria-label={props.label}
          autoFocus
          value={props.value ? parseDate(props.value) : null}
          minValue={minimum ? parseDate(minimum) : null}
          maxValue={maximum ? parseDate(maximum) : null}
          isDateUnavailable={(date: DateValue) => isDateUnavailable?.(date.toString()) ?? false}
          onChange={choose}
        >
          <MonthHeader />
          <MonthGrid />
        </Calendar>
      </I18nProvider>
    </PopoverFrame>
  );
}

function MonthHeader() {
  const text = useUiText();
  const arrow = buttonClass({ variant: "quiet", size: "small", isSquare: true });
  return (
    <header className="flex items-center justify-between pb-2">
      <Button slot="previous" aria-label={text.previousMonth} className={arrow}>
        <ChevronLeft aria-hidden="true" className="size-4" />
      </Button>
      <CalendarHeading className="text-base font-semibold" />
      <Button slot="next" aria-label={text.nextMonth} className={arrow}>
        <ChevronRight aria-hidden="true" className="size-4" />
      </Button>
    </header>
  );
}

const day =
  "grid size-9 cursor-pointer place-items-center rounded-md text-base figures outline-none touch:size-11 " +
  "data-outside-month:invisible data-hovered:bg-sunk data-today:font-bold data-today:text-accent " +
  "data-selected:bg-accent data-selected:text-on-accent data-disabled:cursor-default data-disabled:text-third " +
  "data-unavailable:cursor-default data-unavailable:text-third data-unavailable:line-through " +
  "data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-accent";

function MonthGrid() {
  return (
    <CalendarGrid className="border-collapse">
      <CalendarGridHeader>
        {(name) => <CalendarHeaderCell className="pb-1 text-xs font-medium text-second">{name}</CalendarHeaderCell>}
      </CalendarGridHeader>
      <CalendarGridBody>{(date) => <CalendarCell date={date} className={day} />}</CalendarGridBody>
    </CalendarGrid>
  );
}
