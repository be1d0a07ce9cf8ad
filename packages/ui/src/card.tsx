import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

export type CardProps = ComponentProps<"div"> & {
  /** none: the content brings its own, such as rows with hairlines. */
  padding?: "none" | "medium" | "large" | undefined;
};

const paddings = { none: "", medium: "p-4 sm:p-5", large: "p-5 sm:p-6" };

/** Something that belongs together, on the surface, with a hairline around it and no shadow. */
export function Card({ padding = "medium", className, ...props }: CardProps) {
  return <div {...props} className={classNames("rounded-lg border bg-surface", paddings[padding], className)} />;
}

/** Rows in a card, parted by hairlines. Give it list items. */
export function CardList({ className, ...props }: ComponentProps<"ul">) {
  return (
    <ul
      {...props}
      className={classNames("divide-y divide-line rounded-lg border bg-surface px-4 sm:px-5 [&>li]:py-3", className)}
    />
  );
}
