import type { ReactNode } from "react";

/** A line of something small that is there as a whole or not at all: the half of a time would be another time. */
export function WholeLine({ children }: { children: ReactNode }) {
  return (
    <span className="flex h-4 flex-wrap overflow-hidden">
      {/* What has no room beside this nothing goes below it, out of sight. */}
      <span className="h-4 w-0" />
      <span className="flex items-center gap-1 whitespace-nowrap">{children}</span>
    </span>
  );
}
