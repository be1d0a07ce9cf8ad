import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type PageHeaderProps = {
  title: ReactNode;
  subtitle?: ReactNode;
  /** Buttons at the right; on a phone they wrap below. */
  actions?: ReactNode;
  className?: string | undefined;
};

/** The one h1 of a page. */
export function PageHeader({ title, subtitle, actions, className }: PageHeaderProps) {
  return (
    <header className={classNames("flex flex-wrap items-start justify-between gap-x-6 gap-y-3", className)}>
      <div className="min-w-0">
        <h1 className="text-2xl font-semibold wrap-anywhere tracking-[-0.02em] sm:text-3xl">{title}</h1>
        {subtitle && <p className="mt-0.5 text-second">{subtitle}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
