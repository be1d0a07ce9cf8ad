import type { CSSProperties } from "react";
import { classNames } from "./class-names.ts";
import { useUiText } from "./text.tsx";

export type SkeletonProps = { className?: string | undefined; style?: CSSProperties | undefined };

/** A block of the exact size of what is coming, so that nothing jumps. Give the size by classes. */
export function Skeleton({ className, style }: SkeletonProps) {
  return (
    <span
      aria-hidden="true"
      style={style}
      className={classNames("block animate-breathe rounded-sm bg-sunk", className)}
    />
  );
}

export type SkeletonTextProps = { lines?: number | undefined; className?: string | undefined };

/** Lines of text that are coming; the last one is shorter. */
export function SkeletonText({ lines = 2, className }: SkeletonTextProps) {
  return (
    <span aria-hidden="true" className={classNames("flex flex-col gap-2", className)}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={classNames("h-3.5", line === lines - 1 ? "w-3/5" : "w-full")} />
      ))}
    </span>
  );
}

/** Says once to screen readers that a part of the page is loading; put it beside the skeletons. */
export function LoadingAnnouncement({ label }: { label?: string | undefined }) {
  const text = useUiText();
  return (
    <span role="status" className="sr-only">
      {label ?? text.loading}
    </span>
  );
}
