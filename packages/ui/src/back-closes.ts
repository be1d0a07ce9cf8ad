import { useEffect, useRef } from "react";
import { openLayer } from "./back-layers.ts";

/** While it is open, the browser's Back (on a phone, the gesture) closes this overlay, and leads nowhere. */
export function useBackCloses(isOpen: boolean, onOpenChange: (isOpen: boolean) => void): void {
  const close = useRef(onOpenChange);
  useEffect(() => {
    close.current = onOpenChange;
  });
  useEffect(() => (isOpen ? openLayer(() => close.current(false)) : undefined), [isOpen]);
}
