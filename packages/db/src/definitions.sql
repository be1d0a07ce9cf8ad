ALTER TABLE billing_accounts ADD CONSTRAINT billing_accounts_of_one_owner CHECK ((num_nonnulls(person_id, team_id) = 1));
ALTER TABLE billing_contacts ADD CONSTRAINT billing_contacts_email_lower_case CHECK ((email = lower(email)));
ALTER TABLE billing_details ADD CONSTRAINT billing_details_country_code CHECK ((country ~ '^[A-Z]{2}$'::text));
ALTER TABLE billing_details ADD CONSTRAINT billing_details_electronic_address_has_a_scheme CHECK ((num_nonnulls(electronic_address, electronic_scheme) = ANY (ARRAY[0, 2])));
ALTER TABLE billing_details ADD CONSTRAINT billing_details_language_is_a_subtag CHECK ((language ~ '^[a-z]{2,3}$'::text));
ALTER TABLE billing_details ADD CONSTRAINT billing_details_payment_days CHECK (((payment_days >= 0) AND (payment_days <= 365)));
ALTER TABLE billing_run_accounts ADD CONSTRAINT billing_run_accounts_say_why CHECK (((outcome = 'held_back'::billing_run_outcome) = (problem IS NOT NULL)));
ALTER TABLE billing_runs ADD CONSTRAINT billing_runs_end_when_done CHECK (((status = 'done'::billing_run_status) = (finished_at IS NOT NULL)));
ALTER TABLE booking_rule_audiences ADD CONSTRAINT booking_rule_audiences_one_each CHECK ((num_nonnulls(plan_id, team_id, role) = 1));
ALTER TABLE booking_rules ADD CONSTRAINT booking_rules_positive CHECK (((granularity_minutes > 0) AND (hold_minutes > 0) AND (LEAST(min_length_minutes, max_length_minutes, min_notice_minutes, window_days, buffer_before_minutes, buffer_after_minutes, max_concurrent_per_person, max_concurrent_per_team, max_minutes_per_day_per_person, max_minutes_per_day_per_team, max_upcoming_per_person, max_upcoming_per_team) >= 0)));
ALTER TABLE bookings ADD CONSTRAINT bookings_cancelled_at_a_time CHECK (((status <> 'cancelled'::booking_status) OR (cancelled_at IS NOT NULL)));
ALTER TABLE bookings ADD CONSTRAINT bookings_end_after_start CHECK ((ends_at > starts_at));
ALTER TABLE bookings ADD CONSTRAINT bookings_fee_not_negative CHECK ((cancellation_fee_minor >= 0));
ALTER TABLE bookings ADD CONSTRAINT bookings_holds_expire CHECK (((status = 'held'::booking_status) = (hold_expires_at IS NOT NULL)));
ALTER TABLE bookings ADD CONSTRAINT bookings_kept_credits_listed CHECK ((jsonb_typeof(cancellation_fee_credits) = 'array'::text));
ALTER TABLE bookings ADD CONSTRAINT bookings_kept_credits_of_cancelled CHECK (((cancellation_fee_credits IS NULL) OR (status = 'cancelled'::booking_status)));
ALTER TABLE bookings ADD CONSTRAINT bookings_kept_credits_positive CHECK ((NOT jsonb_path_exists(cancellation_fee_credits, '$[*]?(!(@."quantity" > 0) || !(exists (@."unit")))'::jsonpath)));
ALTER TABLE bookings ADD CONSTRAINT bookings_sequence_counts_up CHECK ((sequence >= 0));
ALTER TABLE bookings ADD CONSTRAINT bookings_title_length CHECK ((char_length(title) <= 500));
ALTER TABLE bookings ADD CONSTRAINT bookings_waiting_were_requested CHECK (((status <> 'pending_approval'::booking_status) OR (requested_at IS NOT NULL)));
ALTER TABLE bookings ADD CONSTRAINT bookings_waived_fees_are_nothing CHECK (((fee_waived_because IS NULL) OR ((status = 'cancelled'::booking_status) AND (cancellation_fee_minor = 0) AND (cancellation_fee_credits IS NULL) AND ((length(fee_waived_because) >= 1) AND (length(fee_waived_because) <= 120)))));
ALTER TABLE calendar_feeds ADD CONSTRAINT calendar_feeds_of_one_thing CHECK ((num_nonnulls(resource_id, location_id) <= 1));
ALTER TABLE cancellation_tiers ADD CONSTRAINT cancellation_tiers_percent CHECK ((((fee_percent >= 0) AND (fee_percent <= 100)) AND (hours_before >= 0)));
ALTER TABLE charge_adjustments ADD CONSTRAINT charge_adjustments_take_usage CHECK ((quantity >= 0));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_billed CHECK (((billed_quantity > 0) AND (unit_code = ANY (ARRAY['C62'::text, 'MIN'::text, 'HUR'::text, 'DAY'::text, 'MON'::text]))));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_data_of_a_code CHECK ((jsonb_typeof(data) = 'object'::text));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_net_and_tax CHECK (((amount_minor = (net_minor + tax_minor)) AND (net_minor >= 0) AND (tax_minor >= 0)));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_not_negative CHECK ((amount_minor >= 0));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_rate_of_category CHECK ((((tax_basis_points >= 0) AND (tax_basis_points <= 10000)) AND
CASE
    WHEN (tax_category = 'S'::tax_category) THEN (tax_basis_points > 0)
    WHEN (tax_category = ANY (ARRAY['L'::tax_category, 'M'::tax_category])) THEN true
    ELSE (tax_basis_points = 0)
END));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_service_forward CHECK ((service_until > service_from));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_tax_by_mode CHECK (((tax_minor)::numeric =
CASE price_mode
    WHEN 'net'::price_mode THEN div(((((2)::numeric * (net_minor)::numeric) * (tax_basis_points)::numeric) + (10000)::numeric), (20000)::numeric)
    ELSE div((((((2)::numeric * (amount_minor)::numeric) * (tax_basis_points)::numeric) + (10000)::numeric) + (tax_basis_points)::numeric), ((2)::numeric * ((10000 + tax_basis_points))::numeric))
END));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_usage CHECK (((num_nonnulls(unit, quantity, used_at) = ANY (ARRAY[0, 3])) AND (quantity > 0)));
ALTER TABLE charge_lines ADD CONSTRAINT charge_lines_used_somewhere CHECK (((resource_id IS NULL) OR ((resource_kind IS NOT NULL) AND (location_id IS NOT NULL))));
ALTER TABLE charged_days ADD CONSTRAINT charged_days_forward CHECK ((until_day > from_day));
ALTER TABLE charged_days ADD CONSTRAINT charged_days_once EXCLUDE USING gist (contract_line_id WITH =, kind WITH =, daterange(from_day, until_day) WITH &&) WHERE ((returned_by_line_id IS NULL));
ALTER TABLE charges ADD CONSTRAINT charges_cause_is_known CHECK ((cause_type = ANY (ARRAY['booking'::text, 'print_job'::text, 'pack_purchase'::text, 'plan'::text, 'by_hand'::text, 'lot'::text, 'overdraft'::text])));
ALTER TABLE charges ADD CONSTRAINT charges_currency_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE charges ADD CONSTRAINT charges_not_negative CHECK ((amount_minor >= 0));
ALTER TABLE claims ADD CONSTRAINT claims_end_after_start CHECK ((ends_at > starts_at));
ALTER TABLE claims ADD CONSTRAINT claims_never_overlap EXCLUDE USING gist (unit_id WITH =, tstzrange(starts_at, ends_at, '[)'::text) WITH &&) WHERE ((released_at IS NULL));
ALTER TABLE contract_discounts ADD CONSTRAINT contract_discounts_discount CHECK ((((basis_points >= 0) AND (basis_points <= 10000)) AND (amount_minor >= 0) AND (free_periods >= 0) AND (periods >= 1) AND (from_period >= 0)));
ALTER TABLE contract_lines ADD CONSTRAINT contract_lines_of_a_kind CHECK (
CASE kind
    WHEN 'plan'::contract_line_kind THEN (num_nonnulls(resource_id, unit_id, description) = 0)
    WHEN 'letting'::contract_line_kind THEN (num_nonnulls(resource_id, unit_id) = 2)
    ELSE ((description IS NOT NULL) AND (num_nonnulls(resource_id, unit_id) = 0))
END);
ALTER TABLE contract_pauses ADD CONSTRAINT contract_pauses_end_after_start CHECK ((until_day > starts_on));
ALTER TABLE contract_terms ADD CONSTRAINT contract_terms_not_negative CHECK ((unit_price_minor >= 0));
ALTER TABLE contract_terms ADD CONSTRAINT contract_terms_quantity CHECK (((quantity >= 0) AND (quantity <= 100000)));
ALTER TABLE contracts ADD CONSTRAINT contracts_bill_what_they_cover CHECK ((bill_from >= starts_on));
ALTER TABLE contracts ADD CONSTRAINT contracts_billing_day CHECK (((billing_day >= 1) AND (billing_day <= 28)));
ALTER TABLE contracts ADD CONSTRAINT contracts_currency_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE contracts ADD CONSTRAINT contracts_end_after_start CHECK ((ends_on >= starts_on));
ALTER TABLE contracts ADD CONSTRAINT contracts_interval CHECK ((interval_months = ANY (ARRAY[1, 3, 12])));
ALTER TABLE contracts ADD CONSTRAINT contracts_notice CHECK ((LEAST(notice_days, notice_months, minimum_months) >= 0));
ALTER TABLE contracts ADD CONSTRAINT contracts_of_one_holder CHECK ((num_nonnulls(person_id, team_id) = 1));
ALTER TABLE contracts ADD CONSTRAINT contracts_one_membership EXCLUDE USING gist (holder_id WITH =, daterange(starts_on, ends_on, '[]'::text) WITH &&) WHERE (((kind = 'membership'::contract_kind) AND (withdrawn_at IS NULL)));
ALTER TABLE coupons ADD CONSTRAINT coupons_discount CHECK ((((basis_points >= 0) AND (basis_points <= 10000)) AND (amount_minor >= 0) AND (free_periods >= 0) AND (periods >= 1) AND (max_uses >= 1) AND ((amount_minor > 0) = (currency IS NOT NULL)) AND ((basis_points > 0) OR (amount_minor > 0) OR (free_periods > 0))));
ALTER TABLE coupons ADD CONSTRAINT coupons_upper_case CHECK (((code = upper(code)) AND (code <> ''::text)));
ALTER TABLE credit_balances ADD CONSTRAINT credit_balances_held CHECK ((held >= 0));
ALTER TABLE credit_balances ADD CONSTRAINT credit_balances_never_below_floor CHECK (((balance - held) >= floor));
ALTER TABLE credit_balances ADD CONSTRAINT credit_balances_only_overdrafts_owe CHECK (((floor = 0) OR (is_overdraft AND (floor < 0))));
ALTER TABLE credit_entries ADD CONSTRAINT credit_entries_move_something CHECK ((quantity <> 0));
ALTER TABLE credit_entries ADD CONSTRAINT credit_entries_of_a_lot CHECK (((account = 'lot'::credit_account) = (lot_id IS NOT NULL)));
ALTER TABLE credit_hold_parts ADD CONSTRAINT credit_hold_parts_hold_something CHECK ((quantity > 0));
ALTER TABLE credit_holds ADD CONSTRAINT credit_holds_ask_for_something CHECK ((requested > 0));
ALTER TABLE credit_holds ADD CONSTRAINT credit_holds_cause_is_known CHECK ((cause_type = ANY (ARRAY['booking'::text, 'print_job'::text, 'pack_purchase'::text, 'plan'::text, 'by_hand'::text, 'lot'::text, 'overdraft'::text])));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_end_after_start CHECK ((expires_at > starts_at));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_money_has_a_currency CHECK (((unit = 'money'::credit_unit) = (currency IS NOT NULL)));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_of_a_plan CHECK (((source = ANY (ARRAY['plan'::credit_source, 'rollover'::credit_source])) = (plan_id IS NOT NULL)));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_of_kinds CHECK ((resource_kinds <@ ARRAY['room'::text, 'booth'::text, 'hot_desk'::text, 'dedicated_desk'::text, 'equipment'::text]));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_of_one_owner CHECK ((num_nonnulls(person_id, team_id) = 1));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_of_something CHECK (((array_position(resource_ids, NULL::uuid) IS NULL) AND (array_position(location_ids, NULL::uuid) IS NULL)));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_prepaid CHECK (((num_nonnulls(prepaid_minor, prepaid_currency, prepaid_quantity) = ANY (ARRAY[0, 3])) AND (prepaid_minor > 0) AND (prepaid_quantity > 0) AND (prepaid_currency ~ '^[A-Z]{3}$'::text)));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_rollover_cap CHECK ((rollover_cap >= 0));
ALTER TABLE credit_lots ADD CONSTRAINT credit_lots_scoped CHECK ((num_nulls(resource_ids, resource_kinds, location_ids) = 0));
ALTER TABLE credit_pack_purchases ADD CONSTRAINT credit_pack_purchases_priced CHECK ((price_minor >= 0));
ALTER TABLE credit_packs ADD CONSTRAINT credit_packs_hold_something CHECK (((quantity > 0) AND (valid_days > 0)));
ALTER TABLE credit_packs ADD CONSTRAINT credit_packs_money_has_a_currency CHECK (((unit = 'money'::credit_unit) = (currency IS NOT NULL)));
ALTER TABLE credit_packs ADD CONSTRAINT credit_packs_of_kinds CHECK ((resource_kinds <@ ARRAY['room'::text, 'booth'::text, 'hot_desk'::text, 'dedicated_desk'::text, 'equipment'::text]));
ALTER TABLE credit_packs ADD CONSTRAINT credit_packs_of_something CHECK (((array_position(resource_ids, NULL::uuid) IS NULL) AND (array_position(location_ids, NULL::uuid) IS NULL)));
ALTER TABLE credit_packs ADD CONSTRAINT credit_packs_priced CHECK (((price_minor >= 0) AND (price_currency ~ '^[A-Z]{3}$'::text)));
ALTER TABLE credit_packs ADD CONSTRAINT credit_packs_scoped CHECK ((num_nulls(resource_ids, resource_kinds, location_ids) = 0));
ALTER TABLE credit_periods ADD CONSTRAINT credit_periods_of_one_owner CHECK ((num_nonnulls(person_id, team_id) = 1));
ALTER TABLE credit_schedules ADD CONSTRAINT credit_schedules_ask_for_something CHECK ((quantity > 0));
ALTER TABLE credit_schedules ADD CONSTRAINT credit_schedules_cause_is_known CHECK ((cause_type = ANY (ARRAY['booking'::text, 'print_job'::text, 'pack_purchase'::text, 'plan'::text, 'by_hand'::text, 'lot'::text, 'overdraft'::text])));
ALTER TABLE credit_schedules ADD CONSTRAINT credit_schedules_priced CHECK (((price_minor >= 0) AND ((price_minor IS NULL) = (price_currency IS NULL))));
ALTER TABLE credit_schedules ADD CONSTRAINT credit_schedules_resolved_at_a_time CHECK (((outcome IS NULL) = (resolved_at IS NULL)));
ALTER TABLE credit_transfers ADD CONSTRAINT credit_transfers_ask_for_something CHECK ((requested > 0));
ALTER TABLE credit_transfers ADD CONSTRAINT credit_transfers_cause_is_known CHECK ((cause_type = ANY (ARRAY['booking'::text, 'print_job'::text, 'pack_purchase'::text, 'plan'::text, 'by_hand'::text, 'lot'::text, 'overdraft'::text])));
ALTER TABLE credit_transfers ADD CONSTRAINT credit_transfers_taxed_somewhere CHECK ((num_nonnulls(location_id, tax_category, tax_basis_points) = ANY (ARRAY[0, 3])));
ALTER TABLE credit_usages ADD CONSTRAINT credit_usages_cause_is_known CHECK ((cause_type = ANY (ARRAY['booking'::text, 'print_job'::text, 'pack_purchase'::text, 'plan'::text, 'by_hand'::text, 'lot'::text, 'overdraft'::text])));
ALTER TABLE credit_usages ADD CONSTRAINT credit_usages_refunded_once CHECK ((quantity >= 0));
ALTER TABLE floor_shapes ADD CONSTRAINT floor_shapes_are_polygons CHECK (((points IS NOT NULL) AND (array_ndims(points) = 1) AND ((cardinality(points) >= 6) AND (cardinality(points) <= 4000)) AND ((cardinality(points) % 2) = 0) AND (array_position(points, NULL::integer) IS NULL) AND (0 <= ALL (points)) AND (100000 >= ALL (points))));
ALTER TABLE floor_shapes ADD CONSTRAINT floor_shapes_only_spaces_are_booked CHECK ((((resource_id IS NULL) OR (kind = 'space'::floor_shape_kind)) AND ((unit_id IS NULL) OR (resource_id IS NOT NULL))));
ALTER TABLE floors ADD CONSTRAINT floors_size CHECK ((((width_cm >= 100) AND (width_cm <= 100000)) AND ((height_cm >= 100) AND (height_cm <= 100000))));
ALTER TABLE floors ADD CONSTRAINT floors_version_counts_up CHECK ((version >= 1));
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_data_of_a_code CHECK ((jsonb_typeof(data) = 'object'::text));
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_of_a_period CHECK ((num_nonnulls(contract_line_id, charge_kind, period_from, period_until, price_minor, agreed_price_minor) = ANY (ARRAY[0, 6])));
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_of_one_cause CHECK ((num_nonnulls(charge_kind, charge_line_id, adjustment_id, item_id, credits_line_id) = 1));
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_quantity CHECK (((quantity > 0) AND (unit_code = ANY (ARRAY['C62'::text, 'MIN'::text, 'HUR'::text, 'DAY'::text, 'MON'::text]))));
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_rate_of_category CHECK ((((tax_basis_points >= 0) AND (tax_basis_points <= 10000)) AND
CASE
    WHEN (tax_category = 'S'::tax_category) THEN (tax_basis_points > 0)
    WHEN (tax_category = ANY (ARRAY['L'::tax_category, 'M'::tax_category])) THEN true
    ELSE (tax_basis_points = 0)
END));
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_return_contract_days CHECK (((returns_line_id IS NULL) OR ((charge_kind IS NOT NULL) AND (amount_minor <= 0))));
ALTER TABLE invoice_lines ADD CONSTRAINT invoice_lines_service_forward CHECK ((service_until > service_from));
ALTER TABLE invoices ADD CONSTRAINT invoices_add_up CHECK ((due_minor = ((net_minor + tax_minor) + rounding_minor)));
ALTER TABLE invoices ADD CONSTRAINT invoices_correct_with_a_reason CHECK (((corrects_id IS NULL) OR ((kind = 'credit_note'::document_kind) AND (reason IS NOT NULL))));
ALTER TABLE invoices ADD CONSTRAINT invoices_currency_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE invoices ADD CONSTRAINT invoices_due_after_issue CHECK ((due_date >= issue_date));
ALTER TABLE invoices ADD CONSTRAINT invoices_hashed CHECK (((hash ~ '^[0-9a-f]{64}$'::text) AND (previous_hash ~ '^([0-9a-f]{64})?$'::text)));
ALTER TABLE invoices ADD CONSTRAINT invoices_never_ask_less_than_nothing CHECK ((due_minor >= 0));
ALTER TABLE invoices ADD CONSTRAINT invoices_round_gross_only CHECK (((price_mode = 'gross'::price_mode) OR (rounding_minor = 0)));
ALTER TABLE invoices ADD CONSTRAINT invoices_service_forward CHECK ((service_until > service_from));
ALTER TABLE journal_postings ADD CONSTRAINT journal_postings_currency_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE journal_postings ADD CONSTRAINT journal_postings_move_something CHECK ((amount_minor <> 0));
ALTER TABLE journal_postings ADD CONSTRAINT journal_postings_say_of_what CHECK (((account <> ALL (ARRAY['revenue'::ledger_account, 'deferred_revenue'::ledger_account])) OR (product_kind IS NOT NULL)));
ALTER TABLE journal_postings ADD CONSTRAINT journal_postings_say_which_tax CHECK (((account = 'tax_payable'::ledger_account) = (num_nonnulls(tax_category, tax_basis_points) = 2)));
ALTER TABLE journal_postings ADD CONSTRAINT journal_postings_say_whose CHECK (((account <> ALL (ARRAY['receivable'::ledger_account, 'deposits_held'::ledger_account])) OR (billing_account_id IS NOT NULL)));
ALTER TABLE locations ADD CONSTRAINT locations_currency_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE locations ADD CONSTRAINT locations_language_is_a_subtag CHECK ((language ~ '^[a-z]{2,3}$'::text));
ALTER TABLE locations ADD CONSTRAINT locations_region_is_a_subtag CHECK ((region ~ '^([A-Z]{2}|[0-9]{3})$'::text));
ALTER TABLE locations ADD CONSTRAINT locations_reminders_are_hours CHECK (((approval_reminder_hours IS NOT NULL) AND (cardinality(approval_reminder_hours) <= 5) AND (1 <= ALL (approval_reminder_hours)) AND (168 >= ALL (approval_reminder_hours))));
ALTER TABLE locations ADD CONSTRAINT locations_reminders_are_said CHECK ((array_position(approval_reminder_hours, NULL::integer) IS NULL));
ALTER TABLE locations ADD CONSTRAINT locations_tax CHECK (((tax_basis_points >= 0) AND (tax_basis_points <= 10000)));
ALTER TABLE locations ADD CONSTRAINT locations_zero_tax CHECK ((zero_tax_category = ANY (ARRAY['Z'::tax_category, 'E'::tax_category, 'O'::tax_category])));
ALTER TABLE number_counters ADD CONSTRAINT number_counters_begin_at_one CHECK ((last_number >= 1));
ALTER TABLE number_series ADD CONSTRAINT number_series_pattern_has_a_number CHECK (((pattern ~ '\{N{1,9}\}'::text) AND (char_length(pattern) <= 40)));
ALTER TABLE one_off_items ADD CONSTRAINT one_off_items_currency_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE one_off_items ADD CONSTRAINT one_off_items_quantity CHECK (((quantity >= 1) AND (quantity <= 100000)));
ALTER TABLE one_off_items ADD CONSTRAINT one_off_items_service_forward CHECK ((service_until > service_from));
ALTER TABLE opening_exceptions ADD CONSTRAINT opening_exceptions_forward CHECK ((((opens_minute IS NULL) AND (closes_minute IS NULL)) OR (((opens_minute >= 0) AND (opens_minute <= 1439)) AND (closes_minute > opens_minute) AND (closes_minute <= 2880))));
ALTER TABLE opening_hours ADD CONSTRAINT opening_hours_forward CHECK ((((opens_minute >= 0) AND (opens_minute <= 1439)) AND (closes_minute > opens_minute) AND (closes_minute <= 2880)));
ALTER TABLE opening_hours ADD CONSTRAINT opening_hours_weekday CHECK (((weekday >= 1) AND (weekday <= 7)));
ALTER TABLE pack_redemptions ADD CONSTRAINT pack_redemptions_of_credits CHECK (((quantity <> 0) AND (((amount_minor)::double precision * sign((quantity)::double precision)) >= (0)::double precision)));
ALTER TABLE people ADD CONSTRAINT people_email_lower_case CHECK ((email = lower(email)));
ALTER TABLE people ADD CONSTRAINT people_hour_cycle_is_known CHECK ((hour_cycle = ANY (ARRAY['h12'::text, 'h23'::text])));
ALTER TABLE people ADD CONSTRAINT people_language_is_a_subtag CHECK ((language ~ '^[a-z]{2,3}$'::text));
ALTER TABLE people ADD CONSTRAINT people_region_is_a_subtag CHECK ((region ~ '^([A-Z]{2}|[0-9]{3})$'::text));
ALTER TABLE plan_allowances ADD CONSTRAINT plan_allowances_money_has_a_currency CHECK (((unit = 'money'::credit_unit) = (currency IS NOT NULL)));
ALTER TABLE plan_allowances ADD CONSTRAINT plan_allowances_of_kinds CHECK ((resource_kinds <@ ARRAY['room'::text, 'booth'::text, 'hot_desk'::text, 'dedicated_desk'::text, 'equipment'::text]));
ALTER TABLE plan_allowances ADD CONSTRAINT plan_allowances_of_something CHECK (((array_position(resource_ids, NULL::uuid) IS NULL) AND (array_position(location_ids, NULL::uuid) IS NULL)));
ALTER TABLE plan_allowances ADD CONSTRAINT plan_allowances_positive CHECK (((quantity > 0) AND (rollover_cap >= 0)));
ALTER TABLE plan_allowances ADD CONSTRAINT plan_allowances_scoped CHECK ((num_nulls(resource_ids, resource_kinds, location_ids) = 0));
ALTER TABLE plan_prices ADD CONSTRAINT plan_prices_not_negative CHECK (((price_minor >= 0) AND (from_period >= 0)));
ALTER TABLE plan_versions ADD CONSTRAINT plan_versions_currency_code CHECK ((currency ~ '^[A-Z]{3}$'::text));
ALTER TABLE plan_versions ADD CONSTRAINT plan_versions_interval CHECK ((interval_months = ANY (ARRAY[0, 1, 3, 12])));
ALTER TABLE plan_versions ADD CONSTRAINT plan_versions_not_negative CHECK ((LEAST(setup_fee_minor, deposit_minor, (notice_days)::bigint, (notice_months)::bigint, (minimum_months)::bigint) >= 0));
ALTER TABLE print_devices ADD CONSTRAINT print_devices_of_a_size CHECK ((default_paper_size = ANY (ARRAY['A4'::text, 'A3'::text, 'A5'::text, 'Letter'::text, 'Legal'::text, 'Tabloid'::text, 'other'::text])));
ALTER TABLE print_identities ADD CONSTRAINT print_identities_codes_expire CHECK (((kind = 'code'::print_identity_kind) = (expires_at IS NOT NULL)));
ALTER TABLE print_identities ADD CONSTRAINT print_identities_of_somebody CHECK (((person_id IS NOT NULL) OR (kind = ANY (ARRAY['user_name'::print_identity_kind, 'email'::print_identity_kind]))));
ALTER TABLE print_jobs ADD CONSTRAINT print_jobs_are_what_they_say CHECK (
CASE status
    WHEN 'held'::print_job_status THEN ((person_id IS NOT NULL) AND (expires_at IS NOT NULL))
    WHEN 'released'::print_job_status THEN ((person_id IS NOT NULL) AND (expires_at IS NOT NULL) AND (released_at IS NOT NULL))
    WHEN 'settled'::print_job_status THEN ((person_id IS NOT NULL) AND (price_minor IS NOT NULL) AND (counted_sides IS NOT NULL) AND (settled_at IS NOT NULL) AND (hold_id IS NULL))
    WHEN 'unassigned'::print_job_status THEN ((person_id IS NULL) AND (hold_id IS NULL))
    WHEN 'house'::print_job_status THEN ((person_id IS NULL) AND (credits_used = 0) AND (money_minor = 0))
    ELSE (hold_id IS NULL)
END);
ALTER TABLE print_jobs ADD CONSTRAINT print_jobs_count_up CHECK ((((estimated_sides >= 0) AND (estimated_sides <= 100000)) AND ((counted_sides >= 0) AND (counted_sides <= 100000)) AND ((copies >= 1) AND (copies <= 9999)) AND (price_minor >= 0) AND (held_credits >= 0) AND (credits_used >= 0) AND (money_minor >= 0)));
ALTER TABLE print_jobs ADD CONSTRAINT print_jobs_have_a_key CHECK (((submit_key IS NOT NULL) OR (print_key IS NOT NULL)));
ALTER TABLE print_jobs ADD CONSTRAINT print_jobs_have_a_size CHECK ((num_nonnulls(counted_sides, estimated_sides) >= 1));
ALTER TABLE print_jobs ADD CONSTRAINT print_jobs_of_a_size CHECK ((paper_size = ANY (ARRAY['A4'::text, 'A3'::text, 'A5'::text, 'Letter'::text, 'Legal'::text, 'Tabloid'::text, 'other'::text])));
ALTER TABLE print_log_problems ADD CONSTRAINT print_log_problems_repeat_a_count CHECK ((((repeats_key IS NULL) = (repeated_sides IS NULL)) AND ((repeated_sides >= 0) AND (repeated_sides <= 100000))));
ALTER TABLE print_prices ADD CONSTRAINT print_prices_not_negative CHECK (((price_minor >= 0) AND ((credits_per_side >= 0) AND (credits_per_side <= 100))));
ALTER TABLE print_prices ADD CONSTRAINT print_prices_of_a_size CHECK ((paper_size = ANY (ARRAY['A4'::text, 'A3'::text, 'A5'::text, 'Letter'::text, 'Legal'::text, 'Tabloid'::text, 'other'::text])));
ALTER TABLE products ADD CONSTRAINT products_items_have_names CHECK (((kind = 'item'::product_kind) = (name IS NOT NULL)));
ALTER TABLE products ADD CONSTRAINT products_of_kinds_stay CHECK (((kind = 'item'::product_kind) OR (archived_at IS NULL)));
ALTER TABLE products ADD CONSTRAINT products_priced CHECK (((num_nonnulls(price_minor, currency) = ANY (ARRAY[0, 2])) AND (currency ~ '^[A-Z]{3}$'::text)));
ALTER TABLE products ADD CONSTRAINT products_unit_code CHECK ((unit_code = ANY (ARRAY['C62'::text, 'MIN'::text, 'HUR'::text, 'DAY'::text, 'MON'::text])));
ALTER TABLE quotes ADD CONSTRAINT quotes_add_up CHECK ((((subtotal_minor + tax_minor) = total_minor) AND (total_minor >= 0)));
ALTER TABLE rates ADD CONSTRAINT rates_band_forward CHECK (((band_from_minute >= 0) AND (band_to_minute > band_from_minute) AND (band_to_minute <= 1440)));
ALTER TABLE rates ADD CONSTRAINT rates_not_negative CHECK (((price_minor >= 0) AND (minimum_charge_minor >= 0)));
ALTER TABLE rates ADD CONSTRAINT rates_weekdays CHECK ((weekdays <@ ARRAY[(1)::smallint, (2)::smallint, (3)::smallint, (4)::smallint, (5)::smallint, (6)::smallint, (7)::smallint]));
ALTER TABLE rates ADD CONSTRAINT rates_weekdays_are_said CHECK ((weekdays IS NOT NULL));
ALTER TABLE resources ADD CONSTRAINT resources_capacity_positive CHECK ((capacity > 0));
ALTER TABLE resources ADD CONSTRAINT resources_features_are_said CHECK (((features IS NOT NULL) AND (array_position(features, NULL::text) IS NULL)));
ALTER TABLE sellers ADD CONSTRAINT sellers_country_code CHECK ((country ~ '^[A-Z]{2}$'::text));
ALTER TABLE sellers ADD CONSTRAINT sellers_days CHECK ((((payment_days >= 0) AND (payment_days <= 365)) AND ((lead_days >= 0) AND (lead_days <= 60))));
ALTER TABLE sellers ADD CONSTRAINT sellers_electronic_address_has_a_scheme CHECK ((num_nonnulls(electronic_address, electronic_scheme) = ANY (ARRAY[0, 2])));
ALTER TABLE sellers ADD CONSTRAINT sellers_language_is_a_subtag CHECK ((language ~ '^[a-z]{2,3}$'::text));
ALTER TABLE sellers ADD CONSTRAINT sellers_logo_is_a_picture CHECK (((num_nonnulls(logo, logo_type) = ANY (ARRAY[0, 2])) AND (logo_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text])) AND (octet_length(logo) <= 262144)));
ALTER TABLE tax_rates ADD CONSTRAINT tax_rates_rate_of_category CHECK ((((basis_points >= 0) AND (basis_points <= 10000)) AND
CASE
    WHEN (category = 'S'::tax_category) THEN (basis_points > 0)
    WHEN (category = ANY (ARRAY['L'::tax_category, 'M'::tax_category])) THEN true
    ELSE (basis_points = 0)
END));
CREATE INDEX account_changes_untold_idx ON public.account_changes USING btree (at) WHERE (told_at IS NULL);
CREATE UNIQUE INDEX billing_runs_one_at_a_time ON public.billing_runs USING btree (organization_id) WHERE (status = 'running'::billing_run_status);
CREATE INDEX bookings_held_until ON public.bookings USING btree (hold_expires_at) WHERE (status = 'held'::booking_status);
CREATE INDEX bookings_waiting_by_start ON public.bookings USING btree (starts_at) WHERE (status = 'pending_approval'::booking_status);
CREATE INDEX charge_lines_to_invoice ON public.charge_lines USING btree (organization_id, charge_id) WHERE (invoiced_at IS NULL);
CREATE INDEX claims_active_by_unit ON public.claims USING btree (unit_id, starts_at) INCLUDE (ends_at, booking_id, organization_id) WHERE (released_at IS NULL);
CREATE INDEX credit_balances_alive ON public.credit_balances USING btree (organization_id, owner_id) WHERE is_alive;
CREATE INDEX credit_lots_of_plans ON public.credit_lots USING btree (organization_id, owner_id, starts_at) WHERE (plan_id IS NOT NULL);
CREATE UNIQUE INDEX credit_lots_one_overdraft ON public.credit_lots USING btree (organization_id, COALESCE(person_id, team_id), unit, COALESCE(currency, ''::text)) WHERE (source = 'overdraft'::credit_source);
CREATE UNIQUE INDEX credit_packs_one_of_a_name ON public.credit_packs USING btree (organization_id, name_key(name)) WHERE (archived_at IS NULL);
CREATE UNIQUE INDEX credit_periods_open_once ON public.credit_periods USING btree (organization_id, COALESCE(person_id, team_id), starts_at, ordinal) WHERE (ordinal >= 0);
CREATE INDEX credit_schedules_open ON public.credit_schedules USING btree (organization_id, person_id, used_at) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX floor_shapes_resource_once ON public.floor_shapes USING btree (floor_id, resource_id) WHERE ((unit_id IS NULL) AND (resource_id IS NOT NULL));
CREATE UNIQUE INDEX floor_shapes_unit_once ON public.floor_shapes USING btree (floor_id, resource_id, unit_id) WHERE (unit_id IS NOT NULL);
CREATE INDEX idempotency_keys_whole_answers_idx ON public.idempotency_keys USING btree (created_at) WHERE (reduced_at IS NULL);
CREATE UNIQUE INDEX invoice_lines_take_a_charge_once ON public.invoice_lines USING btree (charge_line_id) WHERE (charge_line_id IS NOT NULL);
CREATE UNIQUE INDEX invoice_lines_take_an_adjustment_once ON public.invoice_lines USING btree (adjustment_id) WHERE (adjustment_id IS NOT NULL);
CREATE UNIQUE INDEX invoice_lines_take_an_item_once ON public.invoice_lines USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX invoice_lines_that_return ON public.invoice_lines USING btree (returns_line_id) WHERE (returns_line_id IS NOT NULL);
CREATE UNIQUE INDEX print_identities_one_pin ON public.print_identities USING btree (organization_id, person_id) WHERE (kind = 'pin'::print_identity_kind);
CREATE INDEX print_jobs_exceptions ON public.print_jobs USING btree (organization_id, status) WHERE (status = ANY (ARRAY['unassigned'::print_job_status, 'unpriced'::print_job_status, 'uncounted'::print_job_status]));
CREATE INDEX print_jobs_in_a_queue ON public.print_jobs USING btree (device_id) WHERE ((submit_key IS NOT NULL) AND (print_key IS NULL) AND (left_queue_at IS NULL));
CREATE INDEX print_jobs_waiting ON public.print_jobs USING btree (expires_at) WHERE (status = ANY (ARRAY['held'::print_job_status, 'released'::print_job_status]));
CREATE UNIQUE INDEX print_kiosks_one_of_a_name ON public.print_kiosks USING btree (device_id, name_key(name)) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX products_one_of_a_kind ON public.products USING btree (organization_id, kind) WHERE (kind <> 'item'::product_kind);
CREATE UNIQUE INDEX products_one_of_a_name ON public.products USING btree (organization_id, name_key(name)) WHERE ((archived_at IS NULL) AND (name IS NOT NULL));
CREATE TRIGGER passwords_changed_noted AFTER UPDATE ON public.accounts FOR EACH ROW WHEN (((new.password IS NOT NULL) AND (new.password IS DISTINCT FROM old.password))) EXECUTE FUNCTION note_account_change('password_changed');
CREATE TRIGGER passwords_set_noted AFTER INSERT ON public.accounts FOR EACH ROW WHEN ((new.password IS NOT NULL)) EXECUTE FUNCTION note_account_change('password_changed');
CREATE TRIGGER bookings_announced AFTER INSERT OR UPDATE ON public.bookings FOR EACH ROW WHEN ((current_setting('app.quiet'::text, true) IS DISTINCT FROM 'on'::text)) EXECUTE FUNCTION announce_booking();
CREATE CONSTRAINT TRIGGER bookings_give_back_their_credits AFTER INSERT OR UPDATE ON public.bookings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((CURRENT_USER = 'working_social_app'::name) AND (new.status <> ALL (ARRAY['held'::booking_status, 'pending_approval'::booking_status, 'confirmed'::booking_status])))) EXECUTE FUNCTION require_credits_given_back();
CREATE CONSTRAINT TRIGGER bookings_hold_what_they_promise AFTER INSERT OR UPDATE ON public.bookings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((CURRENT_USER = 'working_social_app'::name)) EXECUTE FUNCTION require_sound_booking();
CREATE TRIGGER bookings_know_since_when_they_wait BEFORE INSERT ON public.bookings FOR EACH ROW WHEN ((new.status = 'pending_approval'::booking_status)) EXECUTE FUNCTION note_request();
CREATE TRIGGER bookings_know_since_when_they_wait_again BEFORE UPDATE ON public.bookings FOR EACH ROW WHEN (((new.status = 'pending_approval'::booking_status) AND ((old.status <> 'pending_approval'::booking_status) OR (old.starts_at <> new.starts_at)))) EXECUTE FUNCTION note_request();
CREATE TRIGGER bookings_leave_a_trace AFTER UPDATE OF resource_id ON public.bookings FOR EACH ROW WHEN ((old.resource_id <> new.resource_id)) EXECUTE FUNCTION remember_departure();
CREATE TRIGGER bookings_release_claims AFTER UPDATE OF status ON public.bookings FOR EACH ROW WHEN ((new.status = ANY (ARRAY['cancelled'::booking_status, 'declined'::booking_status, 'expired'::booking_status, 'deleted'::booking_status]))) EXECUTE FUNCTION release_claims();
CREATE TRIGGER charge_lines_never_below_zero AFTER INSERT ON public.charge_adjustments FOR EACH ROW EXECUTE FUNCTION keep_charge_line_positive();
CREATE TRIGGER charge_lines_of_invoices_are_money BEFORE INSERT ON public.charge_adjustments FOR EACH ROW WHEN (((new.credit_transfer_id IS NOT NULL) AND (new.amount_minor < 0))) EXECUTE FUNCTION require_open_charge();
CREATE CONSTRAINT TRIGGER charge_lines_sum_to_their_charge AFTER INSERT ON public.charge_lines DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_charge_total();
CREATE CONSTRAINT TRIGGER charges_sum_their_lines AFTER INSERT ON public.charges DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_charge_total();
CREATE CONSTRAINT TRIGGER claims_hold_what_is_promised AFTER INSERT OR UPDATE ON public.claims DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((CURRENT_USER = 'working_social_app'::name)) EXECUTE FUNCTION require_sound_booking();
CREATE TRIGGER coupons_never_used_too_often AFTER INSERT ON public.contract_discounts FOR EACH ROW WHEN ((new.coupon_id IS NOT NULL)) EXECUTE FUNCTION require_coupon_left();
CREATE TRIGGER credit_balances_announced AFTER UPDATE ON public.credit_balances FOR EACH ROW EXECUTE FUNCTION announce_credits();
CREATE TRIGGER credit_entries_move_balances AFTER INSERT ON public.credit_entries FOR EACH ROW EXECUTE FUNCTION post_credit_entry();
CREATE TRIGGER credit_entries_redeem_packs AFTER INSERT ON public.credit_entries FOR EACH ROW EXECUTE FUNCTION redeem_pack();
CREATE CONSTRAINT TRIGGER credit_transfers_sum_to_zero AFTER INSERT ON public.credit_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_zero_sum();
CREATE TRIGGER credit_hold_parts_are_held AFTER INSERT ON public.credit_hold_parts FOR EACH ROW EXECUTE FUNCTION take_into_hold();
CREATE TRIGGER credit_hold_resolutions_give_back AFTER INSERT ON public.credit_hold_resolutions FOR EACH ROW EXECUTE FUNCTION give_back_hold();
CREATE TRIGGER credit_lots_have_a_balance AFTER INSERT ON public.credit_lots FOR EACH ROW EXECUTE FUNCTION open_credit_balance();
CREATE CONSTRAINT TRIGGER credit_schedules_promise_to_live_bookings AFTER INSERT ON public.credit_schedules DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((CURRENT_USER = 'working_social_app'::name) AND (new.cause_type = 'booking'::text))) EXECUTE FUNCTION require_credits_given_back();
CREATE TRIGGER credit_schedules_resolve_once BEFORE UPDATE ON public.credit_schedules FOR EACH ROW WHEN ((old.outcome IS NOT NULL)) EXECUTE FUNCTION refuse_second_resolution();
CREATE CONSTRAINT TRIGGER credit_transfers_pay_for_live_bookings AFTER INSERT ON public.credit_transfers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((CURRENT_USER = 'working_social_app'::name) AND (new.cause_type = 'booking'::text) AND (new.kind = 'consume'::credit_transfer_kind) AND (new.unit <> 'money'::credit_unit))) EXECUTE FUNCTION require_credits_given_back();
CREATE TRIGGER idempotency_keys_answer_once BEFORE UPDATE ON public.idempotency_keys FOR EACH ROW WHEN ((old.response <> 'null'::jsonb)) EXECUTE FUNCTION refuse_second_answer();
CREATE TRIGGER invoice_lines_close_charges AFTER INSERT ON public.invoice_lines FOR EACH ROW WHEN (((new.charge_line_id IS NOT NULL) OR (new.adjustment_id IS NOT NULL))) EXECUTE FUNCTION close_charges();
CREATE TRIGGER invoice_lines_come_with_it AFTER INSERT ON public.invoice_lines FOR EACH ROW EXECUTE FUNCTION require_open_invoice();
CREATE TRIGGER invoice_lines_never_return_too_much AFTER INSERT ON public.invoice_lines FOR EACH ROW WHEN (((new.credits_line_id IS NOT NULL) OR (new.returns_line_id IS NOT NULL))) EXECUTE FUNCTION require_enough_to_return();
CREATE TRIGGER invoice_taxes_come_with_it AFTER INSERT ON public.invoice_taxes FOR EACH ROW EXECUTE FUNCTION require_open_invoice();
CREATE TRIGGER invoices_follow_on_the_last AFTER INSERT ON public.invoices FOR EACH ROW EXECUTE FUNCTION require_counted_number();
CREATE CONSTRAINT TRIGGER invoices_sum_their_lines AFTER INSERT ON public.invoices DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_invoice_totals();
CREATE CONSTRAINT TRIGGER journal_entries_balance AFTER INSERT ON public.journal_entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_entry();
CREATE TRIGGER journal_entries_of_open_books AFTER INSERT ON public.journal_entries FOR EACH ROW EXECUTE FUNCTION require_open_books();
CREATE CONSTRAINT TRIGGER journal_postings_balance AFTER INSERT ON public.journal_postings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_balanced_entry();
CREATE TRIGGER locations_have_a_seller AFTER INSERT ON public.locations FOR EACH ROW EXECUTE FUNCTION assign_seller();
CREATE TRIGGER locations_keep_their_currency BEFORE UPDATE OF currency ON public.locations FOR EACH ROW WHEN ((new.currency <> old.currency)) EXECUTE FUNCTION keep_currency();
CREATE CONSTRAINT TRIGGER number_counters_leave_no_gap AFTER INSERT OR UPDATE ON public.number_counters DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_documents_counted();
CREATE TRIGGER organizations_have_products AFTER INSERT ON public.organizations FOR EACH ROW EXECUTE FUNCTION stock_products();
CREATE TRIGGER passkeys_added_noted AFTER INSERT ON public.passkeys FOR EACH ROW EXECUTE FUNCTION note_account_change('passkey_added');
CREATE TRIGGER passkeys_removed_noted AFTER DELETE ON public.passkeys FOR EACH ROW EXECUTE FUNCTION note_account_change('passkey_removed');
CREATE TRIGGER people_change_announced AFTER UPDATE ON public.people FOR EACH ROW WHEN (((old.user_id IS NOT NULL) AND ((old.status IS DISTINCT FROM new.status) OR (old.user_id IS DISTINCT FROM new.user_id)))) EXECUTE FUNCTION announce_access();
CREATE TRIGGER people_end_announced AFTER DELETE ON public.people FOR EACH ROW WHEN ((old.user_id IS NOT NULL)) EXECUTE FUNCTION announce_access();
CREATE TRIGGER people_have_a_billing_account AFTER INSERT ON public.people FOR EACH ROW EXECUTE FUNCTION open_billing_account();
CREATE TRIGGER print_jobs_announced AFTER INSERT OR UPDATE ON public.print_jobs FOR EACH ROW WHEN ((new.person_id IS NOT NULL)) EXECUTE FUNCTION announce_print();
CREATE TRIGGER print_jobs_only_rise BEFORE UPDATE ON public.print_jobs FOR EACH ROW WHEN (((new.counted_sides IS DISTINCT FROM old.counted_sides) AND (old.counted_sides IS NOT NULL) AND ((new.counted_sides IS NULL) OR (new.counted_sides < old.counted_sides)))) EXECUTE FUNCTION refuse_lower_print_count();
CREATE TRIGGER sellers_have_number_series AFTER INSERT ON public.sellers FOR EACH ROW EXECUTE FUNCTION begin_number_series();
CREATE TRIGGER sessions_cut_announced AFTER UPDATE ON public.sessions FOR EACH ROW WHEN (((new.expires_at < old.expires_at) OR (new.token <> old.token) OR (new.user_id <> old.user_id))) EXECUTE FUNCTION announce_access();
CREATE TRIGGER sessions_end_announced AFTER DELETE ON public.sessions FOR EACH ROW EXECUTE FUNCTION announce_access();
CREATE TRIGGER teams_have_a_billing_account AFTER INSERT ON public.teams FOR EACH ROW EXECUTE FUNCTION open_billing_account();
CREATE TRIGGER factors_added_noted AFTER UPDATE ON public.users FOR EACH ROW WHEN ((new.two_factor_enabled AND (old.two_factor_enabled IS NOT TRUE))) EXECUTE FUNCTION note_account_change('factor_added');
CREATE TRIGGER factors_removed_noted AFTER UPDATE ON public.users FOR EACH ROW WHEN ((old.two_factor_enabled AND (new.two_factor_enabled IS NOT TRUE))) EXECUTE FUNCTION note_account_change('factor_removed');
ALTER TABLE account_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_contacts ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_details ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_run_accounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE booking_departures ENABLE ROW LEVEL SECURITY;
ALTER TABLE booking_rule_audiences ENABLE ROW LEVEL SECURITY;
ALTER TABLE booking_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE bookings ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feeds ENABLE ROW LEVEL SECURITY;
ALTER TABLE cancellation_policies ENABLE ROW LEVEL SECURITY;
ALTER TABLE cancellation_tiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE charge_adjustments ENABLE ROW LEVEL SECURITY;
ALTER TABLE charge_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE charged_days ENABLE ROW LEVEL SECURITY;
ALTER TABLE charges ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract_discounts ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract_pauses ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract_terms ENABLE ROW LEVEL SECURITY;
ALTER TABLE contracts ENABLE ROW LEVEL SECURITY;
ALTER TABLE coupons ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_balances ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_hold_parts ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_hold_resolutions ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_holds ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_lots ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_pack_purchases ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_packs ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_periods ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_schedules ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_transfers ENABLE ROW LEVEL SECURITY;
ALTER TABLE credit_usages ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_personal_data ENABLE ROW LEVEL SECURITY;
ALTER TABLE events ENABLE ROW LEVEL SECURITY;
ALTER TABLE floor_shapes ENABLE ROW LEVEL SECURITY;
ALTER TABLE floors ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE imported_rows ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice_taxes ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_postings ENABLE ROW LEVEL SECURITY;
ALTER TABLE location_sellers ENABLE ROW LEVEL SECURITY;
ALTER TABLE locations ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE number_counters ENABLE ROW LEVEL SECURITY;
ALTER TABLE number_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE one_off_items ENABLE ROW LEVEL SECURITY;
ALTER TABLE opening_exceptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE opening_hours ENABLE ROW LEVEL SECURITY;
ALTER TABLE organizations ENABLE ROW LEVEL SECURITY;
ALTER TABLE pack_redemptions ENABLE ROW LEVEL SECURITY;
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_allowances ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_prices ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE plans ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_devices ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_identities ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_kiosks ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_log_problems ENABLE ROW LEVEL SECURITY;
ALTER TABLE print_prices ENABLE ROW LEVEL SECURITY;
ALTER TABLE products ENABLE ROW LEVEL SECURITY;
ALTER TABLE quotes ENABLE ROW LEVEL SECURITY;
ALTER TABLE rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE resource_units ENABLE ROW LEVEL SECURITY;
ALTER TABLE resources ENABLE ROW LEVEL SECURITY;
ALTER TABLE sellers ENABLE ROW LEVEL SECURITY;
ALTER TABLE tax_rates ENABLE ROW LEVEL SECURITY;
ALTER TABLE teams ENABLE ROW LEVEL SECURITY;
ALTER TABLE units ENABLE ROW LEVEL SECURITY;
ALTER TABLE vat_id_checks ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON billing_accounts AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON billing_contacts AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON billing_details AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON billing_run_accounts AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON billing_runs AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON booking_departures AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON booking_rule_audiences AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON booking_rules AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON bookings AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON calendar_feeds AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON cancellation_policies AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON cancellation_tiers AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON charge_adjustments AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON charge_lines AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON charged_days AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON charges AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON claims AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON contract_discounts AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON contract_lines AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON contract_pauses AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON contract_terms AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON contracts AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON coupons AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_balances AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_entries AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_hold_parts AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_hold_resolutions AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_holds AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_lots AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_pack_purchases AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_packs AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_periods AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_schedules AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_transfers AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON credit_usages AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON event_personal_data AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON events AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON floor_shapes AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON floors AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON idempotency_keys AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON imported_rows AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON invoice_lines AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON invoice_taxes AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON invoices AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON journal_entries AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON journal_postings AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON location_sellers AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON locations AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON mails AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON number_counters AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON number_series AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON one_off_items AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON opening_exceptions AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON opening_hours AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON organizations AS PERMISSIVE FOR ALL TO working_social_app USING ((id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON pack_redemptions AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON people AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON plan_allowances AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON plan_prices AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON plan_versions AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON plans AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON print_devices AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)) WITH CHECK ();
CREATE POLICY own_organization ON print_identities AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)) WITH CHECK ();
CREATE POLICY own_organization ON print_jobs AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)) WITH CHECK ();
CREATE POLICY own_organization ON print_kiosks AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)) WITH CHECK ();
CREATE POLICY own_organization ON print_log_problems AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)) WITH CHECK ();
CREATE POLICY own_organization ON print_prices AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)) WITH CHECK ();
CREATE POLICY own_organization ON products AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON quotes AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON rates AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON resource_units AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON resources AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON sellers AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON tax_rates AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON teams AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON units AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
CREATE POLICY own_organization ON vat_id_checks AS PERMISSIVE FOR ALL TO working_social_app USING ((organization_id = ( SELECT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AS "nullif"))) WITH CHECK ();
GRANT SELECT ON billing_accounts TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON billing_contacts TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON billing_details TO working_social_app;
GRANT INSERT, SELECT ON billing_run_accounts TO working_social_app;
GRANT INSERT, SELECT ON billing_runs TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON booking_departures TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON booking_rule_audiences TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON booking_rules TO working_social_app;
GRANT INSERT, SELECT ON bookings TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON calendar_feeds TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON cancellation_policies TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON cancellation_tiers TO working_social_app;
GRANT INSERT, SELECT ON charge_adjustments TO working_social_app;
GRANT INSERT, SELECT ON charge_lines TO working_social_app;
GRANT INSERT, SELECT ON charged_days TO working_social_app;
GRANT INSERT, SELECT ON charges TO working_social_app;
GRANT INSERT, SELECT ON claims TO working_social_app;
GRANT INSERT, SELECT ON contract_discounts TO working_social_app;
GRANT INSERT, SELECT ON contract_lines TO working_social_app;
GRANT INSERT, SELECT ON contract_pauses TO working_social_app;
GRANT INSERT, SELECT ON contract_terms TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON contracts TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON coupons TO working_social_app;
GRANT SELECT ON credit_balances TO working_social_app;
GRANT INSERT, SELECT ON credit_entries TO working_social_app;
GRANT INSERT, SELECT ON credit_hold_parts TO working_social_app;
GRANT INSERT, SELECT ON credit_hold_resolutions TO working_social_app;
GRANT INSERT, SELECT ON credit_holds TO working_social_app;
GRANT INSERT, SELECT ON credit_lots TO working_social_app;
GRANT INSERT, SELECT ON credit_pack_purchases TO working_social_app;
GRANT INSERT, SELECT ON credit_packs TO working_social_app;
GRANT INSERT, SELECT ON credit_periods TO working_social_app;
GRANT INSERT, SELECT ON credit_schedules TO working_social_app;
GRANT INSERT, SELECT ON credit_transfers TO working_social_app;
GRANT SELECT ON credit_usages TO working_social_app;
GRANT DELETE, INSERT, SELECT ON event_personal_data TO working_social_app;
GRANT INSERT, SELECT ON events TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON floor_shapes TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON floors TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON idempotency_keys TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON imported_rows TO working_social_app;
GRANT INSERT, SELECT ON invoice_lines TO working_social_app;
GRANT INSERT, SELECT ON invoice_taxes TO working_social_app;
GRANT INSERT, SELECT ON invoices TO working_social_app;
GRANT INSERT, SELECT ON journal_entries TO working_social_app;
GRANT INSERT, SELECT ON journal_postings TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON limits.budgets TO working_social_app;
GRANT INSERT, SELECT ON location_sellers TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON locations TO working_social_app;
GRANT DELETE, INSERT, SELECT ON mails TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON number_counters TO working_social_app;
GRANT SELECT ON number_series TO working_social_app;
GRANT INSERT, SELECT ON one_off_items TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON opening_exceptions TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON opening_hours TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON organizations TO working_social_app;
GRANT SELECT ON pack_redemptions TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON people TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON plan_allowances TO working_social_app;
GRANT INSERT, SELECT ON plan_prices TO working_social_app;
GRANT INSERT, SELECT ON plan_versions TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON plans TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON print_devices TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON print_identities TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON print_jobs TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON print_kiosks TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON print_log_problems TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON print_prices TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON products TO working_social_app;
GRANT INSERT, SELECT ON quotes TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON rates TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON resource_units TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON resources TO working_social_app;
GRANT INSERT, SELECT, UPDATE ON sellers TO working_social_app;
GRANT INSERT, SELECT ON tax_rates TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON teams TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON units TO working_social_app;
GRANT INSERT, SELECT ON vat_id_checks TO working_social_app;
GRANT DELETE, INSERT, SELECT, UPDATE ON accounts TO working_social_sign_in;
GRANT DELETE, INSERT, SELECT, UPDATE ON limits.budgets TO working_social_sign_in;
GRANT DELETE, INSERT, SELECT, UPDATE ON limits.wrong_passwords TO working_social_sign_in;
GRANT DELETE, INSERT, SELECT, UPDATE ON passkeys TO working_social_sign_in;
GRANT DELETE, INSERT, SELECT, UPDATE ON sessions TO working_social_sign_in;
GRANT DELETE, INSERT, SELECT, UPDATE ON two_factors TO working_social_sign_in;
GRANT DELETE, INSERT, SELECT, UPDATE ON users TO working_social_sign_in;
GRANT DELETE, INSERT, SELECT, UPDATE ON verifications TO working_social_sign_in;
GRANT UPDATE (outcome, problem) ON billing_run_accounts TO working_social_app;
GRANT UPDATE (finished_at, status) ON billing_runs TO working_social_app;
GRANT UPDATE (cancellation_fee_credits, cancellation_fee_minor, cancelled_at, changed_at, ends_at, fee_waived_because, hold_expires_at, is_title_public, location_id, quote_id, reason, reminded_hours_before, resource_id, sequence, starts_at, status, title) ON bookings TO working_social_app;
GRANT UPDATE (from_day, returned_by_line_id, until_day) ON charged_days TO working_social_app;
GRANT UPDATE (released_at) ON claims TO working_social_app;
GRANT UPDATE (until_day, withdrawn_at) ON contract_pauses TO working_social_app;
GRANT UPDATE (withdrawn_at) ON contract_terms TO working_social_app;
GRANT UPDATE (floor) ON credit_balances TO working_social_app;
GRANT UPDATE (archived_at, name, price_currency, price_minor, price_mode) ON credit_packs TO working_social_app;
GRANT UPDATE (outcome, resolved_at) ON credit_schedules TO working_social_app;
GRANT UPDATE (seller_id) ON location_sellers TO working_social_app;
GRANT UPDATE (pattern) ON number_series TO working_social_app;
GRANT UPDATE (removed_at) ON one_off_items TO working_social_app;
GRANT UPDATE (basis_points, category, exemption_code, exemption_reason) ON tax_rates TO working_social_app;
GRANT EXECUTE ON FUNCTION applied_migrations() TO working_social_app;
GRANT EXECUTE ON FUNCTION feed_by_token(bytea) TO working_social_app;
GRANT EXECUTE ON FUNCTION forget_old_account_changes() TO working_social_app;
GRANT EXECUTE ON FUNCTION forget_old_mails() TO working_social_app;
GRANT EXECUTE ON FUNCTION has_organization() TO working_social_app;
GRANT EXECUTE ON FUNCTION is_known_email(text) TO working_social_sign_in;
GRANT EXECUTE ON FUNCTION link_people_to_user(text) TO working_social_sign_in;
GRANT EXECUTE ON FUNCTION memberships_of_user(text) TO working_social_app;
GRANT EXECUTE ON FUNCTION note_resting_password(text) TO working_social_sign_in;
GRANT EXECUTE ON FUNCTION organizations_with_contracts() TO working_social_app;
GRANT EXECUTE ON FUNCTION organizations_with_credit_work(timestamp with time zone) TO working_social_app;
GRANT EXECUTE ON FUNCTION organizations_with_expired_holds(timestamp with time zone) TO working_social_app;
GRANT EXECUTE ON FUNCTION organizations_with_expired_print_jobs(timestamp with time zone) TO working_social_app;
GRANT EXECUTE ON FUNCTION organizations_with_invoices() TO working_social_app;
GRANT EXECUTE ON FUNCTION organizations_with_running_runs() TO working_social_app;
GRANT EXECUTE ON FUNCTION organizations_with_waiting_requests(timestamp with time zone) TO working_social_app;
GRANT EXECUTE ON FUNCTION print_device_by_token(bytea) TO working_social_app;
GRANT EXECUTE ON FUNCTION print_kiosk_by_token(bytea) TO working_social_app;
GRANT EXECUTE ON FUNCTION reduce_old_answers() TO working_social_app;
GRANT EXECUTE ON FUNCTION session_person(text,uuid,timestamp with time zone) TO working_social_app;
GRANT EXECUTE ON FUNCTION tell_account_change(uuid) TO working_social_app;
GRANT EXECUTE ON FUNCTION untold_account_changes() TO working_social_app;
CREATE OR REPLACE FUNCTION public.announce_access()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_notify('access', OLD.user_id);
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.announce_booking()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE b bookings := NEW;
BEGIN
  PERFORM pg_notify('bookings', json_build_object(
    'organizationId', b.organization_id, 'locationId', b.location_id, 'resourceId', b.resource_id,
    'startsAt', b.starts_at, 'endsAt', b.ends_at)::text);
  IF TG_OP = 'UPDATE' AND (OLD.starts_at, OLD.ends_at, OLD.resource_id) IS DISTINCT FROM (NEW.starts_at, NEW.ends_at, NEW.resource_id) THEN
    PERFORM pg_notify('bookings', json_build_object(
      'organizationId', OLD.organization_id, 'locationId', OLD.location_id, 'resourceId', OLD.resource_id,
      'startsAt', OLD.starts_at, 'endsAt', OLD.ends_at)::text);
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.announce_credits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('credits', concat(NEW.organization_id, ' ', NEW.owner_id));
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.announce_print()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM pg_notify('credits', concat(NEW.organization_id, ' ', NEW.person_id));
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.applied_migrations()
 RETURNS TABLE(name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
$function$
;
CREATE OR REPLACE FUNCTION public.assign_seller()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  found uuid;
BEGIN
  PERFORM FROM organizations WHERE id = NEW.organization_id FOR NO KEY UPDATE;
  SELECT id INTO found FROM sellers WHERE organization_id = NEW.organization_id AND archived_at IS NULL ORDER BY created_at, id LIMIT 1 FOR SHARE;
  IF found IS NULL THEN
    found := gen_random_uuid();
    INSERT INTO sellers (id, organization_id, legal_name, price_mode, language, created_at)
      SELECT found, o.id, o.name, CASE WHEN NEW.tax_inclusive THEN 'gross' ELSE 'net' END::price_mode, NEW.language, NEW.created_at
      FROM organizations o WHERE o.id = NEW.organization_id;
  END IF;
  INSERT INTO location_sellers (organization_id, location_id, since, seller_id) VALUES (NEW.organization_id, NEW.id, '2000-01-01', found);
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.begin_number_series()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  -- Numbers of two sellers may be the same; of one seller an invoice and a credit note never are.
  others int := (SELECT count(*) FROM sellers WHERE organization_id = NEW.organization_id AND id <> NEW.id);
  prefix text := CASE WHEN others = 0 THEN '' ELSE chr(65 + others % 26) || '-' END;
BEGIN
  INSERT INTO number_series (id, organization_id, seller_id, kind, pattern)
    VALUES (gen_random_uuid(), NEW.organization_id, NEW.id, 'invoice', prefix || '{YYYY}-{NNNN}'),
      (gen_random_uuid(), NEW.organization_id, NEW.id, 'credit_note', prefix || 'CN-{YYYY}-{NNNN}');
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.close_charges()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NEW.charge_line_id IS NOT NULL THEN
    UPDATE charge_lines l SET invoiced_at = i.issued_at FROM invoices i WHERE l.id = NEW.charge_line_id AND i.id = NEW.invoice_id;
    UPDATE charge_adjustments SET is_invoiced = true WHERE line_id = NEW.charge_line_id;
  ELSE
    UPDATE charge_adjustments SET is_invoiced = true WHERE id = NEW.adjustment_id;
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.feed_by_token(p_token_hash bytea)
 RETURNS TABLE(feed_id uuid, organization_id uuid, kind feed_kind, person_id uuid, person_role role, resource_id uuid, location_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT f.id, f.organization_id, f.kind, f.person_id, p.role, f.resource_id, f.location_id FROM calendar_feeds f
  JOIN people p ON p.id = f.person_id AND p.status <> 'suspended'
  WHERE f.token_hash = p_token_hash AND f.revoked_at IS NULL
$function$
;
CREATE OR REPLACE FUNCTION public.folded(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
      SELECT pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.translate(
        pg_catalog.lower(pg_catalog.regexp_replace(normalize($1, NFKD), '[\u0300-\u036F]', '', 'g') COLLATE pg_catalog.pg_unicode_fast),
        'łøđðħı', 'loddhi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') COLLATE pg_catalog."default"
    $function$
;
CREATE OR REPLACE FUNCTION public.forget_old_account_changes()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  DELETE FROM account_changes WHERE at < now() - interval '31 days'
$function$
;
CREATE OR REPLACE FUNCTION public.forget_old_mails()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  DELETE FROM mails WHERE created_at < now() - interval '31 days'
$function$
;
CREATE OR REPLACE FUNCTION public.give_back_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  UPDATE credit_balances b SET held = b.held - p.quantity FROM credit_hold_parts p WHERE p.hold_id = NEW.hold_id AND b.lot_id = p.lot_id;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.has_organization()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT EXISTS (SELECT FROM organizations) $function$
;
CREATE OR REPLACE FUNCTION public.is_known_email(p_email text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT FROM people WHERE email = lower(p_email) AND status <> 'suspended')
$function$
;
CREATE OR REPLACE FUNCTION public.keep_charge_line_positive()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  line record;
BEGIN
  PERFORM FROM charge_lines WHERE id = NEW.line_id FOR NO KEY UPDATE;
  SELECT l.amount_minor + coalesce(sum(a.amount_minor), 0) AS open_minor, coalesce(l.quantity, 0) - coalesce(sum(a.quantity), 0) AS open_quantity
  INTO STRICT line
  FROM charge_lines l LEFT JOIN charge_adjustments a ON a.line_id = l.id WHERE l.id = NEW.line_id GROUP BY l.id;
  IF line.open_minor < 0 OR line.open_quantity < 0 THEN
    RAISE EXCEPTION 'Charge line % would fall below zero.', NEW.line_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charge_lines_never_below_zero';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.keep_currency()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM FROM locations WHERE id = NEW.id FOR UPDATE;
  IF EXISTS (SELECT FROM bookings WHERE organization_id = NEW.organization_id AND location_id = NEW.id) THEN
    RAISE EXCEPTION 'violates constraint "locations_keep_their_currency"'
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'locations_keep_their_currency';
  END IF;
  RETURN NEW;
END $function$
;
CREATE OR REPLACE FUNCTION public.link_people_to_user(p_user_id text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  UPDATE people p SET user_id = u.id, status = 'active' FROM users u
  WHERE u.id = p_user_id AND u.email_verified AND p.email = lower(u.email) AND p.user_id IS NULL AND p.status <> 'suspended'
$function$
;
CREATE OR REPLACE FUNCTION public.memberships_of_user(p_user_id text)
 RETURNS TABLE(organization_id uuid, organization_name text, organization_slug text, person_id uuid, role role)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT o.id, o.name, o.slug, p.id, p.role FROM people p JOIN organizations o ON o.id = p.organization_id
  WHERE p.user_id = p_user_id AND p.status = 'active' ORDER BY o.name
$function$
;
CREATE OR REPLACE FUNCTION public.name_key(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
      SELECT pg_catalog.lower(public.normal_line(pg_catalog.regexp_replace(normalize($1, NFKC),
        '[\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2061-\u206F\u3164\uFFA0\uFFF9-\uFFFB]', '', 'g'))
        COLLATE pg_catalog.pg_unicode_fast) COLLATE pg_catalog."default"
    $function$
;
CREATE OR REPLACE FUNCTION public.normal_line(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  SELECT pg_catalog.regexp_replace(pg_catalog.regexp_replace(pg_catalog.regexp_replace(
    normalize(pg_catalog.regexp_replace($1, '[\u00AD\u200B\u2060\uFEFF]', '', 'g'), NFC),
    '[\u0020\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+', ' ', 'g'),
    '^[\u0009-\u000D\u0020\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2061-\u206F\u2800\u3164\uFFA0\uFFF9-\uFFFB\uFE00-\uFE0F\U000E0001-\U000E007F\U000E0100-\U000E01EF]+', ''),
    '[\u0009-\u000D\u0020\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200C-\u200F\u202A-\u202E\u2061-\u206F\u2800\u3164\uFFA0\uFFF9-\uFFFB]+$', '')
$function$
;
CREATE OR REPLACE FUNCTION public.note_account_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO account_changes (user_id, change)
    SELECT u.id, TG_ARGV[0] FROM users u
    WHERE u.id = CASE WHEN TG_TABLE_NAME = 'users' THEN to_jsonb(NEW) ->> 'id' WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ->> 'user_id' ELSE to_jsonb(NEW) ->> 'user_id' END
      AND (TG_TABLE_NAME <> 'accounts' OR TG_OP <> 'INSERT' OR u.created_at < (to_jsonb(NEW) ->> 'created_at')::timestamptz);
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.note_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.requested_at := NEW.changed_at;
  NEW.reminded_hours_before := NULL;
  RETURN NEW;
END $function$
;
CREATE OR REPLACE FUNCTION public.note_resting_password(p_address text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  INSERT INTO account_changes (user_id, change) SELECT id, 'password_rests' FROM users WHERE email = p_address
$function$
;
CREATE OR REPLACE FUNCTION public.open_billing_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO billing_accounts (id, organization_id, person_id, team_id, created_at)
  VALUES (gen_random_uuid(), NEW.organization_id, CASE TG_TABLE_NAME WHEN 'people' THEN NEW.id END,
    CASE TG_TABLE_NAME WHEN 'teams' THEN NEW.id END, NEW.created_at);
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.open_credit_balance()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO credit_balances (organization_id, lot_id, owner_id, is_overdraft)
  VALUES (NEW.organization_id, NEW.id, coalesce(NEW.person_id, NEW.team_id), NEW.source = 'overdraft');
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.organizations_with_contracts()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT DISTINCT organization_id FROM contracts
$function$
;
CREATE OR REPLACE FUNCTION public.organizations_with_credit_work(p_now timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT organization_id FROM plan_allowances
  UNION SELECT organization_id FROM credit_schedules WHERE outcome IS NULL AND used_at <= p_now
  UNION SELECT l.organization_id FROM credit_lots l JOIN credit_balances b ON b.lot_id = l.id WHERE l.expires_at <= p_now AND b.balance - b.held > 0
  UNION SELECT h.organization_id FROM credit_holds h
    WHERE h.expires_at <= p_now AND NOT EXISTS (SELECT FROM credit_hold_resolutions r WHERE r.hold_id = h.id)
$function$
;
CREATE OR REPLACE FUNCTION public.organizations_with_expired_holds(p_now timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT DISTINCT organization_id FROM bookings WHERE status = 'held' AND hold_expires_at <= p_now
$function$
;
CREATE OR REPLACE FUNCTION public.organizations_with_expired_print_jobs(p_now timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT organization_id FROM print_jobs WHERE status IN ('held', 'released') AND expires_at <= p_now
  UNION SELECT organization_id FROM print_jobs WHERE status = 'unassigned' AND expires_at <= p_now
$function$
;
CREATE OR REPLACE FUNCTION public.organizations_with_invoices()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT DISTINCT organization_id FROM invoices
$function$
;
CREATE OR REPLACE FUNCTION public.organizations_with_running_runs()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT organization_id FROM billing_runs WHERE status = 'running'
$function$
;
CREATE OR REPLACE FUNCTION public.organizations_with_waiting_requests(p_now timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT DISTINCT organization_id FROM bookings WHERE status = 'pending_approval' AND starts_at <= p_now + interval '168 hours'
$function$
;
CREATE OR REPLACE FUNCTION public.post_credit_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  moved record;
BEGIN
  SELECT t.kind, t.cause_type, t.cause_id, t.xmin = pg_current_xact_id()::xid AS is_new,
    t.unit = l.unit AND t.currency IS NOT DISTINCT FROM l.currency AS is_same_unit
  INTO STRICT moved
  FROM credit_transfers t LEFT JOIN credit_lots l ON l.id = NEW.lot_id WHERE t.id = NEW.transfer_id;
  IF NOT moved.is_new THEN
    RAISE EXCEPTION 'Transfer % is complete.', NEW.transfer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_transfers_are_whole';
  END IF;
  IF NEW.lot_id IS NULL THEN RETURN NULL; END IF;
  IF NOT moved.is_same_unit THEN
    RAISE EXCEPTION 'Transfer % is in another unit than its lot.', NEW.transfer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_transfers_keep_their_unit';
  END IF;
  UPDATE credit_balances SET balance = balance + NEW.quantity WHERE lot_id = NEW.lot_id;
  IF moved.kind = 'consume' THEN
    INSERT INTO credit_usages (organization_id, cause_type, cause_id, lot_id, quantity)
    VALUES (NEW.organization_id, moved.cause_type, moved.cause_id, NEW.lot_id, -NEW.quantity)
    ON CONFLICT (organization_id, cause_type, cause_id, lot_id) DO UPDATE SET quantity = credit_usages.quantity + EXCLUDED.quantity;
  ELSIF moved.kind = 'refund' THEN
    UPDATE credit_usages SET quantity = quantity - NEW.quantity WHERE organization_id = NEW.organization_id
      AND cause_type = moved.cause_type AND cause_id = moved.cause_id AND lot_id = NEW.lot_id;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'Nothing of lot % was used for this.', NEW.lot_id
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_usages_refunded_once';
    END IF;
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.prepaid_part(prepaid_minor bigint, prepaid_quantity bigint, used bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$
  SELECT div(2 * prepaid_minor::numeric * least(used, prepaid_quantity) + prepaid_quantity, 2 * prepaid_quantity::numeric)::bigint
$function$
;
CREATE OR REPLACE FUNCTION public.print_device_by_token(p_token_hash bytea)
 RETURNS TABLE(device_id uuid, organization_id uuid, location_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT id, organization_id, location_id FROM print_devices WHERE token_hash = p_token_hash AND revoked_at IS NULL
$function$
;
CREATE OR REPLACE FUNCTION public.print_kiosk_by_token(p_token_hash bytea)
 RETURNS TABLE(kiosk_id uuid, device_id uuid, organization_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT k.id, k.device_id, k.organization_id FROM print_kiosks k JOIN print_devices d ON d.id = k.device_id
  WHERE k.token_hash = p_token_hash AND k.revoked_at IS NULL AND d.revoked_at IS NULL
$function$
;
CREATE OR REPLACE FUNCTION public.redeem_pack()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  lot record;
  moved record;
  before bigint;
BEGIN
  IF NEW.lot_id IS NULL THEN RETURN NULL; END IF;
  SELECT l.prepaid_minor, l.prepaid_currency, l.prepaid_quantity INTO STRICT lot FROM credit_lots l WHERE l.id = NEW.lot_id;
  IF lot.prepaid_minor IS NULL THEN RETURN NULL; END IF;
  SELECT t.kind, t.cause_type, t.cause_id, t.location_id, t.tax_category, t.tax_basis_points, t.posted_at INTO STRICT moved
  FROM credit_transfers t WHERE t.id = NEW.transfer_id;
  IF moved.kind NOT IN ('consume', 'repay', 'refund') THEN RETURN NULL; END IF;
  IF moved.kind = 'refund' THEN
    SELECT moved.kind, r.cause_type, r.cause_id, r.location_id, r.tax_category, r.tax_basis_points, moved.posted_at INTO moved
    FROM pack_redemptions r WHERE r.organization_id = NEW.organization_id AND r.cause_type = moved.cause_type
      AND r.cause_id = moved.cause_id AND r.lot_id = NEW.lot_id ORDER BY r.redeemed_at DESC, r.id DESC LIMIT 1;
    IF NOT FOUND THEN RETURN NULL; END IF;
  ELSIF moved.location_id IS NULL THEN
    RAISE EXCEPTION 'Nobody knows where transfer % uses a pack, and at which tax.', NEW.transfer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'pack_redemptions_know_their_tax';
  END IF;
  SELECT coalesce(sum(r.quantity), 0) INTO before FROM pack_redemptions r WHERE r.lot_id = NEW.lot_id;
  INSERT INTO pack_redemptions (id, organization_id, lot_id, transfer_id, cause_type, cause_id, quantity, amount_minor, currency, location_id,
    tax_category, tax_basis_points, redeemed_at)
  VALUES (gen_random_uuid(), NEW.organization_id, NEW.lot_id, NEW.transfer_id, moved.cause_type, moved.cause_id, -NEW.quantity,
    prepaid_part(lot.prepaid_minor, lot.prepaid_quantity, before - NEW.quantity) - prepaid_part(lot.prepaid_minor, lot.prepaid_quantity, before),
    lot.prepaid_currency, moved.location_id, moved.tax_category, moved.tax_basis_points, moved.posted_at);
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.reduce_old_answers()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  UPDATE idempotency_keys SET response = reduced_answer(response), reduced_at = now()
  WHERE (organization_id, actor_kind, actor_id, key) IN (
    SELECT organization_id, actor_kind, actor_id, key FROM idempotency_keys
    WHERE reduced_at IS NULL AND created_at < now() - interval '31 days' ORDER BY created_at LIMIT 10000)
$function$
;
CREATE OR REPLACE FUNCTION public.reduced_answer(answer jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT CASE WHEN jsonb_typeof(answer) = 'object' AND answer ? 'id' THEN jsonb_build_object('id', answer->'id') ELSE '{}' END
$function$
;
CREATE OR REPLACE FUNCTION public.refuse_lower_print_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'A print job has printed more than that already.' USING ERRCODE = 'integrity_constraint_violation';
END $function$
;
CREATE OR REPLACE FUNCTION public.refuse_second_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF OLD.reduced_at IS NULL AND NEW.reduced_at IS NOT NULL AND NEW.response = reduced_answer(OLD.response)
    AND (to_jsonb(NEW) - '{response,reduced_at}'::text[]) = (to_jsonb(OLD) - '{response,reduced_at}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'The answer to an idempotency key is given once.' USING ERRCODE = 'integrity_constraint_violation';
END $function$
;
CREATE OR REPLACE FUNCTION public.refuse_second_resolution()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'Schedule % is resolved.', OLD.id
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_schedules_resolve_once';
END $function$
;
CREATE OR REPLACE FUNCTION public.release_claims()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE claims SET released_at = NEW.changed_at WHERE booking_id = NEW.id AND released_at IS NULL;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.remember_departure()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO booking_departures (organization_id, booking_id, resource_id, location_id, starts_at, ends_at, sequence, left_at)
  VALUES (OLD.organization_id, OLD.id, OLD.resource_id, OLD.location_id, OLD.starts_at, OLD.ends_at, NEW.sequence, NEW.changed_at)
  ON CONFLICT (booking_id, resource_id) DO UPDATE SET location_id = excluded.location_id, starts_at = excluded.starts_at,
    ends_at = excluded.ends_at, sequence = excluded.sequence, left_at = excluded.left_at;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_balanced_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  of_entry uuid := CASE TG_TABLE_NAME WHEN 'journal_entries' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'entry_id')::uuid END;
BEGIN
  IF EXISTS (SELECT FROM journal_postings WHERE entry_id = of_entry GROUP BY currency HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'Entry % does not balance.', of_entry USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'journal_entries_balance';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_charge_total()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  owed uuid := CASE TG_TABLE_NAME WHEN 'charges' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'charge_id')::uuid END;
BEGIN
  IF (SELECT c.amount_minor <> coalesce((SELECT sum(l.amount_minor) FROM charge_lines l WHERE l.charge_id = c.id), 0) FROM charges c WHERE c.id = owed) THEN
    RAISE EXCEPTION 'The lines of charge % do not sum to its amount.', owed
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charges_sum_their_lines';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_counted_number()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM number_counters c JOIN number_series s ON s.id = c.series_id WHERE c.series_id = NEW.series_id AND c.year = NEW.year
      AND c.last_number >= NEW.sequence AND s.seller_id = NEW.seller_id AND s.kind = NEW.kind AND s.last_hash = NEW.previous_hash) THEN
    RAISE EXCEPTION 'Document % does not follow on the last of its series.', NEW.number
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoices_follow_on_the_last';
  END IF;
  IF EXISTS (SELECT FROM sellers WHERE id = NEW.seller_id AND locked_until >= NEW.issue_date) THEN
    RAISE EXCEPTION 'The books are closed on %.', NEW.issue_date USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'sellers_lock_their_books';
  END IF;
  UPDATE number_series SET last_hash = NEW.hash WHERE id = NEW.series_id;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_coupon_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  most int;
BEGIN
  SELECT max_uses INTO most FROM coupons WHERE id = NEW.coupon_id FOR NO KEY UPDATE;
  IF (SELECT count(*) FROM contract_discounts WHERE coupon_id = NEW.coupon_id) > most THEN
    RAISE EXCEPTION 'Coupon % is used up.', NEW.coupon_id USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'coupons_never_used_too_often';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_credits_given_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  written uuid;
  ended record;
  kept record;
BEGIN
  IF TG_TABLE_NAME = 'bookings' THEN
    written := NEW.id;
  ELSE
    -- Other causes of this type have no booking: a ledger may be older than its bookings, or another's.
    BEGIN
      written := (to_jsonb(NEW) ->> 'cause_id')::uuid;
    EXCEPTION WHEN invalid_text_representation THEN RETURN NULL;
    END;
  END IF;
  SELECT b.organization_id, coalesce(b.cancellation_fee_credits, '[]') AS fee INTO ended FROM bookings b
  WHERE b.id = written AND b.status NOT IN ('held', 'pending_approval', 'confirmed');
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT u.unit INTO kept
  FROM (SELECT l.unit, u.quantity FROM credit_usages u JOIN credit_lots l ON l.id = u.lot_id
      WHERE u.organization_id = ended.organization_id AND u.cause_type = 'booking' AND u.cause_id = written::text AND l.unit <> 'money'
    UNION ALL SELECT s.unit, s.quantity FROM credit_schedules s
      WHERE s.organization_id = ended.organization_id AND s.cause_type = 'booking' AND s.cause_id = written::text AND s.outcome IS NULL) u
  GROUP BY u.unit
  HAVING sum(u.quantity) > coalesce((SELECT sum((f ->> 'quantity')::bigint) FROM jsonb_array_elements(ended.fee) f WHERE f ->> 'unit' = u.unit::text), 0)
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Booking % is over and keeps more % than its cancellation costs.', written, kept.unit
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'bookings_give_back_their_credits';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_documents_counted()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  before bigint := CASE TG_OP WHEN 'INSERT' THEN 0 ELSE (to_jsonb(OLD) ->> 'last_number')::bigint END;
BEGIN
  IF NEW.last_number <= before OR NEW.last_number - before <> (SELECT count(*) FROM invoices i
      WHERE i.series_id = NEW.series_id AND i.year = NEW.year AND i.sequence > before AND i.sequence <= NEW.last_number) THEN
    RAISE EXCEPTION 'Not every number up to % of series % is a document.', NEW.last_number, NEW.series_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'number_counters_leave_no_gap';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_enough_to_return()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  corrected uuid := coalesce(NEW.credits_line_id, NEW.returns_line_id);
  was bigint;
  back bigint;
BEGIN
  SELECT amount_minor INTO STRICT was FROM invoice_lines WHERE id = corrected FOR NO KEY UPDATE;
  SELECT coalesce(sum(CASE WHEN credits_line_id = corrected THEN amount_minor ELSE -amount_minor END), 0) INTO back
    FROM invoice_lines WHERE credits_line_id = corrected OR returns_line_id = corrected;
  IF back <> 0 AND (sign(back) <> sign(was) OR abs(back) > abs(was)) THEN
    RAISE EXCEPTION 'More than invoice line % would come back.', corrected
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoice_lines_never_return_too_much';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_invoice_totals()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE
  of_invoice uuid := CASE TG_TABLE_NAME WHEN 'invoices' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'invoice_id')::uuid END;
  total record;
BEGIN
  SELECT i.net_minor, i.tax_minor, i.due_minor, i.price_mode, coalesce(l.amount, 0) AS amount, coalesce(l.net, 0) AS net, coalesce(t.net, 0) AS taxed,
    coalesce(t.tax, 0) AS tax, coalesce(t.wrong, 0) AS wrong, coalesce(t.pairs, 0) AS pairs, coalesce(l.pairs, 0) AS line_pairs INTO STRICT total
  FROM invoices i
  LEFT JOIN LATERAL (SELECT sum(amount_minor) AS amount, sum(net_minor) AS net, count(DISTINCT (tax_category, tax_basis_points)) AS pairs
    FROM invoice_lines WHERE invoice_id = i.id) l ON true
  LEFT JOIN LATERAL (SELECT sum(t.net_minor) AS net, sum(t.tax_minor) AS tax, count(*) AS pairs, count(*) FILTER (WHERE
      abs(t.tax_minor - rounded_share(t.net_minor, t.basis_points, 10000)) > (CASE i.kind WHEN 'invoice' THEN 0 ELSE 1 END) OR t.net_minor IS DISTINCT FROM (SELECT sum(n.net_minor) FROM invoice_lines n
        WHERE n.invoice_id = i.id AND n.tax_category = t.category AND n.tax_basis_points = t.basis_points)) AS wrong
    FROM invoice_taxes t WHERE t.invoice_id = i.id) t ON true
  WHERE i.id = of_invoice;
  IF total.net <> total.net_minor OR total.taxed <> total.net_minor OR total.tax <> total.tax_minor OR total.wrong > 0 OR total.pairs <> total.line_pairs
    OR total.amount <> (CASE total.price_mode WHEN 'gross' THEN total.due_minor ELSE total.net_minor END) THEN
    RAISE EXCEPTION 'Invoice % is not the sum of its lines.', of_invoice USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoices_sum_their_lines';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_open_books()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM sellers WHERE id = NEW.seller_id AND locked_until >= NEW.booked_on) THEN
    RAISE EXCEPTION 'The books are closed on %.', NEW.booked_on USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'sellers_lock_their_books';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_open_charge()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF EXISTS (SELECT FROM charge_lines WHERE id = NEW.line_id AND invoiced_at IS NOT NULL) THEN
    RAISE EXCEPTION 'An invoice has charge line %.', NEW.line_id USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'charge_lines_of_invoices_are_money';
  END IF;
  RETURN NEW;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_open_invoice()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM invoices WHERE id = NEW.invoice_id AND xmin::text::bigint = txid_current() % 4294967296) THEN
    RAISE EXCEPTION 'Invoice % is issued.', NEW.invoice_id USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'invoices_are_final';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_sound_booking()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
DECLARE
  written uuid;
  found record;
BEGIN
  IF TG_TABLE_NAME = 'bookings' THEN
    written := NEW.id;
  ELSE
    written := NEW.booking_id;
    -- A booking that this transaction has written too is asked about by its own trigger: once is enough.
    IF EXISTS (SELECT FROM bookings b WHERE b.id = written AND b.xmin = pg_current_xact_id()::xid) THEN RETURN NULL; END IF;
  END IF;
  SELECT b.status IN ('held', 'pending_approval', 'confirmed') AS is_active, claimed.units, claimed.all_cover,
    CASE r.allocation WHEN 'one_unit' THEN 1 ELSE (SELECT count(*) FROM resource_units ru WHERE ru.resource_id = b.resource_id) END AS needed,
    b.quote_id IS NULL OR coalesce(q.booking_id = b.id AND q.starts_at = b.starts_at AND q.ends_at = b.ends_at, false) AS is_own_quote,
    q.currency IS NULL OR q.currency = l.currency AS is_own_currency
  INTO STRICT found
  FROM bookings b
  JOIN resources r ON r.id = b.resource_id
  JOIN locations l ON l.id = b.location_id
  LEFT JOIN quotes q ON q.id = b.quote_id
  CROSS JOIN LATERAL (SELECT count(*) AS units, bool_and(c.starts_at <= b.starts_at AND c.ends_at >= b.ends_at) AS all_cover
    FROM (SELECT c.starts_at, c.ends_at, c.released_at FROM claims c WHERE c.booking_id = b.id OFFSET 0) c WHERE c.released_at IS NULL) claimed
  WHERE b.id = written;
  IF NOT found.is_active AND found.units > 0 THEN
    RAISE EXCEPTION 'Booking % is over and still holds units.', written
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'bookings_hold_what_they_promise';
  END IF;
  IF found.is_active AND (found.units <> found.needed OR NOT found.all_cover OR NOT found.is_own_quote) THEN
    RAISE EXCEPTION 'Booking % does not hold its units for its time at its own price.', written
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'bookings_hold_what_they_promise';
  END IF;
  -- The location got another currency after the price was made and before the booking was written. Asked again, the
  -- price comes out in the new one: that is what this code makes the app do.
  IF found.is_active AND NOT found.is_own_currency THEN
    RAISE EXCEPTION 'The currency of the location of booking % has changed meanwhile.', written USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.require_zero_sum()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF (SELECT sum(quantity) FROM credit_entries WHERE transfer_id = NEW.transfer_id) <> 0 THEN
    RAISE EXCEPTION 'The entries of transfer % do not sum to zero.', NEW.transfer_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_transfers_sum_to_zero';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.rounded_share(amount bigint, part bigint, whole bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT (sign(amount) * sign(part) * div(2 * abs(amount::numeric * part) + whole, 2 * whole))::bigint$function$
;
CREATE OR REPLACE FUNCTION public.session_person(p_token text, p_organization uuid, p_now timestamp with time zone)
 RETURNS TABLE(session_id text, user_id text, email text, has_second_factor boolean, expires_at timestamp with time zone, session_created_at timestamp with time zone, person_id uuid, organization_id uuid, role role, team_id uuid, plan_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT s.id, u.id, u.email, coalesce(u.two_factor_enabled, false) OR EXISTS (SELECT FROM passkeys k WHERE k.user_id = u.id),
    s.expires_at, s.created_at, p.id, p.organization_id, p.role, p.team_id, coalesce(p.plan_id, t.plan_id)
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  LEFT JOIN people p ON p.user_id = u.id AND p.status = 'active' AND (p_organization IS NULL OR p.organization_id = p_organization)
  LEFT JOIN teams t ON t.id = p.team_id
  WHERE s.token = p_token AND s.expires_at > p_now
  ORDER BY p.created_at, p.id LIMIT 1
$function$
;
CREATE OR REPLACE FUNCTION public.stock_products()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  INSERT INTO products (id, organization_id, kind, unit_code, tax_class, created_at)
    SELECT gen_random_uuid(), NEW.id, k.kind::product_kind, k.unit_code, k.tax_class::tax_class, NEW.created_at
    FROM (VALUES ('plan_fee', 'MON', 'standard'), ('letting_fee', 'MON', 'standard'), ('setup_fee', 'C62', 'standard'), ('deposit', 'C62', 'outside'),
      ('room_time', 'MIN', 'standard'), ('desk_time', 'DAY', 'standard'), ('equipment_time', 'MIN', 'standard'), ('copier_pages', 'C62', 'standard'),
      ('credit_pack', 'C62', 'standard'), ('cancellation_fee', 'C62', 'standard')) AS k (kind, unit_code, tax_class);
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.take_into_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM credit_holds WHERE id = NEW.hold_id AND xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'Hold % is complete.', NEW.hold_id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'credit_holds_are_whole';
  END IF;
  UPDATE credit_balances SET held = held + NEW.quantity WHERE lot_id = NEW.lot_id;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.tell_account_change(p_id uuid)
 RETURNS TABLE(change text, at timestamp with time zone, name text, email text)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  UPDATE account_changes c SET told_at = now() FROM users u WHERE c.id = p_id AND c.told_at IS NULL AND u.id = c.user_id
  RETURNING c.change, c.at, u.name, u.email
$function$
;
CREATE OR REPLACE FUNCTION public.untold_account_changes()
 RETURNS TABLE(id uuid, organization_id uuid, person_id uuid, change text, at timestamp with time zone, name text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT c.id, m.organization_id, m.person_id, c.change, c.at, u.name, u.email
  FROM account_changes c JOIN users u ON u.id = c.user_id
  LEFT JOIN LATERAL (SELECT * FROM memberships_of_user(c.user_id) LIMIT 1) m ON true
  WHERE c.told_at IS NULL AND c.at > now() - interval '1 day' ORDER BY c.at, c.id
$function$
;
