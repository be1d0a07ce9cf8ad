import type { Message } from "./message.ts";

/** Sends mail, or keeps it where a developer reads it. */
export interface Mailer {
  /**
   * Rejects when the mail was not accepted; the caller decides about another try. With the id of the first: it is the mail's
   * Message-ID, by which mail programs know one that came twice.
   */
  send(message: Message, id?: string): Promise<void>;
  close(): void;
}
