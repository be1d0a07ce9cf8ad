import { useEffect } from "react";

/** The name of the page in the tab, and what screen readers read first. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Working Social` : "Working Social";
  }, [title]);
}
