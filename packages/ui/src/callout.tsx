import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { toneClass, type Tone } from "./tone.ts";

export type CalloutProps = {
  tone?: Tone | undefined;
  title?: ReactNode;
  children?: ReactNode;
  /** What works instead, as buttons: never a dead end. */
  actions?: ReactNode;
  /** Announce it when it appears: a refusal, not a standing hint. */
  isLive?: boolean | undefined;
  className?: string | undefined;
};

const icons = { neutral: Info, accent: CircleCheck, amber: TriangleAlert, red: CircleAlert };

/** A hint or a refusal in the place that it is about. */
export function Callout({ tone = "neutral", title, children, actions, isLive, className }: CalloutProps) {
  const Icon = icons[tone];
  return (
    <div
      role={isLive ? (tone === "red" ? "alert" : "status") : undefined}
      className={classNames("flex gap-2.5 rounded-md px-3.5 py-3 text-sm", toneClass[tone], className)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="flex min-w-0 flex-col gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
