import type { Context, Database, Sql } from "@working-social/db";
import { inTransaction, timestamp } from "@working-social/db";
import type { Clock, OrganizationId } from "@working-social/kernel";
import { mintOrganizationId, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { directoryError } from "../../errors.ts";
import { slugOf } from "../../rules.ts";
import type { SetUpOrganizationInput } from "../../schema.ts";
import { insertFirstHours } from "../steps/insert-first-hours.ts";

/** Password and code are not for here: sign-in keeps the one, the server looks at the other. */
export type OrganizationSetUp = Omit<SetUpOrganizationInput, "ownerPassword" | "code">;

export interface OrganizationIds {
  organizationId: OrganizationId;
  locationId: string;
  ownerId: string;
}

/**
 * Makes the first organization with a location (open Monday to Friday, 9 to 18) and its owner, who may sign in as
 * `userId` at once. Only while the database is empty; of several tries in the same moment one wins, and the others get
 * already_set_up. `userId` is the id that sign-in gives (or will give) the owner's account.
 */
export async function setUpOrganization(
  db: Database,
  clock: Clock,
  input: OrganizationSetUp,
  userId: string,
): Promise<OrganizationIds> {
  const organizationId = mintOrganizationId(newId());
  const ctx: Context = { db, clock, organizationId, actor: { kind: "job", job: "set_up" } };
  return inTransaction(ctx, async (tx) => {
    await requireEmpty(tx);
    const createdAt = timestamp(clock.now());
    const { organizationName: name, ownerName, ownerEmail } = input;
    await tx.query("INSERT INTO organizations (id, name, slug, created_at) VALUES ($1, $2, $3, $4)", [
      organizationId,
      name,
      slugOf(name),
      createdAt,
    ]);
    const locationId = await createFirstLocation(tx, ctx, input);
    const ownerId = newId();
    await tx.query(
      `INSERT INTO people (id, organization_id, user_id, name, email, role, status, home_location_id, created_at)
       VALUES ($1, $2, $3, $4, $5, 'owner', 'active', $6, $7)`,
      [ownerId, organizationId, userId, ownerName, ownerEmail, locationId, createdAt],
    );
    await emit(tx, ctx, {
      name: "organization.set_up",
      subjectType: "organization",
      subjectId: organizationId,
      data: { created: {} },
      personal: { created: { name, ownerEmail } },
    });
    return { organizationId, locationId, ownerId };
  });
}

/** The lock makes others wait; the next statement then sees what they committed. */
async function requireEmpty(tx: Sql): Promise<void> {
  await tx.query("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('working-social set-up'))) AS waited");
  const [row] = await tx.query<{ done: boolean }>("SELECT has_organization() AS done");
  if (row?.done !== false) throw directoryError({ code: "already_set_up" });
}

async function createFirstLocation(
  tx: Sql,
  ctx: Context,
  { locationName, timeZone, currency, language, region }: OrganizationSetUp,
): Promise<string> {
  const id = newId();
  await tx.query(
    `INSERT INTO locations (id, organization_id, name, time_zone, currency, language, region, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, ctx.organizationId, locationName, timeZone, currency, language, region, timestamp(ctx.clock.now())],
  );
  await insertFirstHours(tx, ctx, id);
  return id;
}
