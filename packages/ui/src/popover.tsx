import { lazy, Suspense } from "react";
import { useOnceOpen } from "./once-open.ts";
import type { PopoverFrameProps } from "./popover-frame.tsx";

const PopoverFrame = lazy(() => import("./popover-frame.tsx").then((module) => ({ default: module.PopoverFrame })));

export type PopoverProps = PopoverFrameProps;

/** A panel that hangs on a button of the caller, who keeps `isOpen` and the button's `aria-expanded`. */
export function Popover(props: PopoverProps) {
  if (!useOnceOpen(props.isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <PopoverFrame {...props} />
    </Suspense>
  );
}
