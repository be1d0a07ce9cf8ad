import { newId } from "@working-social/kernel";
import { createTransport } from "nodemailer";
import type { Mailer } from "./mailer.ts";

/** Sends through an SMTP server (smtp:// or smtps://, with user and password in it), over connections that it keeps. */
export function smtpMailer(url: string, from: string): Mailer {
  const domain = domainOf(from);
  const transport = createTransport(
    { url, pool: true, maxConnections: 3, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    // No attachment and no markup may make the server read a file or fetch an address.
    { from, disableFileAccess: true, disableUrlAccess: true },
  );
  return {
    async send({ to, subject, text, html }, id = newId()) {
      await transport.sendMail({ to: { name: "", address: to }, subject, text, html, messageId: `<${id}@${domain}>` });
    },
    close: () => transport.close(),
  };
}

/** Of "Working Social <desk@space.example>" too. */
function domainOf(from: string): string {
  return /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
}
