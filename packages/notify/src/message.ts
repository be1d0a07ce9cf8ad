import { z } from "zod";

/** A mail, ready to send. The text says all that the HTML says. */
export const Message = z.strictObject({
  to: z.email().max(254),
  subject: z.string().min(1).max(300),
  text: z.string().max(100_000),
  html: z.string().max(200_000),
});
export type Message = z.infer<typeof Message>;
