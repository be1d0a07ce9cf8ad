import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
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
