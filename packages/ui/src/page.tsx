import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type PageProps = {
  children: ReactNode;
  /** A panel of full height at the right from 1280 px on; below the content before that. */
  aside?: ReactNode;
  /** The panel's name for screen readers. */
  asideLabel?: string | undefined;
  /** narrow: for forms and reading. wide: for timelines and tables. */
  width?: "narrow" | "medium" | "wide" | undefined;
  className?: string | undefined;
};

const widths = { narrow: "max-w-2xl", medium: "max-w-[78rem]", wide: "max-w-none" };

/** The margins and the rhythm of a page inside AppShell. */
export function Page({ children, aside, asideLabel, width = "medium", className }: PageProps) {
  const content = (
    <div
      className={classNames(
        "flex w-full min-w-0 flex-col gap-6 px-4.5 py-5 sm:px-8 sm:py-7 lg:px-9",
        widths[width],
        className,
      )}
    >
      {children}
    </div>
  );
  if (!aside) return content;
  return (
    <div className="flex flex-col xl:min-h-dvh xl:flex-row">
      <div className="min-w-0 flex-1">{content}</div>
      <aside
        aria-label={asideLabel}
        className="shrink-0 border-t bg-surface p-5 sm:px-8 xl:sticky xl:top-0 xl:h-dvh xl:w-85 xl:overflow-y-auto xl:border-t-0 xl:border-s xl:p-6.5"
      >
        {aside}
      </aside>
    </div>
  );
}
