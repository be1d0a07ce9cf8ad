import type { ComponentProps, ReactNode, Ref } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, controlHeight, FieldFrame, useField, type FieldProps } from "./field.tsx";

type InputProps = ComponentProps<"input">;

export type TextFieldProps = FieldProps & {
  value?: string | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  onBlur?: InputProps["onBlur"];
  onKeyDown?: InputProps["onKeyDown"];
  type?: "text" | "email" | "password" | "tel" | "url" | undefined;
  autoComplete?: InputProps["autoComplete"];
  inputMode?: InputProps["inputMode"];
  autoCapitalize?: InputProps["autoCapitalize"];
  spellCheck?: boolean | undefined;
  autoFocus?: boolean | undefined;
  maxLength?: number | undefined;
  pattern?: string | undefined;
  placeholder?: string | undefined;
  /** Small text inside the box, before or after what is typed: a unit, a currency. */
  prefix?: ReactNode;
  suffix?: ReactNode;
  inputClassName?: string | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** One line of text. `onChange` gives the text, so it fits react-hook-form's Controller as it is. */
export function TextField(props: TextFieldProps) {
  const { id, ids, control } = useField(props);
  const {
    value,
    defaultValue,
    onChange,
    onBlur,
    onKeyDown,
    type = "text",
    autoComplete,
    inputMode,
    autoCapitalize,
  } = props;
  const { spellCheck, autoFocus, maxLength, pattern, placeholder, prefix, suffix, inputClassName, ref } = props;
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <div className="relative flex items-center">
        {prefix && <span className="pointer-events-none absolute start-3 text-second">{prefix}</span>}
        <input
          {...control}
          {...{ value, defaultValue, onBlur, onKeyDown, type, autoComplete, inputMode, autoCapitalize }}
          {...{ spellCheck, autoFocus, maxLength, pattern, placeholder, ref }}
          readOnly={props.isReadOnly}
          onChange={(event) => onChange?.(event.target.value)}
          className={classNames(
            controlClass,
            controlHeight,
            prefix ? "ps-8" : undefined,
            suffix ? "pe-12" : undefined,
            inputClassName,
          )}
        />
        {suffix && <span className="pointer-events-none absolute end-3 text-sm text-second">{suffix}</span>}
      </div>
    </FieldFrame>
  );
}
