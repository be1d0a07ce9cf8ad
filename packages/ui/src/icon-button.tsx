import { Button, type ButtonProps } from "./button.tsx";
import { Tooltip } from "./tooltip.tsx";

export type IconButtonProps = Omit<ButtonProps, "aria-label" | "isSquare"> & {
  "aria-label": string;
  /** Shows the label on hover and focus; on by default, because an icon alone is a riddle. */
  hasTooltip?: boolean | undefined;
};

/** A square button for one icon. Its label is required, read aloud, and shown on hover and focus. */
export function IconButton({ hasTooltip = true, variant = "quiet", ...props }: IconButtonProps) {
  const button = <Button {...props} variant={variant} isSquare />;
  if (!hasTooltip || props.disabledReason) return button;
  return <Tooltip text={props["aria-label"]}>{button}</Tooltip>;
}
