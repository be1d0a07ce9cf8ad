import type { BillingEvent } from "@working-social/billing";
import { billingEvents } from "@working-social/billing";
import type { ChargeEvent } from "@working-social/charges";
import { chargeEvents } from "@working-social/charges";
import type { BookingEvent } from "@working-social/booking";
import { bookingEvents } from "@working-social/booking";
import type { CopierEvent } from "@working-social/copier";
import { copierEvents } from "@working-social/copier";
import type { CreditEvent } from "@working-social/credits";
import { creditEvents } from "@working-social/credits";
import type { EventTable } from "@working-social/db";
import type { DirectoryEvent } from "@working-social/directory";
import { directoryEvents } from "@working-social/directory";
import type { FeedEvent } from "@working-social/feeds";
import { feedEvents } from "@working-social/feeds";
import type { ImportEvent } from "@working-social/import";
import { importEvents } from "@working-social/import";

/** Everything that may happen. */
export type AnyEvent =
  | BillingEvent
  | ChargeEvent
  | BookingEvent
  | CopierEvent
  | CreditEvent
  | DirectoryEvent
  | FeedEvent
  | ImportEvent;
export type EventNamed<Name extends AnyEvent["name"]> = Extract<AnyEvent, { name: Name }>;

/** Every domain's events by name. */
export const EVENTS: EventTable = {
  ...billingEvents,
  ...chargeEvents,
  ...bookingEvents,
  ...copierEvents,
  ...creditEvents,
  ...directoryEvents,
  ...feedEvents,
  ...importEvents,
};
