import { Link } from "@tanstack/react-router";
import type { AuditEntryView } from "@working-social/directory/schema";
import type { ReactNode } from "react";

/** The pages whose form opens for what an entry is about. */
const formOf = {
  rate: "/manage/rates",
  booking_rule: "/manage/rules",
  cancellation_policy: "/manage/cancellation",
  person: "/manage/people",
  team: "/manage/teams",
  plan: "/manage/plans",
  pack: "/manage/packs",
  location: "/manage/locations",
  resource: "/manage/resources",
} as const;

const style = "underline-offset-3 hover:underline";

/** Leads to what the entry is about: a booking's page, or the form where it is changed. What has no page stays a sentence. */
export function SubjectLink({ entry, children }: { entry: AuditEntryView; children: ReactNode }) {
  const { event, subjectType, subjectId, subjectName } = entry;
  if (subjectType === "booking")
    return (
      <Link to="/bookings/$bookingId" params={{ bookingId: subjectId }} className={style}>
        {children}
      </Link>
    );
  if (event === "opening_hours.set")
    return (
      <Link to="/manage/hours" search={subjectType === "resource" ? { of: subjectId } : {}} className={style}>
        {children}
      </Link>
    );
  const page = isFormed(subjectType) ? formOf[subjectType] : null;
  // What has been archived is on no list, and its form does not open.
  if (page === null || subjectName === null || event.endsWith(".archived")) return children;
  return (
    <Link to={page} search={{ edit: subjectId }} className={style}>
      {children}
    </Link>
  );
}

function isFormed(type: string): type is keyof typeof formOf {
  return type in formOf;
}
