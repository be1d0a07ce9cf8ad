import { classNames } from "./class-names.ts";

/** A hairline between two things. */
export function Divider({ className }: { className?: string | undefined }) {
  return <hr className={classNames("border-t border-line", className)} />;
}
