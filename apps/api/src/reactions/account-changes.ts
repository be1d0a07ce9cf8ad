import type { Context, Database, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import { emitOfDirectory } from "@working-social/directory";
import type { Clock, EpochMs } from "@working-social/kernel";
import { formatInstant, mintOrganizationId } from "@working-social/kernel";
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
}

interface Told {
  change: string;
  at: EpochMs;
  name: string;
  email: string;
}

const Change = z.enum(ACCOUNT_CHANGES);

/**
 * What the database has noted of changed accounts becomes an event of an organization that each belongs to. At once after each
 * change, and by the clock for those after which a process died. Harmless to repeat, and from several processes.
 */
export async function publishAccountChanges(means: Means): Promise<void> {
  const { rows } = await means.db.pool.query<Untold>(
    `SELECT id, organization_id AS "organizationId", person_id AS "personId" FROM untold_account_changes()`,
  );
  for (const { id, organizationId, personId } of rows) {
    if (organizationId === null || personId === null) await tellWithoutOrganization(means, id);
    else await publish(means, id, organizationId, personId);
  }
}

async function publish({ db, clock }: Means, id: string, organizationId: string, personId: string): Promise<void> {
  const actor = { kind: "job", job: "sign_in" } as const;
  const ctx: Context = { db, clock, actor, organizationId: mintOrganizationId(organizationId) };
  await inTransaction(ctx, async (tx) => {
    const told = await tell(tx, id);
    if (!told) return;
    const data = { change: Change.parse(told.change), changedAt: formatInstant(told.at) };
    await emitOfDirectory(tx, ctx, {
      name: "person.account_changed",
      subjectType: "person",
      subjectId: personId,
      data,
    });
  });
}

/** Nobody's trail and nobody's queue: the mail goes first, so that none is lost, and twice it has the same Message-ID. */
async function tellWithoutOrganization({ db, mailer, publicUrl }: Means, id: string): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query("BEGIN");
    const [told] = (await client.query<Told>(TELL, [id])).rows;
    if (told) await mailer.send(messageOf(told, publicUrl), id);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  } finally {
    client.release();
  }
}

function messageOf({ change, at, name, email }: Told, url: string) {
  const facts = { to: email, personName: name, change: Change.parse(change), at: formatInstant(at) };
  return accountChangedMessage({ ...facts, url });
}

const TELL = "SELECT change, at, name, email FROM tell_account_change($1)";

async function tell(tx: Sql, id: string): Promise<Told | undefined> {
  return (await tx.query<Told>(TELL, [id]))[0];
}
