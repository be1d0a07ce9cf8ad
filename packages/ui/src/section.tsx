import { useId, type ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type SectionProps = {
  title: ReactNode;
  /** One action at the right of the heading. */
  action?: ReactNode;
  /** The heading's level in the page's outline. */
  level?: 2 | 3 | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A part of a page with a quiet heading. */
export function Section({ title, action, level = 2, className, children }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={id} className={classNames("flex min-w-0 flex-col gap-3", className)}>
      <div className="flex min-h-5 items-center justify-between gap-3">
        <Heading id={id} className="text-sm font-semibold text-second">
          {title}
        </Heading>
        {action}
      </div>
      {children}
    </section>
  );
}
