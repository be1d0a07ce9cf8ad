import type { CreditUnit } from "@working-social/credits/schema";
import { NumberField, type NumberFieldProps } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { MoneyField } from "../../manage/form/money-field.tsx";
import type { CreditKind } from "./credit-kind.ts";

export type QuantityFieldProps = Omit<NumberFieldProps, "step" | "suffix" | "hasSteppers"> & { kind: CreditKind };

/** An amount of credits as people say it: room time in hours (kept in minutes), money in whole units (kept in the smallest). */
export function QuantityField({ kind, ...props }: QuantityFieldProps) {
  const { give: texts } = useTexts(manageCreditsTexts);
  if (kind.currency !== null) return <MoneyField {...props} currency={kind.currency} />;
  if (kind.unit === "room_minutes") return <HoursField {...props} />;
  const suffixes: Partial<Record<CreditUnit, string>> = { day_passes: texts.passes };
  return (
    <NumberField
      {...props}
      minimum={props.minimum ?? 0}
      hasSteppers={false}
      suffix={suffixes[kind.unit] ?? texts.pages}
      onChange={(value) => props.onChange(value === null ? null : Math.round(value))}
    />
  );
}

function HoursField({ value, onChange, ...props }: Omit<QuantityFieldProps, "kind">) {
  const { give: texts } = useTexts(manageCreditsTexts);
  return (
    <NumberField
      {...props}
      minimum={(props.minimum ?? 0) / 60}
      {...(props.maximum === undefined ? {} : { maximum: props.maximum / 60 })}
      step={0.5}
      hasSteppers={false}
      suffix={texts.hours}
      value={typeof value === "number" ? value / 60 : null}
      onChange={(hours) => onChange(hours === null ? null : Math.round(hours * 60))}
    />
  );
}
