import { useId, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { FieldNotes, useField, type FieldProps } from "./field.tsx";

export type RadioOption = { id: string; label: ReactNode; description?: ReactNode; isDisabled?: boolean | undefined };

export type RadioGroupProps = Omit<FieldProps, "isReadOnly"> & {
  options: ReadonlyArray<RadioOption>;
  value?: string | null | undefined;
  defaultValue?: string | undefined;
  onChange?: ((id: string) => void) | undefined;
  onBlur?: ComponentProps<"fieldset">["onBlur"];
  orientation?: "vertical" | "horizontal" | undefined;
};

/** One of a few, all of them in sight. Arrow keys move, as the browser's own radios do. */
export function RadioGroup(props: RadioGroupProps) {
  const { ids, control } = useField(props);
  const groupName = useId();
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
        {props.options.map((option) => (
          <Radio key={option.id} option={option} group={props} name={props.name ?? groupName} />
        ))}
      </div>
      <FieldNotes description={props.description} errorMessage={props.errorMessage} ids={ids} />
    </fieldset>
  );
}

function Radio({ option, group, name }: { option: RadioOption; group: RadioGroupProps; name: string }) {
  const descriptionId = useId();
  return (
    <label className="flex items-start gap-2.5 py-1 has-disabled:text-second touch:min-h-11 touch:py-2.5">
      <input
        type="radio"
        name={name}
        value={option.id}
        disabled={option.isDisabled}
        aria-describedby={option.description ? descriptionId : undefined}
        defaultChecked={group.defaultValue === option.id}
        {...(group.value === undefined ? {} : { checked: group.value === option.id })}
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
