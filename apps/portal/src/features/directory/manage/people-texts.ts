import { formatList, plural, type WordsLike } from "@working-social/kernel";
import { locale } from "../../../lib/locale.ts";
import { catalog } from "../../../lib/texts/catalog.ts";

const persons = (n: number) => plural("en", n, { one: `${n} person`, other: `${n} people` });
const teams = (n: number) => plural("en", n, { one: `${n} team`, other: `${n} teams` });

const en = {
  people: {
    subtitle: "Everybody who may sign in here, and what they may do.",
    invite: "Invite somebody",
    search: "Search by name or e-mail",
    name: "Name",
    email: "E-mail",
    emailHint: "Where the invitation goes, and how they sign in. It can be corrected until they sign in.",
    role: "Role",
    roleHint: "Only an owner gives roles beyond member.",
    team: "Team",
    plan: "Plan",
    planHint: "Their own plan comes before the plan of their team.",
    noPlan: "No plan of their own",
    noTeam: "No team",
    home: "Home location",
    paysPrivately: "Pays privately, and not the team",
    homeHint: "What they see first.",
    anyHome: "None in particular",
    status: "Status",
    statuses: { invited: "Invited", active: "Active", suspended: "Suspended" },
    roleNotes: {
      member: "Books for themselves.",
      team_admin: "Like a member; looks after a team later.",
      front_desk: "Sees and changes all bookings, books for others.",
      community_manager: "All of the space, people and rules; gives no roles.",
      billing_manager: "Reads the audit trail; billing comes with its own pages.",
      owner: "Everything, and gives roles.",
    },
    inviteTitle: "Invite somebody",
    invitation: "Send the invitation",
    invited: (name: string) => `${name} is invited. The mail is on its way.`,
    saved: (name: string) => `${name} is saved.`,
    correct: "Correct the address…",
    correctTitle: (name: string) => `Where should the invitation of ${name} go?`,
    correctHint: "The invitation that went to the earlier address no longer works.",
    correctSend: "Send the invitation there",
    corrected: (email: string) => `The invitation is on its way to ${email}.`,
    suspend: "Suspend",
    suspendTitle: (name: string) => `Suspend ${name}?`,
    suspendText: "They can't sign in or book any more, and are signed out everywhere.",
    suspendNot: "Don't suspend",
    suspendAndCancel: (n: number) =>
      plural("en", n, { one: "Suspend and cancel 1 booking", other: `Suspend and cancel ${n}` }),
    suspendReason: "Why the space cancels",
    suspendReasonHint: "They read it in the mail.",
    suspendReasonNeeded: "Write a few words: they will read them.",
    suspended: (name: string, cancelled: number) =>
      cancelled === 0
        ? `${name} is suspended.`
        : plural("en", cancelled, {
            one: `${name} is suspended, and 1 booking is cancelled.`,
            other: `${name} is suspended, and ${cancelled} bookings are cancelled.`,
          }),
    reactivate: "Let them in again",
    reactivated: (name: string) => `${name} may sign in again.`,
    onlyYou: "You are the first one here",
    onlyYouText: "Invite members by e-mail. They sign in with a code, and can book at once.",
    nobody: (search: string) => `Nobody has “${search}” in their name or address`,
    clearSearch: "Show everybody",
    shown: (n: number, hasMore: boolean) => (hasMore ? `The first ${n}` : persons(n)),
  },
  teams: {
    subtitle: "People who book together: one plan for all, and limits that they share.",
    add: "Add a team",
    editTitle: "Team",
    newTitle: "New team",
    name: "Name",
    plan: "Plan of the team",
    planHint: "For everybody in it who has no plan of their own.",
    noPlan: "No plan",
    people: "People",
    emptyTitle: "No teams yet",
    emptyText: "A team gives one plan to several people, and rules can limit what a team books at once or in a day.",
    saved: (name: string) => `${name} is saved.`,
  },
  plans: {
    subtitle: "What makes people members. Rates and rules can be made for a plan.",
    add: "Add a plan",
    editTitle: "Plan",
    newTitle: "New plan",
    name: "Name",
    nameHint: "As members know it: Full time, Ten days, Studio.",
    people: "People",
    teams: "Teams",
    had: (people: number, ofTeams: number) =>
      formatList(locale, [...(people > 0 ? [persons(people)] : []), ...(ofTeams > 0 ? [teams(ofTeams)] : [])]),
    emptyTitle: "No plans yet",
    emptyText:
      "With a plan somebody counts as a member: rates for members apply, and rules can be for some plans only.",
    saved: (name: string) => `${name} is saved.`,
  },
};

export type ManagePeopleTexts = WordsLike<typeof en>;
export const managePeopleTexts = catalog<ManagePeopleTexts>({ en, de: () => import("./people-texts.de.ts") });
