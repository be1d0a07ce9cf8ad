import { TimeField, type TimeFieldProps } from "@working-social/ui";
import { clockText, minuteOf } from "../../../lib/wall-clock.ts";

export type ClockFieldProps = Omit<TimeFieldProps, "value" | "onChange"> & {
  /** The minute of the day. */
  value: number;
  /** Not called for a box that is empty or half typed: hours always begin and end. */
  onChange: (minute: number) => void;
};

/** A time on the wall that is kept as the minute of the day. */
export function ClockField({ value, onChange, ...props }: ClockFieldProps) {
  function change(clock: string) {
    const minute = minuteOf(clock);
    if (minute !== null) onChange(minute);
  }
  return <TimeField {...props} value={clockText(value)} onChange={change} />;
}
