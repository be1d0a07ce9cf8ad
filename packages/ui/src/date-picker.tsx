import { Calendar } from "lucide-react";
import { lazy, Suspense, useRef, useState, type Ref } from "react";
import { classNames } from "./class-names.ts";
import { formatIsoDate } from "./date-text.ts";
import { controlClass, controlHeight, FieldFrame, useField, type FieldProps } from "./field.tsx";
import { useOnceOpen } from "./once-open.ts";
import { useUiLocale, useUiText } from "./text.tsx";

const loadCalendar = () => import("./calendar-popover.tsx").then((module) => ({ default: module.CalendarPopover }));
const CalendarPopover = lazy(loadCalendar);

export type DatePickerProps = Omit<FieldProps, "isReadOnly"> & {
  /** ISO date, "2026-11-26". */
  value: string | null | undefined;
  onChange: (isoDate: string) => void;
  onBlur?: (() => void) | undefined;
  minimum?: string | undefined;
  maximum?: string | undefined;
  isDateUnavailable?: ((isoDate: string) => boolean) | undefined;
  /** How the date is written in the button; "Thu 26 Nov 2026" in the locale by default. */
  format?: Intl.DateTimeFormatOptions | undefined;
  /** A small word before the date, "on". */
  prefix?: string | undefined;
  ref?: Ref<HTMLButtonElement> | undefined;
};

const dayFormat: Intl.DateTimeFormatOptions = { weekday: "short", day: "numeric", month: "short", year: "numeric" };

/** A date chosen by looking around in a month. The calendar's code is fetched when a pointer or the focus comes near. */
export function DatePicker(props: DatePickerProps) {
  const { id, ids, control } = useField(props);
  const { value, format, prefix, onBlur, ref } = props;
  const { "aria-required": _required, name: _name, ...buttonControl } = control;
  const trigger = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const wasOpened = useOnceOpen(isOpen);
  const text = useUiText();
  const written = formatIsoDate(value ?? "", useUiLocale(), format ?? dayFormat);
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <div ref={trigger} className="flex">
        <button
          {...buttonControl}
          {...{ ref, onBlur }}
          type="button"
          aria-labelledby={`${ids.label} ${id}-value`}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          onPointerEnter={loadCalendar}
          onFocus={loadCalendar}
          onClick={() => setIsOpen(true)}
          className={classNames(controlClass, controlHeight, "flex items-center gap-2 text-start")}
        >
          {prefix && <span className="text-second">{prefix}</span>}
          <span id={`${id}-value`} className={classNames("figures grow truncate", !written && "text-second")}>
            {written || text.chooseDate}
          </span>
          <Calendar aria-hidden="true" className="size-4 text-second" />
        </button>
      </div>
      {wasOpened && (
        <Suspense fallback={null}>
          <CalendarPopover
            {...calendarProps(props)}
            {...{ isOpen }}
            onOpenChange={setIsOpen}
            triggerRef={trigger}
            label={text.chooseDate}
          />
        </Suspense>
      )}
    </FieldFrame>
  );
}

function calendarProps({ value, onChange, minimum, maximum, isDateUnavailable }: DatePickerProps) {
  return { value: value || null, onChange, minimum, maximum, isDateUnavailable };
}
