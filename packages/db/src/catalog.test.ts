import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "./testing/index.ts";
import { createEmptyDatabase, createTestDatabase } from "./testing/index.ts";
import { schemaAsSql } from "./migrate.ts";

// Prisma can't see these, so nothing else would notice when a migration drops one.
const CONSTRAINTS = [
  "billing_accounts_of_one_owner",
  "booking_rule_audiences_one_each",
  "booking_rules_positive",
  "bookings_cancelled_at_a_time",
  "bookings_end_after_start",
  "bookings_fee_not_negative",
  "bookings_holds_expire",
  "bookings_kept_credits_listed",
  "bookings_kept_credits_of_cancelled",
  "bookings_kept_credits_positive",
  "bookings_sequence_counts_up",
  "bookings_title_length",
  "bookings_waiting_were_requested",
  "bookings_waived_fees_are_nothing",
  "calendar_feeds_of_one_thing",
  "cancellation_tiers_percent",
  "charge_adjustments_take_usage",
  "charge_lines_billed",
  "charge_lines_data_of_a_code",
  "charge_lines_net_and_tax",
  "charge_lines_not_negative",
  "charge_lines_rate_of_category",
  "charge_lines_service_forward",
  "charge_lines_tax_by_mode",
  "charge_lines_usage",
  "charge_lines_used_somewhere",
  "charges_cause_is_known",
  "charges_currency_code",
  "charges_not_negative",
  "claims_end_after_start",
  "claims_never_overlap",
  "credit_balances_held",
  "credit_balances_never_below_floor",
  "credit_balances_only_overdrafts_owe",
  "credit_entries_move_something",
  "credit_entries_of_a_lot",
  "credit_hold_parts_hold_something",
  "credit_holds_ask_for_something",
  "credit_holds_cause_is_known",
  "credit_lots_end_after_start",
  "credit_lots_money_has_a_currency",
  "credit_lots_of_a_plan",
  "credit_lots_of_kinds",
  "credit_lots_of_one_owner",
  "credit_lots_of_something",
  "credit_lots_prepaid",
  "credit_lots_rollover_cap",
  "credit_lots_scoped",
  "credit_pack_purchases_priced",
  "credit_packs_hold_something",
  "credit_packs_money_has_a_currency",
  "credit_packs_of_kinds",
  "credit_packs_of_something",
  "credit_packs_priced",
  "credit_packs_scoped",
  "credit_periods_of_one_owner",
  "credit_schedules_ask_for_something",
  "credit_schedules_cause_is_known",
  "credit_schedules_priced",
  "credit_schedules_resolved_at_a_time",
  "credit_transfers_ask_for_something",
  "credit_transfers_cause_is_known",
  "credit_transfers_taxed_somewhere",
  "credit_usages_cause_is_known",
  "credit_usages_refunded_once",
  "floor_shapes_are_polygons",
  "floor_shapes_only_spaces_are_booked",
  "floors_size",
  "floors_version_counts_up",
  "locations_currency_code",
  "locations_language_is_a_subtag",
  "locations_region_is_a_subtag",
  "locations_reminders_are_hours",
  "locations_reminders_are_said",
  "locations_tax",
  "locations_zero_tax",
  "opening_exceptions_forward",
  "opening_hours_forward",
  "opening_hours_weekday",
  "pack_redemptions_of_credits",
  "people_email_lower_case",
  "people_hour_cycle_is_known",
  "people_language_is_a_subtag",
  "people_region_is_a_subtag",
  "plan_allowances_money_has_a_currency",
  "plan_allowances_of_kinds",
  "plan_allowances_of_something",
  "plan_allowances_positive",
  "plan_allowances_scoped",
  "print_devices_of_a_size",
  "print_identities_codes_expire",
  "print_identities_of_somebody",
  "print_jobs_are_what_they_say",
  "print_jobs_count_up",
  "print_jobs_have_a_key",
  "print_jobs_have_a_size",
  "print_jobs_of_a_size",
  "print_log_problems_repeat_a_count",
  "print_prices_not_negative",
  "print_prices_of_a_size",
  "quotes_add_up",
  "rates_band_forward",
  "rates_not_negative",
  "rates_weekdays",
  "rates_weekdays_are_said",
  "resources_capacity_positive",
  "resources_features_are_said",
];
const TRIGGERS = [
  "bookings_announced",
  "bookings_give_back_their_credits",
  "bookings_hold_what_they_promise",
  "bookings_know_since_when_they_wait",
  "bookings_know_since_when_they_wait_again",
  "bookings_leave_a_trace",
  "bookings_release_claims",
  "charge_lines_never_below_zero",
  "charge_lines_sum_to_their_charge",
  "charges_sum_their_lines",
  "claims_hold_what_is_promised",
  "credit_balances_announced",
  "credit_entries_move_balances",
  "credit_entries_redeem_packs",
  "credit_hold_parts_are_held",
  "credit_hold_resolutions_give_back",
  "credit_lots_have_a_balance",
  "credit_schedules_promise_to_live_bookings",
  "credit_schedules_resolve_once",
  "credit_transfers_pay_for_live_bookings",
  "credit_transfers_sum_to_zero",
  "factors_added_noted",
  "factors_removed_noted",
  "idempotency_keys_answer_once",
  "locations_keep_their_currency",
  "passkeys_added_noted",
  "passkeys_removed_noted",
  "passwords_changed_noted",
  "passwords_set_noted",
  "people_change_announced",
  "people_end_announced",
  "people_have_a_billing_account",
  "print_jobs_announced",
  "print_jobs_only_rise",
  "sessions_cut_announced",
  "sessions_end_announced",
  "teams_have_a_billing_account",
];
const PARTIAL_INDEXES = [
  "account_changes_untold_idx",
  "bookings_held_until",
  "bookings_waiting_by_start",
  "claims_active_by_unit",
  "credit_balances_alive",
  "credit_lots_of_plans",
  "credit_lots_one_overdraft",
  "credit_packs_one_of_a_name",
  "credit_periods_open_once",
  "credit_schedules_open",
  "floor_shapes_resource_once",
  "floor_shapes_unit_once",
  "idempotency_keys_whole_answers_idx",
  "print_identities_one_pin",
  "print_jobs_exceptions",
  "print_jobs_in_a_queue",
  "print_jobs_waiting",
  "print_kiosks_one_of_a_name",
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const column = async (sql: string) => (await database.owner.query<{ name: string }>(sql)).rows.map((row) => row.name);

describe("what Prisma can't model", () => {
  test("every check and exclusion constraint is there", async () => {
    expect(
      await column(
        "SELECT conname AS name FROM pg_constraint WHERE contype IN ('c', 'x') AND connamespace = 'public'::regnamespace ORDER BY 1",
      ),
    ).toEqual(CONSTRAINTS);
  });
  test("the exclusion is on the unit and the half-open time of unreleased claims", async () => {
    expect(
      await column(
        "SELECT pg_get_constraintdef(oid) AS name FROM pg_constraint WHERE conname = 'claims_never_overlap'",
      ),
    ).toEqual([
      "EXCLUDE USING gist (unit_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE ((released_at IS NULL))",
    ]);
  });
  test("every trigger is there and enabled", async () => {
    expect(
      await column("SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' ORDER BY 1"),
    ).toEqual(TRIGGERS);
  });
  test("every partial index is there", async () => {
    expect(
      await column(
        "SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indpred IS NOT NULL AND NOT i.indisexclusion AND c.relnamespace = 'public'::regnamespace ORDER BY 1",
      ),
    ).toEqual(PARTIAL_INDEXES);
  });
});

describe("row-level security", () => {
  test("every table of an organization is isolated; only sign-in and migrations stand outside", async () => {
    const open = await column(
      "SELECT c.relname AS name FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)) ORDER BY 1",
    );
    expect(open).toEqual([
      "_prisma_migrations",
      "account_changes", // nobody's: read and written by functions
      "accounts",
      "passkeys",
      "sessions",
      "two_factors",
      "users",
      "verifications",
    ]);
  });
  test("the app's role owns nothing, can't log in and can't bypass it", async () => {
    const { rows } = await database.owner.query(
      `SELECT rolname, rolsuper, rolbypassrls, rolcanlogin, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname IN ('working_social_app', 'working_social_sign_in') ORDER BY 1`,
    );
    expect(rows).toEqual(
      ["working_social_app", "working_social_sign_in"].map((rolname) => ({
        rolname,
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        owned: 0,
      })),
    );
  });
  test("a function with its owner's rights looks among temporary tables last, and is nobody's who was not named", async () => {
    const DEFINERS =
      "SELECT proname::text AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace";
    expect((await column(DEFINERS)).length).toBeGreaterThan(15);
    const pinned = `${DEFINERS} AND proconfig @> ARRAY['search_path=public, pg_temp']`;
    expect(await column(`${DEFINERS} EXCEPT ${pinned}`)).toEqual([]);
    // A trigger's function can't be called, whoever may execute it.
    expect(
      await column(
        `${DEFINERS} AND prorettype <> 'trigger'::regtype AND has_function_privilege('public', oid, 'EXECUTE')`,
      ),
    ).toEqual([]);
  });
  test("the app's role reads no user, session or password, and edits no history", async () => {
    const granted = await column(
      `SELECT table_name || '.' || privilege_type AS name FROM information_schema.role_table_grants
       WHERE grantee = 'working_social_app' AND (table_name IN ('users', 'sessions', 'accounts', 'verifications', 'passkeys', 'two_factors', 'account_changes')
         OR (table_name IN ('events', 'quotes') AND privilege_type IN ('UPDATE', 'DELETE'))
         OR (table_name IN ('credit_periods', 'credit_lots', 'credit_transfers', 'credit_entries', 'credit_holds', 'credit_hold_parts', 'credit_hold_resolutions',
           'credit_schedules', 'charges', 'charge_lines', 'charge_adjustments', 'credit_packs', 'credit_pack_purchases') AND privilege_type IN ('UPDATE', 'DELETE'))
         OR (table_name IN ('credit_balances', 'credit_usages', 'pack_redemptions', 'billing_accounts') AND privilege_type <> 'SELECT')
         OR (table_name IN ('bookings', 'claims', 'idempotency_keys') AND privilege_type = 'DELETE'))`,
    );
    expect(granted).toEqual([]);
  });
});

// Prisma's engine can't introspect through a driver adapter, so the two databases are compared by their own catalog.
const PRISMA_OBJECTS = `
  SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name, is_nullable, column_default) AS name FROM information_schema.columns WHERE table_schema = 'public'
  UNION ALL SELECT pg_get_constraintdef(oid) || ' ON ' || conrelid::regclass FROM pg_constraint WHERE contype IN ('f', 'p', 'u') AND connamespace = 'public'::regnamespace
  UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace AND indpred IS NULL AND indexprs IS NULL
  UNION ALL SELECT format('%s %s', enumtypid::regtype, string_agg(enumlabel, ',' ORDER BY enumsortorder)) FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = 'public'::regnamespace GROUP BY enumtypid ORDER BY 1`;

test("prisma/schema and the migrations say the same", async () => {
  const empty = await createEmptyDatabase();
  const other = new pg.Client({ connectionString: empty.url });
  await other.connect();
  try {
    await other.query(await schemaAsSql(empty.url));
    const fromSchema = (await other.query<{ name: string }>(PRISMA_OBJECTS)).rows.map((row) => row.name);
    const fromMigrations = (await column(PRISMA_OBJECTS)).filter((name) => !name.includes("_prisma_migrations"));
    expect(fromSchema).toEqual(fromMigrations);
  } finally {
    await other.end();
    await empty.drop();
  }
});
