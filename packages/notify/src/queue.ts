import { createHash } from "node:crypto";
import type { Context, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import { mintOrganizationId, newId } from "@working-social/kernel";
import { z } from "zod";
import type { Mailer } from "./mailer.ts";
import { Message } from "./message.ts";

/** How a domain asks for work after the commit: the API fills it with pg-boss, so that no domain knows the queue. */
export interface JobQueue {
  /**
   * Adds a job in the caller's transaction: it runs when that commits, and never when it rolls back. With a key, a second
   * job of the same key is not added within the hour; says whether it was added. Jobs of all organizations lie in one
   * table, so `data` holds ids, and the key nothing that anybody could read.
   */
  enqueue(tx: Sql, job: { name: string; data: Readonly<Record<string, string>>; key?: string }): Promise<boolean>;
}

export const SEND_MAIL = "mail.send";

const QueuedMail = z.strictObject({ mailId: z.uuid(), organizationId: z.uuid() });

/** Sends the message after the commit of `tx`, with retries; `tx` carries the organization whose mail it is. */
export async function enqueueMail(tx: Sql, queue: JobQueue, message: Message, key?: string): Promise<void> {
  const checked = Message.parse(message);
  const mailId = newId();
  const [scope] = await tx.query<{ id: string }>("SELECT current_setting('app.organization_id') AS id");
  const data = QueuedMail.parse({ mailId, organizationId: scope?.id });
  const isAdded = await queue.enqueue(tx, {
    name: SEND_MAIL,
    data,
    ...(key === undefined ? {} : { key: createHash("sha256").update(key).digest("base64url") }),
  });
  if (!isAdded) return;
  await tx.query("INSERT INTO mails (id, organization_id, message) VALUES ($1::uuid, $2::uuid, $3::jsonb)", [
    mailId,
    data.organizationId,
    JSON.stringify(checked),
  ]);
}

/**
 * Sends the mail of a job and forgets it. Does nothing when it was sent before: a job may run twice. Rejects when the
 * mailer does, and keeps the mail for the next try.
 */
export async function sendQueuedMail(db: Context["db"], mailer: Mailer, job: unknown): Promise<void> {
  const queued = QueuedMail.safeParse(job);
  // A job of an earlier version, which held the message itself.
  if (!queued.success) return mailer.send(Message.parse(job));
  const mails = read({ db, organizationId: mintOrganizationId(queued.data.organizationId) });
  const [mail] = await mails.query<{ message: unknown }>("SELECT message FROM mails WHERE id = $1", [
    queued.data.mailId,
  ]);
  if (!mail) return;
  await mailer.send(Message.parse(mail.message), queued.data.mailId);
  await mails.query("DELETE FROM mails WHERE id = $1", [queued.data.mailId]);
}
