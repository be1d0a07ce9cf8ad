import type { AppRouter } from "@working-social/api";

type Routers = AppRouter["_def"]["record"];
type Named<Kind extends "query" | "mutation"> = {
  [Router in keyof Routers & string]: {
    [Name in keyof Routers[Router] & string]: Routers[Router][Name] extends { _def: { type: Kind } }
      ? `${Router}.${Name}`
      : never;
  }[keyof Routers[Router] & string];
}[keyof Routers & string];

export type MutationName = Named<"mutation">;
type QueryName = Named<"query">;
/** One question, or all that a router answers. */
export type Stale = QueryName | (QueryName extends `${infer Router}.${string}` ? Router : never);

/** What a change at a location shows on, whoever made it: the live stream tells of it, and a change of one's own as well. */
export const TOLD_LIVE = ["availability", "bookings", "credits", "printing"] as const satisfies readonly Stale[];

/** Credits cover bookings and documents, so prices may read another way. Of credits the stream tells nothing. */
const CREDITS = ["credits", "printing", "bookings", "availability"] as const;
/** What can be booked, and at what price. */
const TERMS = ["availability", "bookings"] as const;
const PEOPLE = ["people", "teams", "plans"] as const;
/** Only looks, or tells a secret that nothing shows. */
const CONTRACTS = ["contracts", "plans", "people", "teams", "billing.preview", ...CREDITS] as const;
const NOTHING = [] as const;

/**
 * What each change of the API makes stale: the one list. A mutation without a line does not compile, nor does a name that no
 * longer answers. The audit trail has a line of every change, so it stands in none of these.
 */
export const STALE = {
  "setup.createOrganization": NOTHING,
  "session.setPreferences": ["session.me"],

  "people.invite": PEOPLE,
  "people.correctInvitation": ["people"],
  // Another plan gives other credits; it may be oneself.
  "people.update": [...PEOPLE, ...CREDITS, "session.me"],
  "people.suspend": PEOPLE,
  "people.reactivate": PEOPLE,
  "teams.create": ["teams", "people"],
  "teams.update": [...PEOPLE, ...CREDITS],
  "plans.create": PEOPLE,
  "plans.update": [...PEOPLE, "credits"],
  "undelivered.retry": ["undelivered"],

  // The tax of a place is in the price of the packs that are good there, and of what is printed there.
  "locations.create": ["locations", "availability", "credits.packs"],
  "locations.update": ["locations", ...TERMS, "credits.packs", "printing"],
  "locations.setApprovalReminders": ["locations.approvalReminders"],
  "locations.setHours": ["locations", "availability"],
  "resources.create": ["resources", "availability"],
  "resources.update": ["resources", ...TERMS],
  "resources.order": ["resources", "availability"],
  "resources.archive": ["resources", ...TERMS],
  "resources.restore": ["resources", ...TERMS],
  "floors.create": ["floors"],
  "floors.save": ["floors"],
  "floors.remove": ["floors"],

  "bookingRules.create": ["bookingRules", ...TERMS],
  "bookingRules.update": ["bookingRules", ...TERMS],
  "bookingRules.archive": ["bookingRules", ...TERMS],
  "rates.create": ["rates", ...TERMS],
  "rates.update": ["rates", ...TERMS],
  "rates.archive": ["rates", ...TERMS],
  "cancellationPolicies.create": ["cancellationPolicies", ...TERMS],
  "cancellationPolicies.update": ["cancellationPolicies", ...TERMS],
  "cancellationPolicies.archive": ["cancellationPolicies", ...TERMS],

  "bookings.book": TOLD_LIVE,
  "bookings.hold": TOLD_LIVE,
  "bookings.confirmHold": TOLD_LIVE,
  "bookings.releaseHold": TOLD_LIVE,
  "bookings.change": TOLD_LIVE,
  "bookings.cancel": TOLD_LIVE,
  "bookings.remove": TOLD_LIVE,
  "bookings.cancelByHouse": TOLD_LIVE,
  "bookings.approve": TOLD_LIVE,
  "bookings.decline": TOLD_LIVE,
  "bookings.assignUnit": TOLD_LIVE,
  "bookings.strandedByArchiving": NOTHING,
  "bookings.strandedByHours": NOTHING,

  "feeds.create": ["feeds"],
  "feeds.revoke": ["feeds"],

  "printing.release": ["printing", "credits"],
  "printing.cancel": ["printing", "credits"],
  "printing.makePin": NOTHING,
  "printing.makeCode": NOTHING,
  "printing.setPrices": ["printing"],
  "printing.createDevice": ["printing"],
  "printing.replaceToken": ["printing"],
  "printing.revokeDevice": ["printing"],
  "printing.createKiosk": ["printing"],
  "printing.revokeKiosk": ["printing"],
  // What waited for its owner is charged now.
  "printing.assignUser": ["printing", "credits"],
  "printing.forgetUser": ["printing"],
  "printing.count": ["printing", "credits"],
  "printing.refund": ["printing", "credits"],
  "printing.dismissProblem": ["printing"],
  "printing.countSecondPrint": ["printing", "credits"],

  "credits.give": CREDITS,
  "credits.takeBack": CREDITS,
  "credits.setOverdraft": CREDITS,
  "credits.setPlanAllowances": ["plans", ...CREDITS],
  "credits.createPack": ["credits.packs"],
  "credits.updatePack": ["credits.packs"],
  "credits.archivePack": ["credits.packs"],
  "credits.buyPack": CREDITS,

  // A plan that begins brings its credits and rates.
  "plans.publishVersion": ["plans", "contracts"],
  "contracts.sign": CONTRACTS,
  "contracts.change": CONTRACTS,
  "billing.start": ["billing", "invoices", "contracts"],
  "invoices.credit": ["invoices", "billing", "contracts"],

  // What a seller lacks, accounts lack too.
  "sellers.create": ["sellers", "accounts"],
  "sellers.update": ["sellers", "accounts"],
  "sellers.archive": ["sellers", "accounts"],
  "sellers.setNumberPattern": ["sellers"],
  "sellers.setLock": ["sellers"],
  "sellers.assignLocation": ["sellers"],
  "sellers.setLogo": ["sellers"],
  "accounts.update": ["accounts"],
  "accounts.setContacts": ["accounts"],
  "accounts.checkVatId": ["accounts"],
  "products.create": ["products"],
  "products.update": ["products"],
  "products.archive": ["products"],
  "taxRates.set": ["taxRates"],
} satisfies Readonly<Record<MutationName, readonly Stale[]>>;

export function isMutationName(name: string): name is MutationName {
  return name in STALE;
}
