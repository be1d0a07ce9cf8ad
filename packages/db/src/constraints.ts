/** Constraints of the database whose violation a person can cause, and which commands put into words. */
export type ConstraintName =
  | "billing_runs_one_at_a_time"
  | "claims_never_overlap"
  | "contracts_one_membership"
  | "coupons_never_used_too_often"
  | "locations_keep_their_currency"
  | "locations_organization_id_name_key"
  | "print_devices_organization_id_location_id_name_key"
  | "print_kiosks_one_of_a_name"
  | "resources_organization_id_location_id_name_key"
  | "floors_organization_id_location_id_name_key"
  | "people_organization_id_email_key"
  | "teams_organization_id_name_key"
  | "plans_organization_id_name_key"
  | "invoice_lines_never_return_too_much"
  | "imported_rows_organization_id_source_row_key_key"
  | "claims_organization_id_unit_id_fkey"
  | "credit_balances_never_below_floor"
  | "credit_packs_one_of_a_name"
  | "products_one_of_a_name"
  | "organizations_slug_key";

/** The five-character SQLSTATE of an error, or null when it is not the database's: EPIPE is as long, and has no digit. */
export function sqlStateOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null;
}

/** Which constraint an error violates, if it does. */
export function violatedConstraint(error: unknown): string | null {
  if (!sqlStateOf(error)?.startsWith("23")) return null;
  const { constraint } = error as { constraint?: unknown };
  return typeof constraint === "string" ? constraint : null;
}

/** Runs `work`; when it violates the named constraint, throws what `refuse` makes of it instead. */
export async function onConstraint<T>(name: ConstraintName, refuse: () => Error, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedConstraint(error) === name) throw refuse();
    throw error;
  }
}
