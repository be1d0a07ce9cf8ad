import { useId, type ComponentProps, type MouseEvent, type ReactNode } from "react";
import { buttonClass, type ButtonSize, type ButtonVariant } from "./button-class.ts";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";
import { useUiText } from "./text.tsx";
import { Tooltip } from "./tooltip.tsx";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type ButtonProps = Omit<ComponentProps<"button">, "disabled" | "onClick"> & {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** A square for one icon; give `aria-label`, or better, use IconButton. */
  isSquare?: boolean | undefined;
  onPress?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  isDisabled?: boolean | undefined;
  /** Work is under way: keeps its width and the focus, says so, and ignores further presses. */
  isPending?: boolean | undefined;
  /** Why it can't be pressed now. The button keeps the focus and tells the reason instead of going dead. */
  disabledReason?: string | null | undefined;
  children?: ReactNode;
};

/** The browser's own button. `onPress` never fires while it is pending or has a `disabledReason`. */
export function Button(props: ButtonProps) {
  const { variant, size, isSquare, className, onPress, isDisabled, isPending, disabledReason, children, ...rest } =
    props;
  const reasonId = useId();
  const isRefusing = Boolean(isPending || disabledReason);

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (isRefusing) event.preventDefault();
    else onPress?.(event);
  }

  const button = (
    <button
      type="button"
      {...rest}
      disabled={isDisabled}
      aria-disabled={isRefusing || undefined}
      aria-busy={isPending || undefined}
      aria-describedby={describedBy(rest["aria-describedby"], disabledReason ? reasonId : undefined)}
      className={buttonClass({ variant, size, isSquare, className })}
      onClick={press}
    >
      <ButtonContent isPending={Boolean(isPending)}>{children}</ButtonContent>
    </button>
  );
  if (!disabledReason) return button;
  return (
    <Tooltip id={reasonId} text={disabledReason} opensOnPress className={fullWidth(className)}>
      {button}
    </Tooltip>
  );
}

/** The content stays in the layout while pending, so that the button keeps its width. */
function ButtonContent({ isPending, children }: { isPending: boolean; children: ReactNode }) {
  const text = useUiText();
  if (!isPending) return children;
  return (
    <>
      <span className={classNames("inline-flex items-center gap-2 opacity-0")}>{children}</span>
      <span className="absolute inset-0 grid place-items-center">
        <Spinner />
      </span>
      <VisuallyHidden role="status">{text.loading}</VisuallyHidden>
    </>
  );
}

function describedBy(...ids: Array<string | undefined>): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}

function fullWidth(className: string | undefined): string | undefined {
  return className?.split(" ").includes("w-full") ? "w-full" : undefined;
}
