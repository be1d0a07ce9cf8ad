import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { NumberFieldProps } from "./number-field.tsx";
import { parseNumber, readNumber, stepNumber, writeNumber, type NumberProblem } from "./number-text.ts";
import { englishNumberTexts } from "./number-texts.ts";
import { useUiLocale, useUiText } from "./text.tsx";

/** What is being typed, since "1," must not be rewritten under the cursor. */
interface Draft {
  text: string;
  /** The value before: it stays while the text says nothing that can be kept. */
  before: number | null;
  /** Set once the box was left: the draft gives way when the value changes by other means. */
  left?: { value: number | null };
  isProblemShown: boolean;
}

/** The state of a box for a number: its text, what is wrong with it, and what keys and steppers do. */
export function useNumberEntry(props: NumberFieldProps) {
  const locale = useUiLocale();
  const value = props.value ?? null;
  const input = useRef<HTMLInputElement>(null);
  const [kept, setDraft] = useState<Draft | null>(null);
  const draft = kept?.left && kept.left.value !== value ? null : kept;
  const limits = { ...props, precision: props.precision ?? defaultPrecision(props) };
  const reading = draft === null ? { value } : readNumber(draft.text, locale, limits);
  const problem = useProblemText(reading.problem, limits);
  useEffect(() => input.current?.setCustomValidity(problem ?? ""), [problem]);

  function tell(next: number | null) {
    if (next !== value) props.onChange(next);
  }
  function type(text: string) {
    const before = draft === null ? value : draft.before;
    setDraft({ text, before, isProblemShown: draft?.isProblemShown ?? false });
    const read = readNumber(text, locale, limits);
    tell(read.problem ? before : read.value);
  }
  function leave() {
    setDraft(reading.problem && draft ? { ...draft, left: { value }, isProblemShown: true } : null);
    props.onBlur?.();
  }
  function step(direction: 1 | -1) {
    const current = draft === null ? value : (parseNumber(draft.text, locale) ?? value);
    setDraft(null);
    tell(stepNumber(current, direction, limits));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (props.isReadOnly || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    step(event.key === "ArrowUp" ? 1 : -1);
  }
  return {
    attach: (element: HTMLInputElement | null) => {
      input.current = element;
    },
    typed: draft?.text ?? writeNumber(value, locale, props.decimals),
    problem: draft?.isProblemShown ? problem : undefined,
    type,
    leave,
    showProblem: () => setDraft(draft && { ...draft, isProblemShown: true }),
    step,
    onKeyDown,
  };
}

/** Whole numbers where steps are whole: people, pages, minutes. */
function defaultPrecision({ decimals, step = 1 }: NumberFieldProps): number {
  return decimals ?? (Number.isInteger(step) ? 0 : 6);
}

function useProblemText(
  problem: NumberProblem | undefined,
  limits: Pick<NumberFieldProps, "minimum" | "maximum" | "decimals"> & { precision: number },
): string | undefined {
  const text = useUiText().numbers ?? englishNumberTexts;
  const locale = useUiLocale();
  const write = (value: number | undefined) => writeNumber(value ?? null, locale, limits.decimals);
  switch (problem) {
    case "unreadable":
      return text.notANumber(writeNumber(limits.precision === 0 ? 25 : 24.5, locale, Math.min(limits.precision, 2)));
    case "tooLong":
      return text.tooManyDigits;
    case "tooPrecise":
      return limits.precision === 0 ? text.wholeNumber : text.tooManyDecimals(limits.precision);
    case "tooSmall":
      return text.atLeast(write(limits.minimum));
    case "tooLarge":
      return text.atMost(write(limits.maximum));
    case undefined:
      return undefined;
  }
}
