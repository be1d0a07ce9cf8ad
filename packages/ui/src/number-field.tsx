import { Minus, Plus } from "lucide-react";
import type { CSSProperties, Ref } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, controlHeight, FieldFrame, useField, type FieldProps } from "./field.tsx";
import { useUiText } from "./text.tsx";
import { useNumberEntry } from "./number-entry.ts";

export type NumberFieldProps = FieldProps & {
  value: number | null | undefined;
  /** Gives null when the box is empty. */
  onChange: (value: number | null) => void;
  onBlur?: (() => void) | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  step?: number | undefined;
  /** Always written: 2 makes 0.1 of a price 0.10. */
  decimals?: number | undefined;
  /** How many decimals can be kept; more are refused, not rounded. Otherwise `decimals`, or none with whole steps. */
  precision?: number | undefined;
  /** The unit after the number: "min", "people". */
  suffix?: string | undefined;
  placeholder?: string | undefined;
  hasSteppers?: boolean | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/**
 * A number, read with either decimal sign and written in the user's locale, with steppers and arrow keys; the wheel never
 * changes it. What can't be read, or is out of its limits, changes nothing: it says so and holds back the form.
 */
export function NumberField(given: NumberFieldProps) {
  const { attach, ...entry } = useNumberEntry(given);
  const props = { ...given, errorMessage: entry.problem ?? given.errorMessage };
  const { id, ids, control } = useField(props);
  const { value, minimum, maximum, step, suffix, placeholder, hasSteppers = true, ref } = props;
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <div className="relative flex items-center">
        <input
          {...control}
          ref={(element) => {
            attach(element);
            return passRef(ref, element);
          }}
          placeholder={placeholder}
          type="text"
          role="spinbutton"
          inputMode={Number.isInteger(step ?? 1) ? "numeric" : "decimal"}
          autoComplete="off"
          readOnly={props.isReadOnly}
          aria-valuenow={value ?? undefined}
          aria-valuemin={minimum}
          aria-valuemax={maximum}
          value={entry.typed}
          onChange={(event) => entry.type(event.target.value)}
          onKeyDown={entry.onKeyDown}
          onBlur={entry.leave}
          onInvalid={entry.showProblem}
          className={classNames(controlClass, controlHeight, "figures")}
          style={endPadding(hasSteppers, suffix)}
        />
        {suffix && (
          <span
            className={classNames("pointer-events-none absolute text-sm text-second", hasSteppers ? "end-20" : "end-3")}
          >
            {suffix}
          </span>
        )}
        {hasSteppers && <Steppers onStep={entry.step} isDisabled={Boolean(control.disabled || props.isReadOnly)} />}
      </div>
    </FieldFrame>
  );
}

/** For pointers only: the keyboard has its arrows, so these stay out of the tab order. */
function Steppers({ onStep, isDisabled }: { onStep: (direction: 1 | -1) => void; isDisabled: boolean }) {
  const text = useUiText();
  const look = "grid h-full w-9 place-items-center text-second hover:bg-sunk hover:text-ink disabled:opacity-50";
  return (
    <span className="absolute inset-y-px end-px flex overflow-hidden rounded-e-md border-s">
      <button
        type="button"
        tabIndex={-1}
        disabled={isDisabled}
        aria-label={text.decrease}
        onClick={() => onStep(-1)}
        className={look}
      >
        <Minus aria-hidden="true" className="size-4" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        disabled={isDisabled}
        aria-label={text.increase}
        onClick={() => onStep(1)}
        className={classNames(look, "border-s")}
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}

/** What is typed stops before what stands at the end, however long that is in the reader's language: half a rem for a letter. */
function endPadding(hasSteppers: boolean, suffix = ""): CSSProperties | undefined {
  if (!hasSteppers && suffix === "") return undefined;
  return { paddingInlineEnd: `${(hasSteppers ? 5 : 0.75) + (suffix ? 0.75 : 0) + suffix.length * 0.5}rem` };
}

/** Gives the element to the caller's ref too, and its clean-up back. */
function passRef(ref: Ref<HTMLInputElement> | undefined, element: HTMLInputElement | null) {
  if (typeof ref === "function") return ref(element);
  if (ref) ref.current = element;
  return undefined;
}
