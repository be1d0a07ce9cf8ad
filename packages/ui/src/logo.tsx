import { classNames } from "./class-names.ts";

export type LogoProps = { className?: string | undefined };

/** The mark: two people at one table. Decoration; the name stands beside it. */
export function Logo({ className }: LogoProps) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={classNames("size-6 shrink-0", className)}>
      <rect width="24" height="24" rx="6" className="fill-accent" />
      <circle cx="8.6" cy="9.6" r="3.4" className="fill-on-accent" />
      <circle cx="16" cy="14.6" r="3.4" className="fill-on-accent" />
    </svg>
  );
}
