import { CircleAlert } from "lucide-react";
import { useId, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { useUiText } from "./text.tsx";

/** What every field takes. `disabled` is what react-hook-form's Controller passes; it means `isDisabled`. */
export type FieldProps = {
  label: ReactNode;
  /** Help that is there before anything goes wrong; also the place for privacy in plain words. */
  description?: ReactNode;
  /** What is wrong and what to do; sets aria-invalid. */
  errorMessage?: ReactNode;
  isRequired?: boolean | undefined;
  /** Says "optional" beside the label; use it where most fields are required. */
  isOptional?: boolean | undefined;
  isDisabled?: boolean | undefined;
  disabled?: boolean | undefined;
  isReadOnly?: boolean | undefined;
  /**
   * stack: label above, the form of every form. chip: a sentence in a box, "for 6 people", for filters over a list; let the
   * label say both, `<><VisuallyHidden>People, </VisuallyHidden>for</>`.
   */
  layout?: "stack" | "chip" | undefined;
  /** The label is read aloud only. */
  isLabelHidden?: boolean | undefined;
  id?: string | undefined;
  name?: string | undefined;
  className?: string | undefined;
};

/** Ids and ARIA of one field. `required` is announced only; the form's schema decides, not the browser. */
export function useField(props: FieldProps) {
  const generatedId = useId();
  const id = props.id ?? generatedId;
  const ids = { label: `${id}-label`, description: `${id}-description`, error: `${id}-error` };
  const describedBy = [props.description && ids.description, props.errorMessage && ids.error].filter(Boolean).join(" ");
  const control = {
    id,
    name: props.name,
    disabled: props.isDisabled ?? props.disabled,
    "aria-required": props.isRequired || undefined,
    "aria-invalid": props.errorMessage ? (true as const) : undefined,
    "aria-describedby": describedBy || undefined,
  };
  return { id, ids, control };
}

type FieldFrameProps = FieldProps & { ids: ReturnType<typeof useField>["ids"]; controlId: string; children: ReactNode };

/** Label above, control, then description and error below: the one shape of a field, but for chips. */
export function FieldFrame(props: FieldFrameProps) {
  if (props.layout === "chip") return <ChipFrame {...props} />;
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1.5", props.className)}>
      <label
        id={props.ids.label}
        htmlFor={props.controlId}
        className={props.isLabelHidden ? "sr-only" : "text-sm font-medium text-ink"}
      >
        {props.label}
        {props.isOptional && <OptionalMark />}
      </label>
      {props.children}
      <FieldNotes {...props} />
    </div>
  );
}

function ChipFrame(props: FieldFrameProps) {
  return (
    <div className={classNames("min-w-0", props.className)}>
      <div className="chip-field">
        <label id={props.ids.label} htmlFor={props.controlId} className={props.isLabelHidden ? "sr-only" : undefined}>
          {props.label}
        </label>
        {props.children}
      </div>
      <FieldNotes {...props} />
    </div>
  );
}

function OptionalMark() {
  return <span className="font-normal text-second"> · {useUiText().optional}</span>;
}

type FieldNotesProps = Pick<FieldProps, "description" | "errorMessage"> & {
  ids: { description: string; error: string };
};

/** Description and error. The live region is always there, so that a new error is announced. */
export function FieldNotes({ description, errorMessage, ids }: FieldNotesProps) {
  return (
    <>
      {description && (
        <p id={ids.description} className="text-sm text-second">
          {description}
        </p>
      )}
      <div aria-live="polite" className="empty:hidden">
        {errorMessage && (
          <p id={ids.error} className="flex gap-1.5 text-sm text-red">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <span>{errorMessage}</span>
          </p>
        )}
      </div>
    </>
  );
}

/** The look of a box that one types into. 16 px on touch screens, or iOS zooms into the field. */
export const controlClass =
  "w-full min-w-0 rounded-md border border-third bg-surface px-3 text-base text-ink transition-colors " +
  "hover:border-second focus-visible:border-accent focus-visible:outline-offset-0 " +
  "aria-invalid:border-red disabled:cursor-not-allowed disabled:border-line disabled:bg-sunk disabled:text-second " +
  "[&[readonly]]:bg-sunk touch:text-[1rem]";

/** The height of a one-line control. */
export const controlHeight = "h-10 touch:h-11";
