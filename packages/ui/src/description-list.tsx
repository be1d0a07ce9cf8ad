import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type DescriptionListItem = {
  id: string;
  term: ReactNode;
  detail: ReactNode;
  /** A quiet line below: the reason of a price, the rule behind a time. */
  note?: ReactNode;
  /** The sum of what stands above. */
  isTotal?: boolean | undefined;
};

export type DescriptionListProps = {
  items: ReadonlyArray<DescriptionListItem>;
  /** figures: details aligned at the right, such as prices. */
  align?: "start" | "figures" | undefined;
  className?: string | undefined;
};

/** Names and their values: details of a booking, lines of a quote. */
export function DescriptionList({ items, align = "start", className }: DescriptionListProps) {
  const isFigures = align === "figures";
  return (
    <dl className={classNames("flex flex-col gap-3", className)}>
      {items.map((item) => (
        <div
          key={item.id}
          className={classNames(
            "grid gap-x-4",
            isFigures ? "grid-cols-[1fr_auto]" : "grid-cols-[minmax(6rem,1fr)_2fr]",
            item.isTotal && "border-t pt-3 text-lg font-semibold",
          )}
        >
          <dt className={isFigures ? undefined : "text-second"}>{item.term}</dt>
          <dd className={classNames("min-w-0", isFigures && "figures text-end")}>{item.detail}</dd>
          {item.note && <dd className="col-span-full text-sm font-normal text-second">{item.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
