import type { EventsOf } from "@working-social/db";
import { bare, created, emitter } from "@working-social/db";
import { PRICE_MODES } from "@working-social/kernel";
import { z } from "zod";

const job = <Data extends z.ZodType<object>>(data: Data) => ({ subject: ["print_job"] as ["print_job"], data });
const device: { subject: ["print_device"] } = { subject: ["print_device"] };
const user: { subject: ["print_user"] } = { subject: ["print_user"] };
/** The name that somebody prints under. */
const PrintUser = z.object({ userKey: z.string() });
const Prices = z.array(z.looseObject({}));
const Mode = z.enum(PRICE_MODES);

/** What may happen in this domain. Sides are printed sides, amounts minor units. */
export const copierEvents = {
  "print_job.released": job(z.looseObject({ personId: z.string(), moneyMinor: z.number() })),
  "print_job.cancelled": job(z.object({ personId: z.string() })),
  "print_job.counted": job(z.object({ sides: z.number() })),
  "print_job.refunded": job(z.object({ credits: z.number(), moneyMinor: z.number() })),
  "print_problem.dismissed": bare("print_problem"),
  "print_problem.second_print_counted": {
    subject: ["print_problem"] as ["print_problem"],
    data: z.object({ jobId: z.string(), firstJobId: z.string(), sides: z.number() }),
  },
  "print_user.assigned": {
    ...user,
    data: z.object({ personId: z.string().nullable(), settledJobs: z.number() }),
    personal: PrintUser,
  },
  "print_user.forgotten": { ...user, data: z.object({}), personal: PrintUser },
  "print_pin.made": bare("person"),
  "print_prices.set": {
    subject: ["location"] as ["location"],
    // Prices of before there were modes say none.
    data: z.object({ before: Prices, after: Prices, mode: z.tuple([Mode, Mode]).exactOptional() }),
  },
  "print_device.created": created("print_device"),
  "print_device.token_replaced": bare("print_device"),
  "print_device.revoked": { ...device, data: z.object({ name: z.string(), cancelledJobs: z.number() }) },
  "print_kiosk.created": { ...device, data: z.object({ kioskId: z.string(), name: z.string() }) },
  "print_kiosk.revoked": { ...device, data: z.object({ kioskId: z.string(), name: z.string() }) },
};

export type CopierEvent = EventsOf<typeof copierEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(copierEvents);
