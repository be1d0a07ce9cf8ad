import type { ComponentProps, Ref } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, controlHeight, FieldFrame, useField, type FieldProps } from "./field.tsx";

export type TimeFieldProps = FieldProps & {
  /** Wall-clock time, "HH:MM"; "" for none. */
  value?: string | null | undefined;
  onChange?: ((time: string) => void) | undefined;
  onBlur?: ComponentProps<"input">["onBlur"];
  minimum?: string | undefined;
  maximum?: string | undefined;
  stepMinutes?: number | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A wall-clock time. The browser's own: segments by keyboard on a desk, a wheel on a phone, 12 or 24 hours as the person has it. */
export function TimeField(props: TimeFieldProps) {
  const { id, ids, control } = useField(props);
  const { value, onChange, onBlur, minimum, maximum, ref } = props;
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <input
        {...control}
        {...{ ref, onBlur }}
        type="time"
        value={value ?? ""}
        min={minimum}
        max={maximum}
        step={(props.stepMinutes ?? 1) * 60}
        readOnly={props.isReadOnly}
        onChange={(event) => onChange?.(event.target.value)}
        className={classNames(controlClass, controlHeight, "figures")}
      />
    </FieldFrame>
  );
}
