import type { Sql } from "@working-social/db";
import { Message } from "./message.ts";

/** How a domain asks for work after the commit: the API fills it with pg-boss, so that no domain knows the queue. */
export interface JobQueue {
  /**
   * Adds a job in the caller's transaction: it runs when that commits, and never when it rolls back. With a key, a second
   * job of the same key is not added within the hour.
   */
  enqueue(tx: Sql, job: { name: string; data: object; key?: string }): Promise<void>;
}

export const SEND_MAIL = "mail.send";

/** Sends the message after the commit of `tx`, with retries. */
export async function enqueueMail(tx: Sql, queue: JobQueue, message: Message, key?: string): Promise<void> {
  await queue.enqueue(tx, { name: SEND_MAIL, data: Message.parse(message), ...(key === undefined ? {} : { key }) });
}
