import { NumberField, type NumberFieldProps } from "@working-social/ui";
import { useController, type FieldValues } from "react-hook-form";
import type { Binding } from "./bound-fields.tsx";
import { issueSentence } from "./use-entity-form.ts";

type BoundPercentProps<F extends FieldValues, I> = Binding<F, I> & Pick<NumberFieldProps, "label" | "description">;

/** A rate typed in percent and kept in basis points: 8.1 is 810. Empty is none. */
export function BoundPercent<F extends FieldValues, I>({ form, name, ...props }: BoundPercentProps<F, I>) {
  const { field, fieldState } = useController({ control: form.control, name });
  const basisPoints = field.value as number;
  return (
    <NumberField
      {...props}
      name={field.name}
      ref={field.ref}
      onBlur={field.onBlur}
      errorMessage={issueSentence(fieldState.error)}
      minimum={0}
      maximum={100}
      step={0.5}
      precision={2}
      hasSteppers={false}
      suffix="%"
      value={basisPoints / 100}
      onChange={(percent) => field.onChange(Math.round((percent ?? 0) * 100))}
    />
  );
}
