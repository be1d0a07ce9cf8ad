import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The name of a row, which opens its form. */
export function EditLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link
      to="."
      search={(before: object) => ({ ...before, edit: id })}
      resetScroll={false}
      state={{ isOver: true }}
      className="inline-flex items-center font-medium underline-offset-3 hover:underline touch:min-h-11"
    >
      {children}
    </Link>
  );
}
