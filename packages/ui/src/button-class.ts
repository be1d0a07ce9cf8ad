import { classNames } from "./class-names.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large" | "kiosk";
export type ButtonLook = {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** A square for one icon. */
  isSquare?: boolean | undefined;
  className?: string | undefined;
};

const frame =
  "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-semibold whitespace-nowrap " +
  "select-none transition-colors aria-disabled:cursor-not-allowed disabled:cursor-not-allowed";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong active:bg-accent-strong",
  secondary: "border-line bg-surface text-ink hover:bg-sunk active:bg-sunk",
  quiet: "border-transparent bg-transparent text-second hover:bg-sunk hover:text-ink active:bg-sunk",
  danger: "border-transparent bg-red text-on-red hover:bg-red-strong active:bg-red-strong",
};

const unavailable =
  "aria-disabled:border-line aria-disabled:bg-sunk aria-disabled:text-second aria-disabled:hover:bg-sunk " +
  "disabled:border-line disabled:bg-sunk disabled:text-second disabled:hover:bg-sunk";

const sizes: Record<ButtonSize, { box: string; square: string; wide: string }> = {
  small: { box: "h-8 text-sm touch:h-11 touch:text-base", square: "w-8 touch:min-w-11", wide: "px-3 touch:px-4" },
  medium: { box: "h-10 text-base touch:h-11", square: "w-10 touch:min-w-11", wide: "px-4" },
  large: { box: "h-12 text-base", square: "w-12", wide: "px-5" },
  kiosk: { box: "min-h-16 rounded-lg text-xl", square: "w-16", wide: "px-7" },
};

/** The look of a button, for a router's link that leads somewhere as a button would. */
export function buttonClass({ variant = "secondary", size = "medium", isSquare, className }: ButtonLook = {}): string {
  const { box, square, wide } = sizes[size];
  return classNames(frame, variants[variant], unavailable, box, isSquare ? square : wide, className);
}
