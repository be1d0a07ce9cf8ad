import type { EpochMs } from "@working-social/kernel";
import { formatInstant } from "@working-social/kernel";
import type { AuditBooking, AuditEntryView, AuditSlot } from "../schema.ts";

/** An event of the trail, as `AUDIT_ENTRY` selects it. */
export interface AuditRow {
  id: string;
  at: EpochMs;
  actor_name: string;
  action: string;
  subject_type: string;
  subject_id: string;
  subject_name: string | null;
  reason: string | null;
  data: unknown;
  from_name: string | null;
  to_name: string | null;
  resource_name: string | null;
  person_name: string | null;
  starts_at: EpochMs | null;
  ends_at: EpochMs | null;
  time_zone: string | null;
}

/** What has a name, by the type of a subject: names are looked up where they are, so that they are those of today. */
const NAMED = {
  resource: "resources",
  location: "locations",
  booking_rule: "booking_rules",
  rate: "rates",
  cancellation_policy: "cancellation_policies",
  person: "people",
  team: "teams",
  plan: "plans",
  pack: "credit_packs",
  floor: "floors",
  print_device: "print_devices",
  organization: "organizations",
};
const nameCases = Object.entries(NAMED).map(
  ([type, table]) => `WHEN '${type}' THEN (SELECT n.name FROM ${table} n WHERE n.id = e.subject_id)`,
);
const resourceOf = (end: "from" | "to") =>
  `(SELECT n.name FROM resources n WHERE n.id::text = e.data #>> '{${end},resourceId}')`;

/** Of audit_events e, with all that a sentence about the event needs; for the caller's own conditions behind it. */
export const AUDIT_ENTRY = `SELECT e.id, e.at, coalesce(p.name, e.data ->> 'name', e.data ->> 'source', e.actor_kind) AS actor_name,
    e.action, e.subject_type, e.subject_id, e.reason, e.data,
    coalesce(CASE e.subject_type ${nameCases.join(" ")} END, e.data #>> '{created,name}', e.data #>> '{removed,name}',
      CASE WHEN p.id IS NOT NULL THEN e.data ->> 'name' END) AS subject_name,
    CASE WHEN e.action = 'booking.change' THEN ${resourceOf("from")} END AS from_name,
    CASE WHEN e.action = 'booking.change' THEN ${resourceOf("to")} END AS to_name,
    b.resource_name, b.person_name, b.starts_at, b.ends_at, b.time_zone
  FROM audit_events e LEFT JOIN people p ON p.id = e.actor_person_id
  LEFT JOIN LATERAL (SELECT r.name AS resource_name, who.name AS person_name, k.starts_at, k.ends_at, l.time_zone
    FROM bookings k JOIN resources r ON r.id = k.resource_id JOIN locations l ON l.id = k.location_id
    LEFT JOIN people who ON who.id = k.person_id WHERE k.id = e.subject_id AND e.subject_type = 'booking') b ON true`;

export function auditEntry(row: AuditRow): AuditEntryView {
  return {
    id: row.id,
    at: formatInstant(row.at),
    actorName: row.actor_name,
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    changed: changedFields(row.data),
    booking: bookingOf(row),
    moved: movedOf(row),
    credits: creditsOf(row),
    reason: row.reason,
  };
}

/** Of a group of fields (a rule's settings), those in it. */
function changedFields(data: unknown): string[] {
  const changes = fieldOf(data, "changes");
  if (!isRecord(changes)) return [];
  return Object.entries(changes).flatMap(([field, pair]) => {
    const [before, after] = Array.isArray(pair) ? pair : [];
    if (!isRecord(before) || !isRecord(after)) return [field];
    return Object.keys(after).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  });
}

function bookingOf({ resource_name, person_name, starts_at, ends_at, time_zone }: AuditRow): AuditBooking | null {
  if (resource_name === null || starts_at === null || ends_at === null || time_zone === null) return null;
  const slot = { startsAt: formatInstant(starts_at), endsAt: formatInstant(ends_at) };
  return { resourceName: resource_name, personName: person_name, ...slot, timeZone: time_zone };
}

/** Null where the slot stayed what it was, and only words changed. */
function movedOf({ data, from_name, to_name }: AuditRow): AuditEntryView["moved"] {
  const [from, to] = [slotOf(fieldOf(data, "from"), from_name), slotOf(fieldOf(data, "to"), to_name)];
  if (!from || !to || JSON.stringify(fieldOf(data, "from")) === JSON.stringify(fieldOf(data, "to"))) return null;
  return { from, to };
}

function slotOf(value: unknown, resourceName: string | null): AuditSlot | null {
  const [startsAt, endsAt] = [fieldOf(value, "startsAt"), fieldOf(value, "endsAt")];
  return typeof startsAt === "string" && typeof endsAt === "string" ? { resourceName, startsAt, endsAt } : null;
}

function creditsOf({ action, data }: AuditRow): AuditEntryView["credits"] {
  const [unit, currency] = [fieldOf(data, "unit"), fieldOf(data, "currency")];
  const quantity = fieldOf(data, "taken") ?? fieldOf(data, "quantity") ?? fieldOf(data, "limit");
  if (!action.startsWith("credits.") || typeof unit !== "string" || typeof quantity !== "number") return null;
  return { unit, currency: typeof currency === "string" ? currency : null, quantity };
}

function fieldOf(value: unknown, field: string): unknown {
  return isRecord(value) ? value[field] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
