import { bare, changed, changedPerson, created, createdPerson, emitter } from "@working-social/db";
import type { EventsOf } from "@working-social/db";
import { ACCOUNT_CHANGES } from "@working-social/notify";
import { z } from "zod";

/** What may happen in this domain. */
export const directoryEvents = {
  "organization.set_up": createdPerson("organization"),
  "person.invited": createdPerson("person"),
  "person.invitation_corrected": changedPerson("person"),
  "person.updated": changedPerson("person"),
  /** How the person reads: their language, region and clock. */
  "person.preferences_set": changedPerson("person"),
  "person.suspended": bare("person"),
  "person.reactivated": bare("person"),
  /** A way into the account of a person, whatever organization it was changed in. */
  "person.account_changed": {
    subject: ["person"] as ["person"],
    data: z.object({ change: z.enum(ACCOUNT_CHANGES), changedAt: z.string() }),
  },
  "team.created": created("team"),
  "team.updated": changed("team"),
  "plan.created": created("plan"),
  "plan.updated": changed("plan"),
};

export type DirectoryEvent = EventsOf<typeof directoryEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(directoryEvents);
