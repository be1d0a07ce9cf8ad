import type { Database } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import type { Clock } from "@working-social/kernel";
import { formatInstant, mintOrganizationId } from "@working-social/kernel";
import type { JobQueue, Mailer } from "@working-social/notify";
import { accountChangedMessage, enqueueMail } from "@working-social/notify";
import type { Log } from "../log.ts";
import type { TellOwner } from "../sign-in/changed-factors.ts";

interface Dependencies {
  db: Database;
  jobs: JobQueue;
  mailer: Mailer;
  clock: Clock;
  log: Log;
  publicUrl: string;
}

/**
 * Puts the mail in the queue of an organization that the account belongs to, which tries until it is gone. The change is made by
 * then: a mail that can't be queued never takes it back. An address without an account gets none.
 */
export function ownersTold({ db, jobs, mailer, clock, log, publicUrl }: Dependencies): TellOwner {
  return async (address, change) => {
    try {
      const owner = await findOwner(db, address);
      if (!owner) return;
      const at = formatInstant(clock.now());
      const message = accountChangedMessage({ to: owner.email, personName: owner.name, change, at, url: publicUrl });
      if (owner.organizationId === null) return await mailer.send(message);
      const actor = { kind: "system", name: "sign-in" } as const;
      const ctx = { db, clock, actor, organizationId: mintOrganizationId(owner.organizationId) };
      await inTransaction(ctx, (tx) => enqueueMail(tx, jobs, message));
    } catch (error) {
      log.error({ err: error, change }, "a mail about a changed account could not be queued");
    }
  };
}

interface Owner {
  name: string;
  email: string;
  /** Null when the account belongs to none at present. */
  organizationId: string | null;
}

async function findOwner(db: Database, address: string): Promise<Owner | null> {
  const users = await db.signInPool.query<{ id: string; name: string; email: string }>(
    "SELECT id, name, email FROM users WHERE email = $1",
    [address],
  );
  const [user] = users.rows;
  if (!user) return null;
  const memberships = await db.pool.query<{ organization_id: string }>(
    "SELECT organization_id FROM memberships_of_user($1) LIMIT 1",
    [user.id],
  );
  return { name: user.name, email: user.email, organizationId: memberships.rows[0]?.organization_id ?? null };
}
