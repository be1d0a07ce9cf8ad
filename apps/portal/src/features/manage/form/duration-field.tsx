import { NumberField, Select, type NumberFieldProps } from "@working-social/ui";
import { useState } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageFormTexts } from "./form-texts.ts";
import { bestUnit, minutesIn, type DurationUnit } from "./duration.ts";

export type DurationFieldProps = Omit<NumberFieldProps, "step" | "suffix" | "minimum" | "maximum" | "label"> & {
  label: string;
  units?: readonly DurationUnit[];
};

/** A length of time, typed in the unit that suits it and kept in minutes. Empty: no limit. */
export function DurationField({ units = ["minutes", "hours", "days"], value, onChange, ...props }: DurationFieldProps) {
  const texts = useTexts(manageFormTexts);
  const [unit, setUnit] = useState<DurationUnit>(() => bestUnit(value ?? null, units));
  const amount = typeof value === "number" ? value / minutesIn[unit] : null;

  function changeUnit(next: string) {
    const chosen = units.find((candidate) => candidate === next) ?? unit;
    setUnit(chosen);
    if (amount !== null) onChange(Math.round(amount * minutesIn[chosen]));
  }
  return (
    <div className="flex items-start gap-2">
      <NumberField
        {...props}
        className="flex-1"
        minimum={0}
        step={unit === "minutes" ? 5 : 0.5}
        hasSteppers={false}
        placeholder={texts.noLimit}
        value={amount}
        onChange={(typed) => onChange(typed === null ? null : Math.round(typed * minutesIn[unit]))}
      />
      <Select
        label={texts.unitOf(props.label)}
        isLabelHidden
        // Beside the box, below the height of the label.
        className="mt-6.5 w-28 shrink-0"
        options={units.map((id) => ({ id, label: texts.units[id] }))}
        value={unit}
        onChange={changeUnit}
      />
    </div>
  );
}
