import { Fragment } from "react";

/** A sentence whose **marked** parts stand out. */
export function Emphasis({ children }: { children: string }) {
  const parts = children.split("**");
  return parts.map((part, place) =>
    place % 2 === 1 ? (
      <strong key={place} className="figures font-semibold">
        {part}
      </strong>
    ) : (
      <Fragment key={place}>{part}</Fragment>
    ),
  );
}
