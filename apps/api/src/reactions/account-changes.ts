import type { Context, Database } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { emitOfDirectory } from "@working-social/directory";
import type { Clock, EpochMs } from "@working-social/kernel";
import { formatInstant, mintOrganizationId, readerOf } from "@working-social/kernel";
import type { Mailer } from "@working-social/notify";
import { ACCOUNT_CHANGES, accountChangedMessage } from "@working-social/notify";
import { z } from "zod";

interface Means {
  db: Database;
  clock: Clock;
  mailer: Mailer;
  publicUrl: string;
}

interface Untold {
  id: string;
  organizationId: string | null;
  personId: string | null;
  change: string;
  at: EpochMs;
  name: string;
  email: string;
}

const UNTOLD = `SELECT id, organization_id AS "organizationId", person_id AS "personId", change, at, name, email
  FROM untold_account_changes()`;
/** A row for whoever tells it first; nobody else gets one. */
const TOLD = "SELECT change FROM tell_account_change($1)";

const Change = z.enum(ACCOUNT_CHANGES);

/**
 * What the database has noted of changed accounts becomes an event of an organization that each belongs to. At once after each
 * change, and by the clock for those after which a process died. Harmless to repeat, and from several processes. One in trouble
 * holds nobody up: throws AggregateError in the end if any was.
 */
export async function publishAccountChanges(means: Means): Promise<void> {
  const { rows } = await means.db.pool.query<Untold>(UNTOLD);
  const faults: unknown[] = [];
  for (const untold of rows) {
    const { organizationId, personId } = untold;
    const isMember = organizationId !== null && personId !== null;
    await (isMember ? publish(means, untold, organizationId, personId) : tellByMail(means, untold)).catch(
      (fault: unknown) => faults.push(fault),
    );
  }
  if (faults.length > 0) throw new AggregateError(faults, `Changes of ${faults.length} accounts could not be told.`);
}

async function publish(
  { db, clock }: Means,
  { id, change, at }: Untold,
  organizationId: string,
  personId: string,
): Promise<void> {
  const actor = { kind: "job", job: "sign_in" } as const;
  const ctx: Context = { db, clock, actor, organizationId: mintOrganizationId(organizationId) };
  await inTransaction(ctx, async (tx) => {
    if ((await tx.query(TOLD, [id])).length === 0) return;
    await emitOfDirectory(tx, ctx, {
      name: "person.account_changed",
      subjectType: "person",
      subjectId: personId,
      data: { change: Change.parse(change), changedAt: formatInstant(at) },
    });
  });
}

/**
 * An account that belongs nowhere has no trail and no queue. The mail goes first, so that none is lost: from two processes at
 * once, or after a kill before it was noted, it is the same mail twice.
 */
async function tellByMail({ db, mailer, publicUrl }: Means, { id, change, at, name, email }: Untold): Promise<void> {
  // Nobody knows how they read, either.
  const reader = readerOf({ languages: [], regions: [] });
  const facts = {
    to: email,
    personName: name,
    reader,
    change: Change.parse(change),
    at: formatInstant(at),
    url: publicUrl,
  };
  await mailer.send(accountChangedMessage(facts), id);
  await db.pool.query(TOLD, [id]);
}
