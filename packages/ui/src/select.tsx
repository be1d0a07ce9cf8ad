import { ChevronDown } from "lucide-react";
import type { ComponentProps, Ref } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, controlHeight, FieldFrame, useField, type FieldProps } from "./field.tsx";

export type SelectOption = { id: string; label: string; isDisabled?: boolean | undefined };
export type SelectGroup = { id: string; label: string; options: ReadonlyArray<SelectOption> };

export type SelectProps = FieldProps & {
  options: ReadonlyArray<SelectOption | SelectGroup>;
  /** The id of the chosen option; null or "" for none. */
  value?: string | null | undefined;
  defaultValue?: string | undefined;
  onChange?: ((id: string) => void) | undefined;
  onBlur?: ComponentProps<"select">["onBlur"];
  /** Shown, and not choosable, while nothing is chosen. */
  placeholder?: string | undefined;
  ref?: Ref<HTMLSelectElement> | undefined;
};

/**
 * One of a few. It is the browser's own select: the best one on a phone, in every screen reader, and without a byte
 * of script; browsers with `appearance: base-select` show the list in our look. For long lists use ComboBox.
 */
export function Select(props: SelectProps) {
  const { id, ids, control } = useField(props);
  const { value, defaultValue, onChange, onBlur, placeholder, ref } = props;
  const chosen = value === null ? "" : value;
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <div className="relative flex items-center">
        <select
          {...control}
          {...{ defaultValue, onBlur, ref }}
          {...(chosen === undefined ? {} : { value: chosen })}
          onChange={(event) => onChange?.(event.target.value)}
          className={classNames(controlClass, controlHeight, "select-control pe-9")}
        >
          {placeholder !== undefined && (
            <option value="" disabled hidden>
              {placeholder}
            </option>
          )}
          {props.options.map((option) => (
            <Choice key={option.id} option={option} />
          ))}
        </select>
        <ChevronDown aria-hidden="true" className="pointer-events-none absolute end-3 size-4 text-second" />
      </div>
    </FieldFrame>
  );
}

function Choice({ option }: { option: SelectOption | SelectGroup }) {
  if (!("options" in option)) {
    return (
      <option value={option.id} disabled={option.isDisabled}>
        {option.label}
      </option>
    );
  }
  return (
    <optgroup label={option.label}>
      {option.options.map((inner) => (
        <Choice key={inner.id} option={inner} />
      ))}
    </optgroup>
  );
}
