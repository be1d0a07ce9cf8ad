import type { Message } from "./message.ts";

/** Sends mail, or keeps it where a developer reads it. */
export interface Mailer {
  /** Rejects when the mail was not accepted; the caller decides about another try. */
  send(message: Message): Promise<void>;
  close(): void;
}
