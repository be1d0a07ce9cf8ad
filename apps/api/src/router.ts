import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import * as booking from "@working-social/booking";
import * as schema from "@working-social/booking/schema";
import * as directory from "@working-social/directory";
import { z } from "zod";
import { createFirstOrganization } from "./set-up.ts";
import { sendInvitation } from "./mail/invitation.ts";
import { approveBooking, bookResource, confirmHold, declineBooking } from "./mail/bookings.ts";
import { liveChanges } from "./trpc/live-changes.ts";
import { member, open, router, staff } from "./trpc/trpc.ts";

// The whole API. A line says who may call, what goes in, and which verb answers; nothing is decided here.
// `open`: everybody. `member`: signed in. `staff(a, b)`: whose role gives one of these permissions.

const space = staff("manageSpace");
const people = staff("managePeople");
const desk = staff("manageBookings");

export const appRouter = router({
  session: router({
    needsSetup: open.query(({ ctx }) => directory.needsSetup(ctx.services.db)),
    me: member.query(({ ctx }) => directory.loadMe(ctx.member, ctx.signedIn)),
  }),

  setup: router({
    createOrganization: open.input(directory.SetUpOrganizationInput).mutation(({ ctx, input }) => createFirstOrganization(ctx, input)),
  }),

  people: router({
    list: staff("managePeople", "manageBookings").input(directory.ListPeopleInput).query(({ ctx, input }) => directory.listPeople(ctx.member, input)),
    names: desk.input(directory.PersonNamesInput).query(({ ctx, input }) => directory.searchPersonNames(ctx.member, input)),
    invite: people.input(directory.InvitePersonInput).mutation(({ ctx, input }) => directory.invitePerson(ctx.member, input, sendInvitation(ctx.services))),
    update: people.input(directory.UpdatePersonInput).mutation(({ ctx, input }) => directory.updatePerson(ctx.member, input)),
    suspend: people.input(directory.PersonIdInput).mutation(({ ctx, input }) => directory.suspendPerson(ctx.member, input)),
    reactivate: people.input(directory.PersonIdInput).mutation(({ ctx, input }) => directory.reactivatePerson(ctx.member, input)),
  }),

  teams: router({
    list: staff("managePeople", "manageBookings", "manageSpace").query(({ ctx }) => directory.listTeams(ctx.member)),
    create: people.input(directory.CreateTeamInput).mutation(({ ctx, input }) => directory.createTeam(ctx.member, input)),
    update: people.input(directory.UpdateTeamInput).mutation(({ ctx, input }) => directory.updateTeam(ctx.member, input)),
  }),

  plans: router({
    list: member.query(({ ctx }) => directory.listPlans(ctx.member)),
    create: people.input(directory.CreatePlanInput).mutation(({ ctx, input }) => directory.createPlan(ctx.member, input)),
    update: people.input(directory.UpdatePlanInput).mutation(({ ctx, input }) => directory.updatePlan(ctx.member, input)),
  }),

  audit: router({
    list: staff("seeAudit").input(directory.ListAuditInput).query(({ ctx, input }) => directory.listAudit(ctx.member, input)),
  }),

  locations: router({
    list: member.query(({ ctx }) => booking.listLocations(ctx.member)),
    create: space.input(schema.CreateLocationInput).mutation(({ ctx, input }) => booking.createLocation(ctx.member, input)),
    update: space.input(schema.UpdateLocationInput).mutation(({ ctx, input }) => booking.updateLocation(ctx.member, input)),
    hours: member.input(schema.OpeningHoursInput).query(({ ctx, input }) => booking.openingHours(ctx.member, input)),
    setHours: space.input(schema.SetOpeningHoursInput).mutation(({ ctx, input }) => booking.setOpeningHours(ctx.member, input)),
  }),

  resources: router({
    list: member.input(schema.ListResourcesInput).query(({ ctx, input }) => booking.listResources(ctx.member, input)),
    create: space.input(schema.CreateResourceInput).mutation(({ ctx, input }) => booking.createResource(ctx.member, input)),
    update: space.input(schema.UpdateResourceInput).mutation(({ ctx, input }) => booking.updateResource(ctx.member, input)),
    archive: space.input(schema.ResourceIdInput).mutation(({ ctx, input }) => booking.archiveResource(ctx.member, input)),
    restore: space.input(schema.ResourceIdInput).mutation(({ ctx, input }) => booking.restoreResource(ctx.member, input)),
  }),

  bookingRules: router({
    list: space.query(({ ctx }) => booking.listBookingRules(ctx.member)),
    create: space.input(schema.CreateBookingRuleInput).mutation(({ ctx, input }) => booking.createBookingRule(ctx.member, input)),
    update: space.input(schema.UpdateBookingRuleInput).mutation(({ ctx, input }) => booking.updateBookingRule(ctx.member, input)),
    archive: space.input(schema.BookingRuleIdInput).mutation(({ ctx, input }) => booking.archiveBookingRule(ctx.member, input)),
  }),

  rates: router({
    list: space.input(schema.ListRatesInput).query(({ ctx, input }) => booking.listRates(ctx.member, input)),
    create: space.input(schema.CreateRateInput).mutation(({ ctx, input }) => booking.createRate(ctx.member, input)),
    update: space.input(schema.UpdateRateInput).mutation(({ ctx, input }) => booking.updateRate(ctx.member, input)),
    archive: space.input(schema.RateIdInput).mutation(({ ctx, input }) => booking.archiveRate(ctx.member, input)),
  }),

  cancellationPolicies: router({
    list: space.input(schema.ListCancellationPoliciesInput).query(({ ctx, input }) => booking.listCancellationPolicies(ctx.member, input)),
    create: space.input(schema.CreateCancellationPolicyInput).mutation(({ ctx, input }) => booking.createCancellationPolicy(ctx.member, input)),
    update: space.input(schema.UpdateCancellationPolicyInput).mutation(({ ctx, input }) => booking.updateCancellationPolicy(ctx.member, input)),
    archive: space.input(schema.CancellationPolicyIdInput).mutation(({ ctx, input }) => booking.archiveCancellationPolicy(ctx.member, input)),
  }),

  availability: router({
    day: member.input(schema.DayInput).query(({ ctx, input }) => booking.dayView(ctx.member, input)),
    month: member.input(schema.MonthInput).query(({ ctx, input }) => booking.monthView(ctx.member, input)),
    search: member.input(schema.SearchInput).query(({ ctx, input }) => booking.searchSpace(ctx.member, input)),
    freeNow: member.input(schema.FreeNowInput).query(({ ctx, input }) => booking.freeNow(ctx.member, input)),
    simulate: staff("manageBookings", "manageSpace").input(schema.SimulateInput).query(({ ctx, input }) => booking.simulateBooking(ctx.member, input)),
  }),

  bookings: router({
    quote: member.input(schema.QuoteInput).query(({ ctx, input }) => booking.quoteSlot(ctx.member, input)),
    book: member.input(schema.BookInput).mutation(({ ctx, input }) => bookResource(ctx, input)),
    hold: member.input(schema.HoldInput).mutation(({ ctx, input }) => booking.holdSlot(ctx.member, input)),
    confirmHold: member.input(schema.ConfirmHoldInput).mutation(({ ctx, input }) => confirmHold(ctx, input)),
    releaseHold: member.input(schema.BookingIdInput).mutation(({ ctx, input }) => booking.releaseHold(ctx.member, input)),
    get: member.input(schema.BookingIdInput).query(({ ctx, input }) => booking.getBooking(ctx.member, input)),
    mine: member.input(schema.MyBookingsInput).query(({ ctx, input }) => booking.listMyBookings(ctx.member, input)),
    list: desk.input(schema.ListBookingsInput).query(({ ctx, input }) => booking.listBookings(ctx.member, input)),
    quoteChange: member.input(schema.ChangeQuoteInput).query(({ ctx, input }) => booking.quoteChange(ctx.member, input)),
    change: member.input(schema.ChangeBookingInput).mutation(({ ctx, input }) => booking.changeBooking(ctx.member, input)),
    previewCancellation: member.input(schema.BookingIdInput).query(({ ctx, input }) => booking.previewCancellation(ctx.member, input)),
    cancel: member.input(schema.CancelBookingInput).mutation(({ ctx, input }) => booking.cancelBooking(ctx.member, input)),
    remove: desk.input(schema.BookingReasonInput).mutation(({ ctx, input }) => booking.removeBooking(ctx.member, input)),
    approve: desk.input(schema.BookingIdInput).mutation(({ ctx, input }) => approveBooking(ctx, input)),
    decline: desk.input(schema.BookingReasonInput).mutation(({ ctx, input }) => declineBooking(ctx, input)),
    assignUnit: desk.input(schema.AssignUnitInput).mutation(({ ctx, input }) => booking.assignUnit(ctx.member, input)),
    history: member.input(schema.BookingIdInput).query(({ ctx, input }) => booking.bookingHistory(ctx.member, input)),
  }),

  feeds: router({
    list: member.query(({ ctx }) => booking.listFeeds(ctx.member)),
    create: member.input(schema.CreateFeedInput).mutation(({ ctx, input }) => booking.createFeed(ctx.member, input)),
    revoke: member.input(schema.RevokeFeedInput).mutation(({ ctx, input }) => booking.revokeFeed(ctx.member, input)),
  }),

  live: router({
    changes: member.input(z.strictObject({ locationId: z.uuid() })).subscription(({ ctx, input, signal }) => liveChanges({ ctx, locationId: input.locationId, signal })),
  }),
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export type { ApiRefusal, InputIssue } from "./trpc/refusals.ts";
export type { LiveChange } from "./live.ts";
