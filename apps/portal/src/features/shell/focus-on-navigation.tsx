import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/**
 * After a change of page the focus stands on its heading, so that a screen reader reads where one is and Tab goes on
 * from there. Not on the first page, and not when only the search parameters change.
 */
export function FocusOnNavigation() {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const previous = useRef(path);
  useEffect(() => {
    const isFirst = previous.current === undefined;
    const isSame = previous.current === path;
    previous.current = path;
    if (isFirst || isSame) return;
    const heading =
      document.querySelector<HTMLElement>("main h1, main [role=heading][aria-level='1']") ??
      document.getElementById("main");
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }, [path]);
  return null;
}
