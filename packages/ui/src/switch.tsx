import type { ComponentProps, Ref } from "react";
import { ChoiceFrame } from "./checkbox.tsx";
import { useField, type FieldProps } from "./field.tsx";

export type SwitchProps = Omit<FieldProps, "isOptional" | "isReadOnly"> & {
  isSelected?: boolean | undefined;
  value?: boolean | undefined;
  defaultSelected?: boolean | undefined;
  onChange?: ((isSelected: boolean) => void) | undefined;
  onBlur?: ComponentProps<"input">["onBlur"];
  ref?: Ref<HTMLInputElement> | undefined;
};

/** On or off, taking effect at once. */
export function Switch(props: SwitchProps) {
  const { id, ids, control } = useField(props);
  const { onChange, onBlur, ref } = props;
  const isSelected = props.isSelected ?? props.value;
  return (
    <ChoiceFrame {...props} ids={ids} controlId={id}>
      <span className="relative inline-flex items-center">
        <input
          {...control}
          {...{ ref, onBlur }}
          type="checkbox"
          // A checkbox carries its state itself: aria-checked must not repeat it (ARIA in HTML).
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props
          role="switch"
          defaultChecked={props.defaultSelected}
          {...(isSelected === undefined ? {} : { checked: isSelected })}
          onChange={(event) => onChange?.(event.target.checked)}
          className="peer h-6 w-10 appearance-none rounded-full bg-third transition-colors checked:bg-accent disabled:opacity-60 forced-colors:border"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute start-0.5 size-5 rounded-full bg-surface transition-[translate] peer-checked:translate-x-4 rtl:peer-checked:-translate-x-4 forced-colors:bg-[ButtonText]"
        />
      </span>
    </ChoiceFrame>
  );
}
