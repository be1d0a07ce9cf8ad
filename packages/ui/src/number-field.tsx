import { Minus, Plus } from "lucide-react";
import { useState, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { classNames } from "./class-names.ts";
import { controlClass, controlHeight, FieldFrame, useField, type FieldProps } from "./field.tsx";
import { clampNumber, parseNumber, stepNumber, writeNumber, type NumberLimits } from "./number-text.ts";
import { useUiLocale, useUiText } from "./text.tsx";

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
  /** The unit after the number: "min", "people". */
  suffix?: ReactNode;
  placeholder?: string | undefined;
  hasSteppers?: boolean | undefined;
  ref?: Ref<HTMLInputElement> | undefined;
};

/** A number in the user's locale, with steppers and arrow keys; the wheel never changes it. */
export function NumberField(props: NumberFieldProps) {
  const { id, ids, control } = useField(props);
  const entry = useNumberEntry(props);
  const { value, minimum, maximum, step, suffix, placeholder, hasSteppers = true, ref } = props;
  return (
    <FieldFrame {...props} ids={ids} controlId={id}>
      <div className="relative flex items-center">
        <input
          {...control}
          {...{ ref, placeholder }}
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
          onBlur={entry.commit}
          className={classNames(controlClass, controlHeight, "figures", endPadding(hasSteppers, suffix))}
        />
        {suffix && (
          <span
            className={classNames(
              "pointer-events-none absolute text-sm text-second",
              hasSteppers ? "right-20" : "right-3",
            )}
          >
            {suffix}
          </span>
        )}
        {hasSteppers && <Steppers onStep={entry.step} isDisabled={Boolean(control.disabled || props.isReadOnly)} />}
      </div>
    </FieldFrame>
  );
}

/** Keeps what is being typed as text, so that "1," is not rewritten under the cursor. */
function useNumberEntry(props: NumberFieldProps) {
  const locale = useUiLocale();
  const value = props.value ?? null;
  const limits: NumberLimits = props;
  const [draft, setDraft] = useState<string | null>(null);

  function commit() {
    const parsed = draft === null ? value : parseNumber(draft, locale);
    setDraft(null);
    const kept = parsed === null ? (draft?.trim() ? value : null) : clampNumber(parsed, limits);
    if (draft !== null && kept !== value) props.onChange(kept);
    props.onBlur?.();
  }
  function type(text: string) {
    setDraft(text);
    const parsed = parseNumber(text, locale);
    if (text.trim() === "") props.onChange(null);
    else if (parsed !== null && clampNumber(parsed, limits) === parsed) props.onChange(parsed);
  }
  function step(direction: 1 | -1) {
    const current = draft === null ? value : (parseNumber(draft, locale) ?? value);
    setDraft(null);
    props.onChange(stepNumber(current, direction, limits));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (props.isReadOnly || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? 1 : -1);
  }
  return { typed: draft ?? writeNumber(value, locale, props.decimals), type, commit, step, onKeyDown };
}

/** For pointers only: the keyboard has its arrows, so these stay out of the tab order. */
function Steppers({ onStep, isDisabled }: { onStep: (direction: 1 | -1) => void; isDisabled: boolean }) {
  const text = useUiText();
  const look = "grid h-full w-9 place-items-center text-second hover:bg-sunk hover:text-ink disabled:opacity-50";
  return (
    <span className="absolute inset-y-px right-px flex overflow-hidden rounded-r-md border-l">
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
        className={classNames(look, "border-l")}
      >
        <Plus aria-hidden="true" className="size-4" />
      </button>
    </span>
  );
}

function endPadding(hasSteppers: boolean, suffix: ReactNode): string | undefined {
  if (suffix) return hasSteppers ? "pr-32" : "pr-14";
  return hasSteppers ? "pr-20" : undefined;
}
