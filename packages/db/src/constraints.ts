/** Constraints of the database whose violation a person can cause, and which commands put into words. */
export type ConstraintName =
  | "claims_never_overlap"
  | "locations_keep_their_currency"
  | "locations_organization_id_name_key"
  | "print_devices_organization_id_location_id_name_key"
  | "print_kiosks_one_of_a_name"
  | "resources_organization_id_location_id_name_key"
  | "floors_organization_id_location_id_name_key"
  | "people_organization_id_email_key"
  | "teams_organization_id_name_key"
  | "plans_organization_id_name_key"
  | "imported_rows_organization_id_source_row_key_key"
  | "claims_organization_id_unit_id_fkey"
  | "credit_balances_never_below_floor"
  | "credit_packs_one_of_a_name"
  | "organizations_slug_key";

interface DatabaseErrorShape {
  code?: unknown;
  constraint?: unknown;
  message?: unknown;
  cause?: unknown;
  meta?: { driverAdapterError?: { cause?: unknown } };
  originalCode?: unknown;
  originalMessage?: unknown;
}

/** The errors inside an error: pg's own, or what Prisma's driver adapter wrapped (P2039, P2002, DriverAdapterError). */
function* layersOf(error: unknown): Generator<DatabaseErrorShape> {
  for (let layer = error as DatabaseErrorShape | undefined; layer && typeof layer === "object";) {
    yield layer;
    layer = (layer.meta?.driverAdapterError?.cause ?? layer.cause) as DatabaseErrorShape | undefined;
  }
}

/** The five-character SQLSTATE behind an error, or null when it is not the database's. */
export function sqlStateOf(error: unknown): string | null {
  for (const layer of layersOf(error)) {
    for (const code of [layer.originalCode, layer.code]) {
      if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code;
    }
  }
  return null;
}

/** Which constraint an error violates. Prisma keeps the name only in the message, between double quotes. */
export function violatedConstraint(error: unknown): string | null {
  if (!sqlStateOf(error)?.startsWith("23")) return null;
  for (const layer of layersOf(error)) {
    if (typeof layer.constraint === "string") return layer.constraint;
    const named = /constraint "([^"]+)"/.exec(String(layer.originalMessage ?? layer.message ?? ""));
    if (named?.[1]) return named[1];
  }
  return null;
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
