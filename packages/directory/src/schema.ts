import { EDITED, Seen } from "@working-social/kernel/edit-input";
import { HourCycleCode, LanguageCode, RegionCode } from "@working-social/kernel/reader-input";
import { typedLine } from "@working-social/kernel/typed-text";
import { z } from "zod";
import type { HourCycle, Role } from "@working-social/kernel";
import { isCurrency, isTimeZone, ROLES } from "@working-social/kernel";

export type { DirectoryRefusal } from "./errors.ts";

const Id = z.uuid();
const Name = typedLine({ max: 120 });
const Email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase());
export const RoleName = z.enum(ROLES);

/** What a person may do, derived from the role by `rules.ts`; the client hides what it may not, the server refuses it. */
export interface Permissions {
  /** Locations, resources, hours, rules, rates, cancellation policies. */
  manageSpace: boolean;
  /** People, teams, plans, invitations. */
  managePeople: boolean;
  /** See and change everybody's bookings, book for others, approve, delete. */
  manageBookings: boolean;
  /** Give and take roles above member. */
  manageRoles: boolean;
  seeAudit: boolean;
  /** Plans, contracts, letting. */
  manageContracts: boolean;
  /** Sellers, taxes, accounts, runs, invoices, the journal. */
  manageBilling: boolean;
}

/** One organization that the signed-in user belongs to. */
export interface MembershipView {
  organizationId: string;
  organizationName: string;
  organizationSlug: string;
  personId: string;
  role: Role;
}

/** How somebody reads; null: nothing is chosen, and the browser decides. A language may be one of a later version. */
export interface PreferencesView {
  language: string | null;
  region: string | null;
  hourCycle: HourCycle | null;
}
export const SetPreferencesInput = z
  .strictObject({
    language: LanguageCode.nullable(),
    region: RegionCode.nullable(),
    hourCycle: HourCycleCode.nullable(),
  })
  .exactPartial()
  .extend({ seen: Seen });
export type SetPreferencesInput = z.infer<typeof SetPreferencesInput>;

/** Who I am here: the first thing that the portal asks. */
export interface MeView {
  person: {
    id: string;
    name: string;
    email: string;
    role: Role;
    planName: string | null;
    teamName: string | null;
    homeLocationId: string | null;
  };
  preferences: PreferencesView;
  /** The language of the person's location, else of the organization's oldest; null: there is none yet. */
  placeLanguage: string | null;
  organization: { id: string; name: string; slug: string };
  permissions: Permissions;
  /** Staff without a second factor are asked to set one up. */
  hasSecondFactor: boolean;
  memberships: MembershipView[];
}

export const SetUpOrganizationInput = z.strictObject({
  /** The code that the server printed; not asked of whoever sits at its machine. */
  code: z.string().trim().max(40),
  organizationName: Name,
  locationName: Name,
  timeZone: z.string().max(64).refine(isTimeZone, { error: "unknown_time_zone" }),
  currency: z.string().length(3).refine(isCurrency, { error: "unknown_currency" }),
  /** Of the location: what its mails and its kiosks speak. */
  language: LanguageCode.default("en"),
  region: RegionCode.nullable().default(null),
  ownerName: Name,
  ownerEmail: Email,
  ownerPassword: z.string().min(12).max(128),
});
export type SetUpOrganizationInput = z.infer<typeof SetUpOrganizationInput>;

const personFields = {
  name: Name,
  role: RoleName,
  teamId: Id.nullable(),
  planId: Id.nullable(),
  homeLocationId: Id.nullable(),
};
/** The address can't change after the first sign-in: it is how the person signs in. An invitation by mail goes out. */
export const InvitePersonInput = z.strictObject({
  ...personFields,
  email: Email,
  /** As said of `UpdatePersonInput`; not so where nothing is said. */
  paysPrivately: z.boolean().exactOptional(),
});
export type InvitePersonInput = z.infer<typeof InvitePersonInput>;
/** Another address for somebody who has not signed in yet; the invitation goes there. */
export const CorrectInvitationInput = z.strictObject({ id: Id, email: Email, seen: Seen });
export type CorrectInvitationInput = z.infer<typeof CorrectInvitationInput>;
export const UpdatePersonInput = z
  .strictObject({
    ...personFields,
    /** In a team, and yet charged on their own account from now on. */
    paysPrivately: z.boolean(),
  })
  .exactPartial()
  .extend(EDITED);
export type UpdatePersonInput = z.infer<typeof UpdatePersonInput>;
export const PersonIdInput = z.strictObject({ id: Id });
export type PersonIdInput = z.infer<typeof PersonIdInput>;
export const ListPeopleInput = z.strictObject({ search: z.string().max(120), cursor: z.string().max(200).nullable() });
export type ListPeopleInput = z.infer<typeof ListPeopleInput>;

export interface PersonView {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: "invited" | "active" | "suspended";
  teamId: string | null;
  teamName: string | null;
  planId: string | null;
  planName: string | null;
  homeLocationId: string | null;
  /** In a team, and yet charged on their own account. */
  paysPrivately: boolean;
}
export interface PeoplePage {
  people: PersonView[];
  nextCursor: string | null;
}

export const PersonNamesInput = z.strictObject({ search: z.string().max(120) });
export type PersonNamesInput = z.infer<typeof PersonNamesInput>;

/** What other members need in order to name somebody, such as when staff book for them. */
export interface PersonName {
  id: string;
  name: string;
}

export const CreateTeamInput = z.strictObject({ name: Name, planId: Id.nullable() });
export type CreateTeamInput = z.infer<typeof CreateTeamInput>;
export const UpdateTeamInput = CreateTeamInput.exactPartial().extend(EDITED);
export type UpdateTeamInput = z.infer<typeof UpdateTeamInput>;
export interface TeamView {
  id: string;
  name: string;
  planId: string | null;
  planName: string | null;
  peopleCount: number;
}

export const CreatePlanInput = z.strictObject({ name: Name });
export type CreatePlanInput = z.infer<typeof CreatePlanInput>;
export const UpdatePlanInput = CreatePlanInput.exactPartial().extend(EDITED);
export type UpdatePlanInput = z.infer<typeof UpdatePlanInput>;
export interface PlanView {
  id: string;
  name: string;
  /** Whose own plan it is. */
  peopleCount: number;
  /** What it gives a team is shared by the team's people. */
  teamCount: number;
}

export const ListAuditInput = z.strictObject({ subjectId: Id.nullable(), cursor: z.string().max(200).nullable() });
export type ListAuditInput = z.infer<typeof ListAuditInput>;
export interface AuditEntryView {
  id: string;
  at: string;
  /** Of `Actor`; `system`: a device or a job, before each was told apart. */
  actorKind: string;
  /** A person's or a device's name, the job's word, or the source of what was imported. */
  actorName: string;
  /** The name of the event: booking.created. One of an earlier version may be unknown. */
  event: string;
  subjectType: string;
  subjectId: string;
  /** What it is called now, or was when it went; null: it has no name of its own. */
  subjectName: string | null;
  /** The fields that an update changed, with names in place of ids. */
  changes: AuditChange[];
  /** Of the amounts among them (`…Minor`); null: there are none, or what they were of is no more. */
  currency: string | null;
  /** Of a booking, as it is now. */
  booking: AuditBooking | null;
  /** Of a booking that got another slot or resource: from where to where. */
  moved: { from: AuditSlot; to: AuditSlot } | null;
  /** Of credits that were given, taken back, bought or allowed. */
  credits: { unit: string; currency: string | null; quantity: number } | null;
  reason: string | null;
}
export interface AuditChange {
  field: string;
  /** As the field was kept: text, number, yes or no, a list, or a structure of its own. */
  before?: unknown;
  after?: unknown;
}
export interface AuditSlot {
  /** Null: it is not known any more. */
  resourceName: string | null;
  startsAt: string;
  endsAt: string;
}
export interface AuditBooking extends AuditSlot {
  personName: string | null;
  timeZone: string;
}
export interface AuditPage {
  entries: AuditEntryView[];
  nextCursor: string | null;
}
