import type { ComponentProps, Ref } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, FieldFrame, useField, type FieldProps } from "./field.tsx";

export type TextAreaProps = FieldProps & {
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  onBlur?: ComponentProps<"textarea">["onBlur"];
  rows?: number | undefined;
  maxLength?: number | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  ref?: Ref<HTMLTextAreaElement> | undefined;
};

/** Several lines of text; grows with what is typed where the browser can do that. */
export function TextArea(props: TextAreaProps) {
  const { id, ids, control } = useField(props);
  const { value, defaultValue, onChange, onBlur, rows = 3, maxLength, placeholder, autoFocus, ref } = props;
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <textarea
        {...control}
        {...{ value, defaultValue, onBlur, rows, maxLength, placeholder, autoFocus, ref }}
        readOnly={props.isReadOnly}
        onChange={(event) => onChange?.(event.target.value)}
        className={classNames(controlClass, "max-h-96 field-sizing-content min-h-20 py-2")}
      />
    </FieldFrame>
  );
}
