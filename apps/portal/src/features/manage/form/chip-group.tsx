import { classNames } from "@working-social/ui";
import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";

export interface ChipGroupProps<Id extends string | number> {
  label: ReactNode;
  description?: ReactNode;
  errorMessage?: ReactNode;
  options: readonly { id: Id; label: string }[];
  value: readonly Id[];
  onChange: (value: Id[]) => void;
  className?: string;
}

/** Several of a few: weekdays, roles, plans. The browser's own checkboxes, drawn as chips. */
export function ChipGroup<Id extends string | number>(props: ChipGroupProps<Id>) {
  const { label, description, errorMessage, options, value, onChange, className } = props;
  const noteId = useId();
  const toggle = (id: Id) => {
    const chosen = options.filter((option) => (option.id === id) !== value.includes(option.id));
    onChange(chosen.map((option) => option.id));
  };
  return (
    <fieldset aria-describedby={noteId} className={classNames("flex min-w-0 flex-col gap-1.5", className)}>
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.id}
            className={
              "inline-flex h-8 items-center rounded-full border border-third px-3 text-sm font-medium transition-colors hover:bg-sunk touch:h-11 " +
              "has-checked:border-accent has-checked:bg-accent-weak has-checked:text-accent-on-weak " +
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            }
          >
            <input
              type="checkbox"
              checked={value.includes(option.id)}
              onChange={() => toggle(option.id)}
              className="sr-only"
            />
            {option.label}
          </label>
        ))}
      </div>
      <div id={noteId} className="flex flex-col gap-1 text-sm empty:hidden">
        {description && <p className="text-second">{description}</p>}
        {errorMessage && (
          <p role="alert" className="flex gap-1.5 text-red">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            {errorMessage}
          </p>
        )}
      </div>
    </fieldset>
  );
}
