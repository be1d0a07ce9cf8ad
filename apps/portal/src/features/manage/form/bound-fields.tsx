import {
  Checkbox,
  ComboBox,
  DateField,
  NumberField,
  Select,
  TextArea,
  TextField,
  type CheckboxProps,
  type ComboBoxProps,
  type DateFieldProps,
  type NumberFieldProps,
  type SelectProps,
  type TextAreaProps,
  type TextFieldProps,
} from "@working-social/ui";
import { useController, type FieldPath, type FieldValues } from "react-hook-form";
import { ChipGroup, type ChipGroupProps } from "./chip-group.tsx";
import { ClockField, type ClockFieldProps } from "./clock-field.tsx";
import { DurationField, type DurationFieldProps } from "./duration-field.tsx";
import { MoneyField, type MoneyFieldProps } from "./money-field.tsx";
import { issueSentence, type EntityForm } from "./use-entity-form.ts";

// Fields of the design system tied to a form by the field's name. The value of a path can't be narrowed inside a generic
// function, so each asserts what its control shows; the schema of the form decides at the end.

export interface Binding<Fields extends FieldValues, Input> {
  form: EntityForm<Fields, Input>;
  name: FieldPath<Fields>;
}
export type Bound<Props, Fields extends FieldValues, Input> = Binding<Fields, Input> &
  Omit<Props, "value" | "onChange" | "onBlur" | "errorMessage" | "ref" | "name" | "disabled">;

export function useBound<Fields extends FieldValues, Input, Value>({ form, name }: Binding<Fields, Input>) {
  const { field, fieldState } = useController({ control: form.control, name });
  return {
    value: field.value as Value,
    onChange: field.onChange as (value: Value) => void,
    field: { name: field.name, ref: field.ref, onBlur: field.onBlur, errorMessage: issueSentence(fieldState.error) },
  };
}

/** `isNullable`: an empty box means that there is none. */
export function BoundText<F extends FieldValues, I>({
  form,
  name,
  isNullable,
  ...props
}: Bound<TextFieldProps, F, I> & { isNullable?: boolean }) {
  const { value, onChange, field } = useBound<F, I, string | null>({ form, name });
  const change = (text: string) => onChange(isNullable && text.trim() === "" ? null : text);
  return <TextField {...props} {...field} value={value ?? ""} onChange={change} />;
}

export function BoundTextArea<F extends FieldValues, I>({ form, name, ...props }: Bound<TextAreaProps, F, I>) {
  const { value, onChange, field } = useBound<F, I, string | null>({ form, name });
  return (
    <TextArea
      {...props}
      {...field}
      value={value ?? ""}
      onChange={(text) => onChange(text.trim() === "" ? null : text)}
    />
  );
}

export function BoundNumber<F extends FieldValues, I>({ form, name, ...props }: Bound<NumberFieldProps, F, I>) {
  const { value, onChange, field } = useBound<F, I, number | null>({ form, name });
  return <NumberField {...props} {...field} value={value} onChange={onChange} />;
}

export function BoundDuration<F extends FieldValues, I>({ form, name, ...props }: Bound<DurationFieldProps, F, I>) {
  const { value, onChange, field } = useBound<F, I, number | null>({ form, name });
  return <DurationField {...props} {...field} value={value} onChange={onChange} />;
}

/** "" where there is none. */
export function BoundDate<F extends FieldValues, I>({ form, name, ...props }: Bound<DateFieldProps, F, I>) {
  const { value, onChange, field } = useBound<F, I, string>({ form, name });
  return <DateField {...props} {...field} value={value} onChange={onChange} />;
}

/** `isEnd`: midnight is the end of the day. `problem`: what is wrong with it beside another field. */
export function BoundClock<F extends FieldValues, I>({
  form,
  name,
  isEnd = false,
  problem,
  ...props
}: Bound<ClockFieldProps, F, I> & { isEnd?: boolean; problem?: string | undefined }) {
  const { value, onChange, field } = useBound<F, I, number>({ form, name });
  const { errorMessage = problem, ...control } = field;
  const change = (minute: number) => onChange(isEnd && minute === 0 ? 1440 : minute);
  return <ClockField {...props} {...control} errorMessage={errorMessage} value={value} onChange={change} />;
}

export function BoundMoney<F extends FieldValues, I>({ form, name, ...props }: Bound<MoneyFieldProps, F, I>) {
  const { value, onChange, field } = useBound<F, I, number | null>({ form, name });
  return <MoneyField {...props} {...field} value={value} onChange={onChange} />;
}

/** The option with the id "" stands for null. */
export function BoundSelect<F extends FieldValues, I>({ form, name, ...props }: Bound<SelectProps, F, I>) {
  const { value, onChange, field } = useBound<F, I, string | null>({ form, name });
  return <Select {...props} {...field} value={value ?? ""} onChange={(id) => onChange(id === "" ? null : id)} />;
}

export function BoundComboBox<F extends FieldValues, I>({ form, name, ...props }: Bound<ComboBoxProps, F, I>) {
  const { value, onChange, field } = useBound<F, I, string | null>({ form, name });
  return <ComboBox {...props} {...field} value={value} onChange={onChange} />;
}

/** `on` and `off`: the values of a setting for which "not said" differs from "no". */
export function BoundCheckbox<F extends FieldValues, I>({
  form,
  name,
  on = true,
  off = false,
  ...props
}: Bound<CheckboxProps, F, I> & { on?: boolean; off?: boolean | null }) {
  const { value, onChange, field } = useBound<F, I, boolean | null>({ form, name });
  return <Checkbox {...props} {...field} isSelected={value === on} onChange={(isOn) => onChange(isOn ? on : off)} />;
}

export function BoundChips<F extends FieldValues, I, Id extends string | number>({
  form,
  name,
  ...props
}: Bound<ChipGroupProps<Id>, F, I>) {
  const { value, onChange, field } = useBound<F, I, Id[]>({ form, name });
  return <ChipGroup {...props} errorMessage={field.errorMessage} value={value} onChange={onChange} />;
}
