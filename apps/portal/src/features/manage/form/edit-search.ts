import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { leaveOver } from "../../../lib/over.ts";

/** What is being edited, in the address: an id, or "new". So that a form can be linked to, and Back closes it. */
export interface EditSearch {
  edit?: string | undefined;
}

/** For `validateSearch`. The key is always there, since the router lays this over the raw link, nonsense and all. */
export function readEditSearch(search: Record<string, unknown>): EditSearch {
  return { edit: textOf(search["edit"]) };
}

/** A value of a link where it is a text; undefined where it makes no sense. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

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
