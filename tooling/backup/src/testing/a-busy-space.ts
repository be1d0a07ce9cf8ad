import { bookResource } from "@working-social/booking";
import type { Context } from "@working-social/db";
import { migrate, openDatabase } from "@working-social/db";
import { aLocation, anOrganization, aPerson, aResource, TEST_NOW } from "@working-social/db/testing";
import { fixedClock, mintOrganizationId, newId } from "@working-social/kernel";
import pg from "pg";

const WRITERS = 4;
const SLOT_MS = 900_000;
const FIRST_SLOT = Date.parse("2026-11-26T00:00:00Z");

/** A booking whose command returned: it must never be lost. `at` in milliseconds of the epoch. */
interface Acknowledged {
  readonly bookingId: string;
  readonly at: number;
}

export interface BusySpace {
  readonly acknowledged: readonly Acknowledged[];
  /** Settles when the database is gone. */
  readonly ended: Promise<unknown>;
}

/** Migrates a database and books one slot after the other in several rooms, until `killed` says that the database is gone. */
export async function aBusySpace(url: string, killed: AbortSignal): Promise<BusySpace> {
  await migrate(url);
  const owner = new pg.Pool({ connectionString: url, max: 2 });
  owner.on("error", () => undefined);
  const { id } = await anOrganization(owner);
  const { id: locationId } = await aLocation(owner, id);
  const { actor } = await aPerson(owner, id, { role: "owner" });
  const db = openDatabase(url, { maxConnections: WRITERS });
  const ctx: Context = { db, organizationId: mintOrganizationId(id), actor, clock: fixedClock(TEST_NOW) };
  const rooms = await Promise.all(Array.from({ length: WRITERS }, () => aResource(owner, id, locationId)));
  const acknowledged: Acknowledged[] = [];
  const writers = rooms.map((room) => bookUntilGone(ctx, room.id, acknowledged, killed));
  const ended = Promise.all(writers).then(() => Promise.allSettled([db.close(), owner.end()]));
  return { acknowledged, ended };
}

async function bookUntilGone(
  ctx: Context,
  resourceId: string,
  acknowledged: Acknowledged[],
  killed: AbortSignal,
): Promise<void> {
  for (let slot = FIRST_SLOT; !killed.aborted; slot += SLOT_MS) {
    const wish = {
      resourceId,
      startsAt: new Date(slot).toISOString(),
      endsAt: new Date(slot + SLOT_MS).toISOString(),
      forPersonId: null,
      title: "Under load",
      isTitlePublic: false,
      expectedTotalMinor: 0,
      idempotencyKey: newId(),
    };
    const booked = await bookResource(ctx, wish).catch((error: unknown) => {
      if (killed.aborted) return null;
      throw error;
    });
    if (booked) acknowledged.push({ bookingId: booked.id, at: Date.now() });
  }
}
