const storageKey = "set-up-hidden";

/** Whether somebody put the set-up list away in this browser. */
export function isSetUpHidden(): boolean {
  try {
    return localStorage.getItem(storageKey) === "yes";
  } catch {
    return false;
  }
}

export function rememberSetUpHidden(hidden: boolean): void {
  try {
    localStorage.setItem(storageKey, hidden ? "yes" : "no");
  } catch {
    return; // Storage is refused: the list is back with the next page.
  }
}
