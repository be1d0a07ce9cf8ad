import type { ComponentProps, Ref } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, controlHeight, FieldFrame, useField, type FieldProps } from "./field.tsx";

export type DateFieldProps = FieldProps & {
  /** ISO date, "2026-11-26"; "" for none. */
  value?: string | null | undefined;
  onChange?: ((date: string) => void) | undefined;
  onBlur?: ComponentProps<"input">["onBlur"];
  minimum?: string | undefined;
  maximum?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A date that one knows and types, such as the start of a contract. To look around in a calendar use DatePicker. */
export function DateField(props: DateFieldProps) {
  const { id, ids, control } = useField(props);
  const { value, onChange, onBlur, minimum, maximum, ref } = props;
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <input
        {...control}
        {...{ ref, onBlur }}
        type="date"
        value={value ?? ""}
        min={minimum}
        max={maximum}
        readOnly={props.isReadOnly}
        onChange={(event) => onChange?.(event.target.value)}
        className={classNames(controlClass, controlHeight, "figures")}
      />
    </FieldFrame>
  );
}
