import type { AnyRouter } from "@tanstack/react-router";
import { entriesAbovePage } from "@working-social/ui";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** This entry shows the page of the one before with something over it: a form, a sheet. */
    isOver?: true | undefined;
  }
}

/** Leads to the page below what its entry shows over it. False: it was opened by a link, and nothing lies below. */
export function leaveOver({ history }: AnyRouter): boolean {
  if (history.location.state.isOver !== true) return false;
  history.go(-1 - entriesAbovePage());
  return true;
}
