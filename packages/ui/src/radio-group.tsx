import { useId, type ComponentProps, type ReactNode, type Ref } from "react";
import { classNames } from "./class-names.ts";
import { FieldNotes, useField, type FieldProps } from "./field.tsx";

export type RadioOption = { id: string; label: ReactNode; description?: ReactNode; isDisabled?: boolean | undefined };

export type RadioGroupProps = Omit<FieldProps, "isReadOnly"> & {
  options: ReadonlyArray<RadioOption>;
  value?: string | null | undefined;
  defaultValue?: string | undefined;
  onChange?: ((id: string) => void) | undefined;
  onBlur?: ComponentProps<"fieldset">["onBlur"];
  /** The first radio, for the focus after a failed submit. */
  ref?: Ref<HTMLInputElement> | undefined;
  orientation?: "vertical" | "horizontal" | undefined;
};

/** One of a few, all of them in sight. Arrow keys move, as the browser's own radios do. */
export function RadioGroup(props: RadioGroupProps) {
  const { ids, control } = useField(props);
  const groupName = useId();
  const { options, ref } = props;
  const isHorizontal = props.orientation === "horizontal";
  return (
    <fieldset
      disabled={control.disabled}
      role="radiogroup"
      aria-required={control["aria-required"]}
      aria-invalid={control["aria-invalid"]}
      aria-describedby={control["aria-describedby"]}
      onBlur={props.onBlur}
      className={classNames("flex min-w-0 flex-col gap-1.5", props.className)}
    >
      <legend className={props.isLabelHidden ? "sr-only" : "mb-1.5 text-sm font-medium"}>{props.label}</legend>
      <div className={isHorizontal ? "flex flex-wrap gap-x-5 gap-y-1" : "flex flex-col gap-1"}>
        {options.map((option, index) => (
          <Radio
            key={option.id}
            option={option}
            group={props}
            name={props.name ?? groupName}
            inputRef={index === 0 ? ref : undefined}
          />
        ))}
      </div>
      <FieldNotes description={props.description} errorMessage={props.errorMessage} ids={ids} />
    </fieldset>
  );
}

type RadioProps = {
  option: RadioOption;
  group: RadioGroupProps;
  name: string;
  inputRef: Ref<HTMLInputElement> | undefined;
};

function Radio({ option, group, name, inputRef }: RadioProps) {
  const descriptionId = useId();
  const state =
    group.value === undefined
      ? { defaultChecked: group.defaultValue === option.id }
      : { checked: group.value === option.id };
  return (
    <label className="flex items-start gap-2.5 py-1 has-disabled:text-second touch:min-h-11 touch:py-2.5">
      <input
        ref={inputRef}
        type="radio"
        name={name}
        value={option.id}
        disabled={option.isDisabled}
        aria-describedby={option.description ? descriptionId : undefined}
        {...state}
        onChange={() => group.onChange?.(option.id)}
        className={
          "mt-px size-5 shrink-0 appearance-none rounded-full border border-third bg-surface transition-[border-width] " +
          "checked:border-[6px] checked:border-accent disabled:opacity-60"
        }
      />
      <span className="flex flex-col">
        <span>{option.label}</span>
        {option.description && (
          <span id={descriptionId} className="text-sm text-second">
            {option.description}
          </span>
        )}
      </span>
    </label>
  );
}
