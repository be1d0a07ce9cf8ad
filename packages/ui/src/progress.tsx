import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type ProgressProps = {
  label: ReactNode;
  value: number;
  maximum: number;
  /** The figures in words, "9 h 00 of 12"; read aloud instead of a percentage. */
  valueText: string;
  /** What stands at the right, when it is more than the plain text. */
  detail?: ReactNode;
  tone?: "accent" | "amber" | "red" | undefined;
  className?: string | undefined;
};

const fills = { accent: "bg-accent", amber: "bg-amber", red: "bg-red" };

/** How much of something is left, done or used. */
export function Progress({ label, value, maximum, valueText, detail, tone = "accent", className }: ProgressProps) {
  const share = maximum > 0 ? Math.min(Math.max(value / maximum, 0), 1) : 0;
  return (
    <div
      role="meter"
      aria-label={typeof label === "string" ? label : undefined}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={maximum}
      aria-valuetext={valueText}
      className={classNames("flex flex-col gap-1.5", className)}
    >
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span>{label}</span>
        <span className="figures text-second">{detail ?? valueText}</span>
      </div>
      <div className="h-1.5 overflow-hidden rounded-full bg-sunk">
        <div
          className={classNames("h-full rounded-full transition-[width]", fills[tone], "forced-colors:bg-[Highlight]")}
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
