import type { ReactNode, RefObject } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from "react-aria-components/Popover";
import { useBackCloses } from "./back-closes.ts";
import { classNames } from "./class-names.ts";

export type PopoverFrameProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** What it hangs on. */
  triggerRef: RefObject<Element | null>;
  placement?: AriaPopoverProps["placement"];
  /** Its name for screen readers. */
  label: string;
  className?: string | undefined;
  children: ReactNode;
};

/** The look of everything that floats beside its trigger. */
export const floatingClass =
  "rounded-md border bg-surface text-ink shadow-float outline-none data-entering:animate-rise";

/** A small floating panel. Loaded when first opened. */
export function PopoverFrame({ label, className, children, placement = "bottom start", ...props }: PopoverFrameProps) {
  useBackCloses(props.isOpen, props.onOpenChange);
  return (
    <AriaPopover {...props} placement={placement} offset={6} className={floatingClass}>
      <Dialog aria-label={label} className={classNames("max-h-[inherit] overflow-auto p-4 outline-none", className)}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
