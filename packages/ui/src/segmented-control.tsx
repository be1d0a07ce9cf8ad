import { useId, type ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type Segment = { id: string; label: ReactNode; isDisabled?: boolean | undefined };

export type SegmentedControlProps = {
  /** Its name, read aloud. */
  label: string;
  segments: ReadonlyArray<Segment>;
  value: string;
  onChange: (id: string) => void;
  size?: "medium" | "kiosk" | undefined;
  className?: string | undefined;
};

/** One of two to five views or values, all in sight. The browser's radios underneath: arrow keys and screen readers know them. */
export function SegmentedControl({
  label,
  segments,
  value,
  onChange,
  size = "medium",
  className,
}: SegmentedControlProps) {
  const name = useId();
  const box = size === "kiosk" ? "min-h-15 px-5 text-lg" : "h-9 px-3.5 text-base touch:h-11";
  return (
    <fieldset
      role="radiogroup"
      aria-label={label}
      className={classNames("inline-flex max-w-full flex-wrap gap-0.5 p-0.5", className)}
    >
      {segments.map((segment) => (
        <label
          key={segment.id}
          className={classNames(
            "inline-flex items-center gap-2 rounded-md font-semibold whitespace-nowrap transition-colors hover:bg-sunk",
            "has-checked:bg-accent-weak has-checked:text-accent-on-weak forced-colors:has-checked:border has-disabled:text-third",
            "has-focus-visible:outline-2 has-focus-visible:outline-accent",
            box,
          )}
        >
          <input
            type="radio"
            name={name}
            value={segment.id}
            checked={segment.id === value}
            disabled={segment.isDisabled}
            onChange={() => onChange(segment.id)}
            className="sr-only"
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
