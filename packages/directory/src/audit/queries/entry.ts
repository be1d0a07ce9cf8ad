import type { EpochMs } from "@working-social/kernel";
import { formatInstant } from "@working-social/kernel";
import type { AuditBooking, AuditChange, AuditEntryView, AuditSlot } from "../../schema.ts";

/** An event of the trail, as `AUDIT_ENTRY` selects it. */
export interface AuditRow {
  id: string;
  at: EpochMs;
  actor_kind: string;
  actor_name: string;
  name: string;
  subject_type: string;
  subject_id: string;
  subject_name: string | null;
  data: unknown;
  personal: unknown;
  currency: string | null;
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

/** Who it was: a person or a device by the name of today, else a job, a file, or what wrote it before there were kinds of actors. */
const ACTOR_NAME = `coalesce(p.name,
    CASE e.data #>> '{actor,device}'
      WHEN 'kiosk' THEN (SELECT n.name FROM print_kiosks n WHERE n.id = (e.data #>> '{actor,deviceId}')::uuid)
      WHEN 'print_agent' THEN (SELECT n.name FROM print_devices n WHERE n.id = (e.data #>> '{actor,deviceId}')::uuid) END,
    e.data #>> '{actor,job}', e.data #>> '{actor,name}', e.data #>> '{actor,source}', e.actor_kind)`;

/** Of events e, with all that a sentence about one needs; for the caller's own conditions behind it. */
export const AUDIT_ENTRY = `SELECT e.id, e.at, e.actor_kind, ${ACTOR_NAME} AS actor_name,
    e.name, e.subject_type, e.subject_id, e.data, o.data AS personal,
    coalesce(CASE e.subject_type ${nameCases.join(" ")} END, o.data #>> '{created,name}', e.data #>> '{created,name}',
      e.data #>> '{removed,name}', e.data ->> 'name') AS subject_name,
    CASE WHEN e.name = 'booking.changed' THEN ${resourceOf("from")} END AS from_name,
    CASE WHEN e.name = 'booking.changed' THEN ${resourceOf("to")} END AS to_name,
    CASE e.subject_type WHEN 'rate' THEN (SELECT l.currency FROM rates r JOIN locations l ON l.id = r.location_id WHERE r.id = e.subject_id)
      WHEN 'pack' THEN (SELECT k.price_currency FROM credit_packs k WHERE k.id = e.subject_id) END AS currency,
    b.resource_name, b.person_name, b.starts_at, b.ends_at, b.time_zone
  FROM events e LEFT JOIN event_personal_data o ON o.organization_id = e.organization_id AND o.event_id = e.id
  LEFT JOIN people p ON p.id = e.actor_person_id
  LEFT JOIN LATERAL (SELECT r.name AS resource_name, who.name AS person_name, k.starts_at, k.ends_at, l.time_zone
    FROM bookings k JOIN resources r ON r.id = k.resource_id JOIN locations l ON l.id = k.location_id
    LEFT JOIN people who ON who.id = k.person_id WHERE k.id = e.subject_id AND e.subject_type = 'booking') b ON true`;

export function auditEntry(row: AuditRow): AuditEntryView {
  return {
    id: row.id,
    at: formatInstant(row.at),
    actorKind: row.actor_kind,
    actorName: row.actor_name,
    event: row.name,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    subjectName: row.subject_name,
    changes: [...changesOf(row.data), ...changesOf(row.personal)],
    currency: row.currency,
    booking: bookingOf(row),
    moved: movedOf(row),
    credits: creditsOf(row),
    reason: reasonOf(row.personal),
  };
}

/** Of a group of fields (a rule's settings), those in it. */
function changesOf(data: unknown): AuditChange[] {
  const changes = fieldOf(data, "changes");
  if (!isRecord(changes)) return [];
  return Object.entries(changes).flatMap(([field, pair]) => {
    const [before, after]: unknown[] = Array.isArray(pair) ? pair : [];
    if (!isRecord(before) || !isRecord(after)) return [{ field, before, after }];
    return Object.keys(after)
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => ({ field: key, before: before[key], after: after[key] }));
  });
}

function reasonOf(personal: unknown): string | null {
  const reason = fieldOf(personal, "reason");
  return typeof reason === "string" ? reason : null;
}

function bookingOf({ resource_name, person_name, starts_at, ends_at, time_zone }: AuditRow): AuditBooking | null {
  if (resource_name === null || starts_at === null || ends_at === null || time_zone === null) return null;
  const slot = { startsAt: formatInstant(starts_at), endsAt: formatInstant(ends_at) };
  return { resourceName: resource_name, personName: person_name, ...slot, timeZone: time_zone };
}

/** Null where the slot stayed what it was, and only words changed. */
function movedOf({ data, from_name, to_name }: AuditRow): AuditEntryView["moved"] {
  const [before, after] = [fieldOf(data, "from"), fieldOf(data, "to")];
  const [from, to] = [slotOf(before, from_name), slotOf(after, to_name)];
  if (!from || !to) return null;
  const isSame = ["resourceId", "startsAt", "endsAt"].every(
    (field) => fieldOf(before, field) === fieldOf(after, field),
  );
  return isSame ? null : { from, to };
}

function slotOf(value: unknown, resourceName: string | null): AuditSlot | null {
  const [startsAt, endsAt] = [fieldOf(value, "startsAt"), fieldOf(value, "endsAt")];
  return typeof startsAt === "string" && typeof endsAt === "string" ? { resourceName, startsAt, endsAt } : null;
}

function creditsOf({ name, data }: AuditRow): AuditEntryView["credits"] {
  const [unit, currency] = [fieldOf(data, "unit"), fieldOf(data, "currency")];
  const quantity = fieldOf(data, "taken") ?? fieldOf(data, "quantity") ?? fieldOf(data, "limit");
  if (!name.startsWith("credits.") || typeof unit !== "string" || typeof quantity !== "number") return null;
  return { unit, currency: typeof currency === "string" ? currency : null, quantity };
}

function fieldOf(value: unknown, field: string): unknown {
  return isRecord(value) ? value[field] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
