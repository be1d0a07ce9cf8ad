import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** What this place is for, and what happens when one acts. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string | undefined;
};

/** Nothing here yet: says what belongs here and offers the first step. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={classNames("flex flex-col items-center gap-2 px-6 py-8 text-center", className)}>
      {icon && (
        <span
          aria-hidden="true"
          className="mb-1 grid size-11 place-items-center rounded-md bg-sunk text-second [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <p className="text-lg font-semibold tracking-tight">{title}</p>
      {children && <div className="max-w-md text-second">{children}</div>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
