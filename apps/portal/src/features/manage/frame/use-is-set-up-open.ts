import { useState } from "react";
import type { ManageSection } from "./sections.ts";

const storageKey = "setting-up";

/** Whether Setting up is unfolded: as it was left on this device, and always on coming to a page in it. */
export function useIsSetUpOpen(inside: ManageSection | null): readonly [isOpen: boolean, toggle: () => void] {
  const [isOpen, setIsOpen] = useState(() => inside !== null || isRemembered());
  const [seen, setSeen] = useState(inside);
  if (inside !== seen) {
    setSeen(inside);
    if (inside !== null) setIsOpen(true);
  }
  function toggle() {
    setIsOpen(!isOpen);
    remember(!isOpen);
  }
  return [isOpen, toggle];
}

function isRemembered(): boolean {
  try {
    return localStorage.getItem(storageKey) === "open";
  } catch {
    return false;
  }
}

function remember(isOpen: boolean): void {
  try {
    localStorage.setItem(storageKey, isOpen ? "open" : "folded");
  } catch {
    return; // Storage is refused: folded with the next page.
  }
}
