import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "@working-social/kernel";
import { formatInstant, newId } from "@working-social/kernel";
import { z } from "zod";
import type { Mailer } from "./mailer.ts";
import { Message } from "./message.ts";

const KEPT = 200;

export const ReceivedMessage = z.strictObject({ ...Message.shape, id: z.string(), at: z.string() });
/** A message of the mailbox; `at` is an ISO instant. */
export type ReceivedMessage = z.infer<typeof ReceivedMessage>;

/** Where mail goes while no SMTP server is named: a folder that the page /mail/ shows. */
export interface Mailbox extends Mailer {
  /** The newest first, at most 200; only those to `to` when it is given. */
  messages(to?: string): Promise<ReceivedMessage[]>;
}

/** A file for each message, so that the server and a separate worker share the mailbox and a restart keeps it. */
export function openMailbox(folder: string, clock: Clock): Mailbox {
  return {
    async send(message, id = newId()) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const received: ReceivedMessage = { ...message, id, at: formatInstant(clock.now()) };
      // The same mail may be sent by two processes at once.
      const unfinished = join(folder, `${newId()}.part`);
      await writeFile(unfinished, JSON.stringify(received), { mode: 0o600 });
      await rename(unfinished, join(folder, `${id}.json`));
      await forgetOldest(folder);
    },
    async messages(to) {
      const names = (await messageFiles(folder)).slice(-KEPT).reverse();
      const messages = await Promise.all(names.map((name) => readMessage(join(folder, name))));
      return messages.filter(
        (message) => message !== null && (to === undefined || message.to === to.toLowerCase()),
      ) as ReceivedMessage[];
    },
    close: () => {},
  };
}

/** Ids of version 7 sort by time. */
async function messageFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(".json")).sort();
}

async function readMessage(file: string): Promise<ReceivedMessage | null> {
  const text = await readFile(file, "utf8").catch(() => null); // another process may have forgotten it just now
  return text === null ? null : ReceivedMessage.parse(JSON.parse(text));
}

async function forgetOldest(folder: string): Promise<void> {
  const names = await messageFiles(folder);
  await Promise.all(names.slice(0, -KEPT).map((name) => rm(join(folder, name), { force: true })));
}
