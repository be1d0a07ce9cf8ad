-- The audit trail becomes the table of everything that has happened, each event under a name of its domain's closed union, in
-- the past tense: what follows from an event (mails, credits) reads the same row that people read. What names a person, or was
-- typed about one, moves into a table of its own, from which it can be erased: the order of events stays as it was.
ALTER TABLE audit_events RENAME TO events;
ALTER TABLE events RENAME COLUMN action TO name;
ALTER TABLE events DROP CONSTRAINT audit_events_pkey;
ALTER TABLE events ADD CONSTRAINT events_pkey PRIMARY KEY (organization_id, id);
ALTER INDEX audit_events_organization_id_at_idx RENAME TO events_organization_id_at_idx;
ALTER INDEX audit_events_organization_id_subject_type_subject_id_idx RENAME TO events_organization_id_subject_type_subject_id_idx;

CREATE TABLE "event_personal_data" (
    "organization_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "event_personal_data_pkey" PRIMARY KEY ("organization_id", "event_id"),
    CONSTRAINT "event_personal_data_organization_id_event_id_fkey" FOREIGN KEY ("organization_id", "event_id") REFERENCES "events"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Erased as a whole, never rewritten.
GRANT SELECT, INSERT, DELETE ON event_personal_data TO working_social_app;
ALTER TABLE event_personal_data ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON event_personal_data TO working_social_app
  USING (organization_id = (SELECT NULLIF(current_setting('app.organization_id', true), '')::uuid));

-- What was written before, under its new name; whoever was not a person stands under a key of its own.
UPDATE events e SET name = n.new FROM (VALUES
    ('booking.create', 'booking.created'),
    ('booking.hold', 'booking.held'),
    ('booking.expire', 'booking.expired'),
    ('booking.expire_request', 'booking.request_expired'),
    ('booking.release', 'booking.released'),
    ('booking.change', 'booking.changed'),
    ('booking.cancel', 'booking.cancelled'),
    ('booking.cancel_by_house', 'booking.cancelled_by_house'),
    ('booking.decline', 'booking.declined'),
    ('booking.delete', 'booking.deleted'),
    ('booking.approve', 'booking.approved'),
    ('booking.waive_fee', 'booking.fee_waived'),
    ('booking.assign_unit', 'booking.unit_assigned'),
    ('bookings.import', 'bookings.imported'),
    ('location.create', 'location.created'),
    ('location.update', 'location.updated'),
    ('location.set_approval_reminders', 'location.approval_reminders_set'),
    ('location.order_resources', 'location.resources_ordered'),
    ('resource.create', 'resource.created'),
    ('resource.update', 'resource.updated'),
    ('resource.archive', 'resource.archived'),
    ('resource.restore', 'resource.restored'),
    ('floor.create', 'floor.created'),
    ('floor.update', 'floor.updated'),
    ('floor.remove', 'floor.removed'),
    ('feed.create', 'feed.created'),
    ('feed.revoke', 'feed.revoked'),
    ('print_job.release', 'print_job.released'),
    ('print_job.cancel', 'print_job.cancelled'),
    ('print_job.count', 'print_job.counted'),
    ('print_job.refund', 'print_job.refunded'),
    ('print_problem.second_print', 'print_problem.second_print_counted'),
    ('print_problem.dismiss', 'print_problem.dismissed'),
    ('print_user.assign', 'print_user.assigned'),
    ('print_user.forget', 'print_user.forgotten'),
    ('print_pin.make', 'print_pin.made'),
    ('print_kiosk.create', 'print_kiosk.created'),
    ('print_kiosk.revoke', 'print_kiosk.revoked'),
    ('print_device.create', 'print_device.created'),
    ('print_device.replace_token', 'print_device.token_replaced'),
    ('print_device.revoke', 'print_device.revoked'),
    ('credits.buy_pack', 'credits.pack_bought'),
    ('credits.give', 'credits.given'),
    ('credits.take_back', 'credits.taken_back'),
    ('plan.set_allowances', 'plan.allowances_set'),
    ('credits.set_overdraft', 'credits.overdraft_set'),
    ('person.invite', 'person.invited'),
    ('person.update', 'person.updated'),
    ('person.reactivate', 'person.reactivated'),
    ('person.suspend', 'person.suspended'),
    ('person.correct_invitation', 'person.invitation_corrected'),
    ('booking_rule.create', 'booking_rule.created'),
    ('booking_rule.update', 'booking_rule.updated'),
    ('booking_rule.archive', 'booking_rule.archived'),
    ('rate.create', 'rate.created'),
    ('rate.update', 'rate.updated'),
    ('rate.archive', 'rate.archived'),
    ('cancellation_policy.create', 'cancellation_policy.created'),
    ('cancellation_policy.update', 'cancellation_policy.updated'),
    ('cancellation_policy.archive', 'cancellation_policy.archived'),
    ('pack.create', 'pack.created'),
    ('pack.update', 'pack.updated'),
    ('pack.archive', 'pack.archived'),
    ('plan.create', 'plan.created'),
    ('plan.update', 'plan.updated'),
    ('plan.archive', 'plan.archived'),
    ('team.create', 'team.created'),
    ('team.update', 'team.updated'),
    ('team.archive', 'team.archived')
  ) AS n (old, new) WHERE e.name = n.old;
UPDATE events SET data = (data - 'kind' - CASE actor_kind WHEN 'import' THEN 'source' ELSE 'name' END)
    || jsonb_build_object('actor', jsonb_strip_nulls(jsonb_build_object('kind', actor_kind, 'name', data -> 'name', 'source', data -> 'source')))
  WHERE actor_kind <> 'person';

-- Reasons are typed; names, addresses and titles are fields of what was created or changed; users of a copier have the names
-- of their logins.
CREATE FUNCTION personal_of(data jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_strip_nulls(jsonb_build_object('userKey', data -> 'userKey',
    'created', NULLIF((SELECT jsonb_object_agg(key, value) FROM jsonb_each(data -> 'created') WHERE key IN ('name', 'email', 'ownerEmail')), '{}'),
    'changes', NULLIF((SELECT jsonb_object_agg(key, value) FROM jsonb_each(data -> 'changes') WHERE key IN ('name', 'email', 'title')), '{}')))
$$;
INSERT INTO event_personal_data (organization_id, event_id, data)
  SELECT organization_id, id, personal FROM (
    SELECT organization_id, id, CASE WHEN split_part(name, '.', 1) IN ('person', 'organization', 'booking', 'print_user') THEN personal_of(data) ELSE '{}' END
      || CASE WHEN reason IS NULL THEN '{}' ELSE jsonb_build_object('reason', reason) END AS personal FROM events) AS found
  WHERE personal <> '{}';
UPDATE events SET data = data - 'userKey'
    || CASE WHEN data ? 'created' THEN jsonb_build_object('created', (data -> 'created') - 'name' - 'email' - 'ownerEmail') ELSE '{}' END
    || CASE WHEN data ? 'changes' THEN jsonb_build_object('changes', (data -> 'changes') - 'name' - 'email' - 'title') ELSE '{}' END
  WHERE split_part(name, '.', 1) IN ('person', 'organization', 'booking', 'print_user');
ALTER TABLE events DROP COLUMN reason;
DROP FUNCTION personal_of;
