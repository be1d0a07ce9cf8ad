import { Check, Minus } from "lucide-react";
import type { ComponentProps, ReactNode, RefCallback } from "react";
import { classNames } from "./class-names.ts";
import { FieldNotes, useField, type FieldProps } from "./field.tsx";

export type CheckboxProps = Omit<FieldProps, "isOptional" | "isReadOnly"> & {
  /** Whether it is checked (react-hook-form passes the boolean as `value`, which works as well). */
  isSelected?: boolean | undefined;
  value?: boolean | undefined;
  defaultSelected?: boolean | undefined;
  /** Some of what it stands for is selected. */
  isIndeterminate?: boolean | undefined;
  onChange?: ((isSelected: boolean) => void) | undefined;
  onBlur?: ComponentProps<"input">["onBlur"];
  ref?: RefCallback<HTMLInputElement> | undefined;
};

const box =
  "pointer-events-none col-start-1 row-start-1 size-3.5 text-on-accent opacity-0 peer-checked:opacity-100 peer-indeterminate:opacity-100";

/** Yes or no, taking effect with the form. For an effect at once use Switch. */
export function Checkbox(props: CheckboxProps) {
  const { id, ids, control } = useField(props);
  const { isIndeterminate, ref } = props;
  const isSelected = props.isSelected ?? props.value;
  // HTML has no attribute for it, and the browser forgets it at each press.
  function markIndeterminate(input: HTMLInputElement | null) {
    if (input) input.indeterminate = Boolean(isIndeterminate);
    ref?.(input);
  }
  return (
    <ChoiceFrame {...props} ids={ids} controlId={id}>
      <span className="grid place-items-center">
        <input
          {...control}
          ref={markIndeterminate}
          type="checkbox"
          defaultChecked={props.defaultSelected}
          {...(isSelected === undefined ? {} : { checked: isSelected })}
          onBlur={props.onBlur}
          onChange={(event) => props.onChange?.(event.target.checked)}
          className={
            "peer col-start-1 row-start-1 size-5 appearance-none rounded-sm border border-third bg-surface transition-colors " +
            "checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent " +
            "aria-invalid:border-red disabled:opacity-60"
          }
        />
        {isIndeterminate ? (
          <Minus aria-hidden="true" strokeWidth={3} className={box} />
        ) : (
          <Check aria-hidden="true" strokeWidth={3} className={box} />
        )}
      </span>
    </ChoiceFrame>
  );
}

type ChoiceFrameProps = FieldProps & {
  ids: ReturnType<typeof useField>["ids"];
  controlId: string;
  children: ReactNode;
};

/** A control with its label beside it, the whole row pressable. */
export function ChoiceFrame(props: ChoiceFrameProps) {
  return (
    <div className={classNames("flex min-w-0 flex-col", props.className)}>
      <label
        htmlFor={props.controlId}
        className="inline-flex items-center gap-2.5 self-start py-1 text-base has-disabled:text-second touch:min-h-11"
      >
        {props.children}
        <span className={props.isLabelHidden ? "sr-only" : undefined}>{props.label}</span>
      </label>
      <div className="flex flex-col gap-1 ps-7.5 empty:hidden has-[>:only-child:empty]:hidden">
        <FieldNotes description={props.description} errorMessage={props.errorMessage} ids={props.ids} />
      </div>
    </div>
  );
}
