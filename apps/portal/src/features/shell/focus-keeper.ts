import { useEffect } from "react";

/** Overlays give the focus back within this time by themselves, and lists draw anew what had it. */
const graceMs = 150;

/**
 * When what has the focus is taken away (its row is gone, its button became a text), browsers give the focus to nobody, and
 * the next Tab starts at the top of the page. It goes to the nearest thing that is still there instead: the part of the page
 * that it stood in.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let trail: HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      trail = target instanceof HTMLElement ? trailOf(target) : [];
    };
    const forget = () => {
      trail = [];
    };
    const observer = new MutationObserver(() => {
      if (!isLost(trail[0])) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isLost(trail[0])) focusNear(trail);
      }, graceMs);
    });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled", "hidden"] });
    document.addEventListener("focusin", remember);
    // Who presses somewhere else has left the place.
    document.addEventListener("pointerdown", forget, { capture: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget, { capture: true });
    };
  }, []);
}

/** It had the focus, is gone or out of sight, and nobody has the focus now. */
function isLost(last: HTMLElement | undefined): boolean {
  if (!last || (document.activeElement !== document.body && document.activeElement !== null)) return false;
  return !last.isConnected || last.getClientRects().length === 0 || last.matches(":disabled");
}

function trailOf(element: HTMLElement): HTMLElement[] {
  const trail = [element];
  for (let above = element.parentElement; above && above !== document.body; above = above.parentElement)
    trail.push(above);
  return trail;
}

const parts = "dialog, [role=dialog], [role=alertdialog], aside, section, form, main";
const headings = "h1, h2, h3, [role=heading]";

/** The heading of the closest part that is left, else that part; a heading that can't be pressed by mistake. */
function focusNear(trail: readonly HTMLElement[]): void {
  const part = trail.find((element) => element.isConnected && element.matches(parts)) ?? document.querySelector("main");
  const target = part?.querySelector<HTMLElement>(headings) ?? (part instanceof HTMLElement ? part : null);
  if (!target) return;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
