import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { leaveOver } from "../../../lib/over.ts";
import type { EditSearch } from "./edit-search.ts";

/** Opens and closes the form of a page. */
export function useEditing() {
  const search: EditSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const router = useRouter();
  const show = (edit: EditSearch, how: { state: { isOver: true } } | { replace: true }) =>
    void navigate({
      to: ".",
      search: ({ edit: _before, ...rest }: EditSearch) => ({ ...rest, ...edit }),
      resetScroll: false,
      ...how,
    });
  const over = { state: { isOver: true } } as const;
  return {
    /** The id of what is being edited, "new", or null. */
    editing: search.edit ?? null,
    open: (id: string) => show({ edit: id }, over),
    openNew: () => show({ edit: "new" }, over),
    close: () => void (leaveOver(router) || show({}, { replace: true })),
  };
}

/**
 * What is being edited. Somebody else may take it away meanwhile, or a search may leave it out: then as it was last seen, so that
 * what was typed stays, and the server says that it is gone.
 */
export function useEdited<Thing extends { id: string }>(things: readonly Thing[]): Thing | null {
  const { editing } = useEditing();
  const found = things.find(({ id }) => id === editing);
  const [seen, setSeen] = useState(found);
  if (found && found !== seen) setSeen(found);
  return found ?? (seen && seen.id === editing ? seen : null);
}
