import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** A key to press. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      {...props}
      className={classNames(
        "inline-flex h-5 items-center rounded-sm border px-1.5 font-sans text-2xs font-medium text-second",
        className,
      )}
    />
  );
}
