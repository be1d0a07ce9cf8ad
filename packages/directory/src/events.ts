import { bare, changed, changedPerson, created, createdPerson, emitter } from "@working-social/db";
import type { EventsOf } from "@working-social/db";

/** What may happen in this domain. */
export const directoryEvents = {
  "organization.set_up": createdPerson("organization"),
  "person.invited": createdPerson("person"),
  "person.invitation_corrected": changedPerson("person"),
  "person.updated": changedPerson("person"),
  "person.suspended": bare("person"),
  "person.reactivated": bare("person"),
  "team.created": created("team"),
  "team.updated": changed("team"),
  "plan.created": created("plan"),
  "plan.updated": changed("plan"),
};

export type DirectoryEvent = EventsOf<typeof directoryEvents>;

/** Says that something of this domain has happened, in the transaction in which it does. */
export const emit = emitter(directoryEvents);
