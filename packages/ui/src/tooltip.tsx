import { useRef, type KeyboardEvent, type PointerEvent, type FocusEvent, type ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TooltipProps = {
  /** One short sentence. It repeats or explains; it never holds what a person can't find elsewhere. */
  text: string;
  /** Give it when the text says more than the control does; then name it in the control's `aria-describedby`. */
  id?: string | undefined;
  /** Also opens when pressed, for touch screens; used for the reason of an unavailable button. */
  opensOnPress?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

const gapPx = 6;
const marginPx = 8;

/** Places the bubble above its anchor, or below when there is no room, and keeps it on the screen. */
function place(bubble: HTMLElement, anchor: Element) {
  const around = anchor.getBoundingClientRect();
  const { width, height } = bubble.getBoundingClientRect();
  const above = around.top - height - gapPx;
  const centred = around.left + around.width / 2 - width / 2;
  const left = Math.max(marginPx, Math.min(centred, document.documentElement.clientWidth - width - marginPx));
  bubble.style.left = `${left}px`;
  bubble.style.top = `${above >= marginPx ? above : around.bottom + gapPx}px`;
}

/**
 * A bubble over what it wraps, on hover and on keyboard focus; Escape hides it, and the pointer may rest on it
 * (WCAG 1.4.13). It lives in the browser's top layer, so nothing clips it. Without an
 * `id` it is not read aloud, since then it repeats the label of the control.
 */
export function Tooltip({ text, id, opensOnPress, className, children }: TooltipProps) {
  const bubble = useRef<HTMLSpanElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);

  function show() {
    const target = anchor.current?.firstElementChild;
    if (!bubble.current || !target || bubble.current.matches(":popover-open")) return;
    bubble.current.showPopover();
    place(bubble.current, target);
  }
  function hide() {
    if (bubble.current?.matches(":popover-open")) bubble.current.hidePopover();
  }
  function hideOnEscape(event: KeyboardEvent) {
    if (event.key !== "Escape" || !bubble.current?.matches(":popover-open")) return;
    event.stopPropagation();
    hide();
  }

  return (
    <span
      ref={anchor}
      role="presentation"
      className={classNames("inline-flex", className)}
      onPointerEnter={(event: PointerEvent) => event.pointerType === "mouse" && show()}
      onPointerLeave={hide}
      onFocus={(event: FocusEvent) => event.target.matches(":focus-visible") && show()}
      onBlur={hide}
      onKeyDown={hideOnEscape}
      onClick={opensOnPress ? show : hide}
    >
      {children}
      <span
        ref={bubble}
        popover="manual"
        id={id}
        role={id ? "tooltip" : undefined}
        aria-hidden={id ? undefined : "true"}
        className="fixed inset-auto m-0 max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-sm font-medium text-paper shadow-float"
      >
        {text}
      </span>
    </span>
  );
}
