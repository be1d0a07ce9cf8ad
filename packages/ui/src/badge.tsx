import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { toneClass, type Tone } from "./tone.ts";

export type BadgeProps = { tone?: Tone | undefined; className?: string | undefined; children: ReactNode };

/** A word or a count beside something. Colour only supports it: the word says it. */
export function Badge({ tone = "neutral", className, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        "inline-flex h-5 min-w-5 items-center justify-center gap-1 rounded-full px-2 text-xs font-semibold whitespace-nowrap figures",
        toneClass[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
