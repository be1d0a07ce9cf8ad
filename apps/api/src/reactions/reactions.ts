import { openCreditsOfPerson, openCreditsOfTeam } from "./open-credits.ts";
import { followPlanOfPerson, followPlanOfTeam, goOnWithRun } from "./contracts.ts";
import { tellOwnerOfAccount } from "../mail/account.ts";
import { mailInvitation } from "../mail/invitation.ts";
import { askDesk, remindDesk, tellDeskOfMissed } from "../mail/desk.ts";
import { tellMember } from "../mail/member.ts";
import type { Reactions } from "./reaction.ts";

/**
 * Everything that happens because something happened, whoever did it: a person, a device, a job, a program of ours. `within`: in
 * the same transaction; `after`: a job queued in it, at least once and with an effect once. (Live updates are announced by the
 * tables themselves: `whatever_ends_access_is_announced` and its like.)
 */
export const REACTIONS: Reactions = {
  "booking.created": { after: [askDesk, tellMember] },
  "booking.changed": { after: [askDesk, tellMember] },
  "booking.approved": { after: [tellMember] },
  "booking.declined": { after: [tellMember] },
  "booking.cancelled": { after: [tellMember] },
  "booking.cancelled_by_house": { after: [tellMember] },
  "booking.deleted": { after: [tellMember] },
  "booking.request_reminded": { after: [remindDesk] },
  "booking.request_expired": { after: [tellMember, tellDeskOfMissed] },

  "person.invited": { within: [openCreditsOfPerson, followPlanOfPerson], after: [mailInvitation] },
  "person.invitation_corrected": { after: [mailInvitation] },
  "person.updated": { within: [openCreditsOfPerson, followPlanOfPerson] },
  "person.suspended": { within: [openCreditsOfPerson] },
  "person.reactivated": { within: [openCreditsOfPerson] },
  "person.account_changed": { after: [tellOwnerOfAccount] },
  "team.created": { within: [openCreditsOfTeam, followPlanOfTeam] },
  "team.updated": { within: [openCreditsOfTeam, followPlanOfTeam] },

  "billing_run.started": { after: [goOnWithRun] },
};
