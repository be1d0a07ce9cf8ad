import type { FieldValues } from "react-hook-form";
import { useBound, type Bound } from "../../manage/form/bound-fields.tsx";
import { QuantityField, type QuantityFieldProps } from "./quantity-field.tsx";

/** An amount of credits, tied to a form by the field's name. */
export function BoundQuantity<F extends FieldValues, I>({
  form,
  name,
  kind,
  ...props
}: Bound<QuantityFieldProps, F, I>) {
  const { value, onChange, field } = useBound<F, I, number | null | undefined>({ form, name });
  return (
    <QuantityField
      {...props}
      {...field}
      // Another kind is another number.
      key={`${kind.unit} ${kind.currency}`}
      kind={kind}
      value={value ?? null}
      onChange={onChange}
    />
  );
}
