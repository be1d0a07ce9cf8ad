import type { Context, Database, PrismaTransaction } from "@working-social/db";
import { timestamp, withPrisma } from "@working-social/db";
import type { Clock, OrganizationId } from "@working-social/kernel";
import { mintOrganizationId, newId } from "@working-social/kernel";
import { emit } from "../../events.ts";
import { directoryError } from "../../errors.ts";
import { FIRST_OPENING_HOURS, slugOf } from "../../rules.ts";
import type { SetUpOrganizationInput } from "../../schema.ts";

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
  return withPrisma(ctx, async (tx) => {
    await requireEmpty(tx);
    const createdAt = timestamp(clock.now());
    const { organizationName: name, ownerName, ownerEmail } = input;
    await tx.prisma.organization.create({ data: { id: organizationId, name, slug: slugOf(name), createdAt } });
    const locationId = await createFirstLocation(tx, organizationId, input, createdAt);
    const ownerId = newId();
    await tx.prisma.person.create({
      data: {
        id: ownerId,
        organizationId,
        userId,
        name: ownerName,
        email: ownerEmail,
        role: "owner",
        status: "active",
        homeLocationId: locationId,
        createdAt,
      },
    });
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
async function requireEmpty(tx: PrismaTransaction): Promise<void> {
  await tx.query("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('working-social set-up'))) AS waited");
  const [row] = await tx.query<{ done: boolean }>("SELECT has_organization() AS done");
  if (row?.done !== false) throw directoryError({ code: "already_set_up" });
}

async function createFirstLocation(
  tx: PrismaTransaction,
  organizationId: string,
  input: OrganizationSetUp,
  createdAt: Date,
): Promise<string> {
  const id = newId();
  const { locationName: name, timeZone, currency } = input;
  await tx.prisma.location.create({ data: { id, organizationId, name, timeZone, currency, createdAt } });
  await tx.prisma.openingHours.createMany({
    data: FIRST_OPENING_HOURS.map((hours) => ({ id: newId(), organizationId, locationId: id, ...hours })),
  });
  return id;
}
