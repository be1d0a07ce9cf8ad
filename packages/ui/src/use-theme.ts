import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

const storageKey = "theme";
const listeners = new Set<() => void>();

/** The person's choice on this device. Storage may be refused (private windows); then it is the system's. */
function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(storageKey);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

/** Puts the stored choice on the document. Call it before the first paint, so that nothing flashes. */
export function applyStoredTheme(): void {
  const theme = readTheme();
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

function setTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    document.documentElement.dataset["theme"] = theme;
    return;
  }
  applyStoredTheme();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  // Another tab of the same person may change it, too.
  const onStorage = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    applyStoredTheme();
    listener();
  };
  listeners.add(listener);
  addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", onStorage);
  };
}

/** The theme that was chosen, and how to choose another. */
export function useTheme(): { theme: Theme; setTheme: (theme: Theme) => void } {
  const theme = useSyncExternalStore(subscribe, readTheme, () => "system" as const);
  return { theme, setTheme };
}
