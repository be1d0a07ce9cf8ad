import { Link } from "@tanstack/react-router";
import type { Cause } from "@working-social/credits/schema";
import type { ReactNode } from "react";

/**
 * Leads to why credits moved or money is charged; a cause without a page for this reader stays words. The one place that knows the
 * page of each kind: a new kind does not compile until it is here.
 */
export function CauseLink({
  cause: { type, id },
  isOwn,
  className,
  children,
}: {
  cause: Cause;
  /** Whether the reader is whose it is; staff have no page of what somebody prints. */
  isOwn: boolean;
  className: string;
  children: ReactNode;
}) {
  switch (type) {
    case "booking":
      return (
        <Link to="/bookings/$bookingId" params={{ bookingId: id }} className={className}>
          {children}
        </Link>
      );
    case "print_job":
      if (!isOwn) return children;
      return (
        <Link to="/print" search={{ job: id }} className={className}>
          {children}
        </Link>
      );
    case "pack_purchase":
    case "plan":
    case "by_hand":
    case "lot":
    case "overdraft":
      return children;
  }
}
