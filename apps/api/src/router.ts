import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import * as booking from "@working-social/booking";
import * as schema from "@working-social/booking/schema";
import * as charges from "@working-social/charges";
import * as copier from "@working-social/copier";
import * as credits from "@working-social/credits";
import * as directory from "@working-social/directory";
import * as feeds from "@working-social/feeds";
import { z } from "zod";
import { loadBackups } from "./backups.ts";
import { askForSetUp, createFirstOrganization } from "./set-up.ts";
import { toldOnce } from "./told-once.ts";
import { keyed } from "./trpc/keyed.ts";
import { liveChanges } from "./trpc/live-changes.ts";
import { member, open, router, staff } from "./trpc/trpc.ts";
import { verb } from "./trpc/verb.ts";
import { listUndelivered, retryUndelivered } from "./undelivered.ts";

// The whole API. A line says who may call, what goes in, and which verb answers; nothing is decided here.
// `verb(f)` is f(context of the caller, input); `keyed(schema)`: with an idempotency key; `toldOnce(f)`: an answer with a secret that nothing keeps. `open`: everybody. `member`: signed in. `staff(a, b)`: whose role gives one of these permissions.

const space = staff("manageSpace");
const people = staff("managePeople");
const desk = staff("manageBookings");

export const appRouter = router({
  session: router({
    needsSetup: open.query(({ ctx }) => askForSetUp(ctx)),
    me: member.query(({ ctx }) => directory.loadMe(ctx.member, ctx.signedIn)),
  }),

  setup: router({
    createOrganization: open
      .input(directory.SetUpOrganizationInput)
      .mutation(({ ctx, input }) => createFirstOrganization(ctx, input)),
  }),

  people: router({
    list: staff("managePeople", "manageBookings").input(directory.ListPeopleInput).query(verb(directory.listPeople)),
    names: desk.input(directory.PersonNamesInput).query(verb(directory.searchPersonNames)),
    get: staff("managePeople", "manageBookings").input(directory.PersonIdInput).query(verb(directory.getPerson)),
    invite: people.input(keyed(directory.InvitePersonInput)).mutation(verb(directory.invitePerson)),
    correctInvitation: people.input(directory.CorrectInvitationInput).mutation(verb(directory.correctInvitation)),
    update: people.input(directory.UpdatePersonInput).mutation(verb(directory.updatePerson)),
    suspend: people.input(directory.PersonIdInput).mutation(verb(directory.suspendPerson)),
    reactivate: people.input(directory.PersonIdInput).mutation(verb(directory.reactivatePerson)),
  }),

  teams: router({
    list: staff("managePeople", "manageBookings", "manageSpace").query(verb(directory.listTeams)),
    create: people.input(keyed(directory.CreateTeamInput)).mutation(verb(directory.createTeam)),
    update: people.input(directory.UpdateTeamInput).mutation(verb(directory.updateTeam)),
  }),

  plans: router({
    list: member.query(verb(directory.listPlans)),
    create: people.input(keyed(directory.CreatePlanInput)).mutation(verb(directory.createPlan)),
    update: people.input(directory.UpdatePlanInput).mutation(verb(directory.updatePlan)),
  }),

  audit: router({
    list: staff("seeAudit").input(directory.ListAuditInput).query(verb(directory.listAudit)),
  }),

  backups: router({
    status: space.query(({ ctx }) => loadBackups(ctx)),
  }),

  undelivered: router({
    list: desk.query(({ ctx }) => listUndelivered(ctx)),
    retry: desk.mutation(({ ctx }) => retryUndelivered(ctx)),
  }),

  locations: router({
    list: member.query(verb(booking.listLocations)),
    create: space.input(keyed(schema.CreateLocationInput)).mutation(verb(booking.createLocation)),
    update: space.input(schema.UpdateLocationInput).mutation(verb(booking.updateLocation)),
    hours: member.input(schema.OpeningHoursInput).query(verb(booking.openingHours)),
    approvalReminders: staff("manageSpace", "manageBookings")
      .input(schema.ApprovalRemindersInput)
      .query(verb(booking.approvalReminders)),
    setApprovalReminders: space.input(schema.SetApprovalRemindersInput).mutation(verb(booking.setApprovalReminders)),
    setHours: space.input(schema.SetOpeningHoursInput).mutation(verb(booking.setOpeningHours)),
  }),

  resources: router({
    list: member.input(schema.ListResourcesInput).query(verb(booking.listResources)),
    create: space.input(keyed(schema.CreateResourceInput)).mutation(verb(booking.createResource)),
    update: space.input(schema.UpdateResourceInput).mutation(verb(booking.updateResource)),
    order: space.input(schema.OrderResourcesInput).mutation(verb(booking.orderResources)),
    archive: space.input(schema.ResourceIdInput).mutation(verb(booking.archiveResource)),
    restore: space.input(schema.ResourceIdInput).mutation(verb(booking.restoreResource)),
  }),

  floors: router({
    list: member.input(schema.ListFloorsInput).query(verb(booking.listFloors)),
    create: space.input(keyed(schema.CreateFloorsInput)).mutation(verb(booking.createFloors)),
    save: space.input(keyed(schema.SaveFloorInput)).mutation(verb(booking.saveFloor)),
    remove: space.input(keyed(schema.RemoveFloorInput)).mutation(verb(booking.removeFloor)),
  }),

  bookingRules: router({
    list: space.query(verb(booking.listBookingRules)),
    create: space.input(keyed(schema.CreateBookingRuleInput)).mutation(verb(booking.createBookingRule)),
    update: space.input(schema.UpdateBookingRuleInput).mutation(verb(booking.updateBookingRule)),
    archive: space.input(keyed(schema.BookingRuleIdInput)).mutation(verb(booking.archiveBookingRule)),
  }),

  rates: router({
    list: space.input(schema.ListRatesInput).query(verb(booking.listRates)),
    create: space.input(keyed(schema.CreateRateInput)).mutation(verb(booking.createRate)),
    update: space.input(schema.UpdateRateInput).mutation(verb(booking.updateRate)),
    archive: space.input(keyed(schema.RateIdInput)).mutation(verb(booking.archiveRate)),
  }),

  cancellationPolicies: router({
    list: space.input(schema.ListCancellationPoliciesInput).query(verb(booking.listCancellationPolicies)),
    create: space.input(keyed(schema.CreateCancellationPolicyInput)).mutation(verb(booking.createCancellationPolicy)),
    update: space.input(schema.UpdateCancellationPolicyInput).mutation(verb(booking.updateCancellationPolicy)),
    archive: space.input(keyed(schema.CancellationPolicyIdInput)).mutation(verb(booking.archiveCancellationPolicy)),
  }),

  availability: router({
    day: member.input(schema.DayInput).query(verb(booking.dayView)),
    month: member.input(schema.MonthInput).query(verb(booking.monthView)),
    search: member.input(schema.SearchInput).query(verb(booking.searchSpace)),
    freeNow: member.input(schema.FreeNowInput).query(verb(booking.freeNow)),
    simulate: staff("manageBookings", "manageSpace").input(schema.SimulateInput).query(verb(booking.simulateBooking)),
  }),

  bookings: router({
    quote: member.input(schema.QuoteInput).query(verb(booking.quoteSlot)),
    book: member.input(schema.BookInput).mutation(verb(booking.bookResource)),
    hold: member.input(schema.HoldInput).mutation(verb(booking.holdSlot)),
    confirmHold: member.input(schema.ConfirmHoldInput).mutation(verb(booking.confirmHold)),
    releaseHold: member.input(schema.BookingActInput).mutation(verb(booking.releaseHold)),
    get: member.input(schema.BookingIdInput).query(verb(booking.getBooking)),
    mine: member.input(schema.MyBookingsInput).query(verb(booking.listMyBookings)),
    list: desk.input(schema.ListBookingsInput).query(verb(booking.listBookings)),
    quoteChange: member.input(schema.ChangeQuoteInput).query(verb(booking.quoteChange)),
    change: member.input(schema.ChangeBookingInput).mutation(verb(booking.changeBooking)),
    previewCancellation: member.input(schema.BookingIdInput).query(verb(booking.previewCancellation)),
    cancel: member.input(schema.CancelBookingInput).mutation(verb(booking.cancelBooking)),
    remove: desk.input(schema.BookingReasonInput).mutation(verb(booking.removeBooking)),
    coming: desk.input(schema.ComingBookingsInput).query(verb(booking.comingBookings)),
    strandedByArchiving: space.input(schema.StrandedByArchivingInput).mutation(verb(booking.strandedByArchiving)),
    strandedByHours: space.input(schema.SetOpeningHoursInput).mutation(verb(booking.strandedByHours)),
    cancelByHouse: desk.input(schema.CancelByHouseInput).mutation(verb(booking.cancelByHouse)),
    approve: desk.input(schema.BookingActInput).mutation(verb(booking.approveBooking)),
    decline: desk.input(schema.BookingReasonInput).mutation(verb(booking.declineBooking)),
    assignUnit: desk.input(schema.AssignUnitInput).mutation(verb(booking.assignUnit)),
    history: member.input(schema.BookingIdInput).query(verb(booking.bookingHistory)),
  }),

  feeds: router({
    list: member.query(verb(feeds.listFeeds)),
    create: member.input(keyed(feeds.CreateFeedInput)).mutation(toldOnce(feeds.createFeed)),
    revoke: member.input(keyed(feeds.RevokeFeedInput)).mutation(verb(feeds.revokeFeed)),
  }),

  printing: router({
    mine: member.input(copier.ListPrintJobsInput).query(verb(copier.listPrintJobs)),
    waiting: member.query(verb(copier.waitingJobs)),
    release: member.input(copier.ReleaseJobInput).mutation(verb(copier.releaseJob)),
    cancel: member.input(copier.PrintJobIdInput).mutation(verb(copier.cancelPrintJob)),
    makePin: member.mutation(verb(copier.makePrintPin)),
    makeCode: member.mutation(verb(copier.makeReleaseCode)),
    prices: member.input(copier.PrintPricesInput).query(verb(copier.printPrices)),
    setPrices: space.input(copier.SetPrintPricesInput).mutation(verb(copier.setPrintPrices)),
    devices: staff("manageSpace", "manageBookings").query(verb(copier.listPrintDevices)),
    createDevice: space.input(keyed(copier.CreatePrintDeviceInput)).mutation(toldOnce(copier.createPrintDevice)),
    replaceToken: space.input(copier.PrintDeviceIdInput).mutation(verb(copier.replacePrintToken)),
    revokeDevice: space.input(keyed(copier.PrintDeviceIdInput)).mutation(verb(copier.revokePrintDevice)),
    createKiosk: space.input(keyed(copier.CreatePrintKioskInput)).mutation(toldOnce(copier.createPrintKiosk)),
    revokeKiosk: space.input(keyed(copier.PrintKioskIdInput)).mutation(verb(copier.revokePrintKiosk)),
    unknownUsers: desk.query(verb(copier.unknownPrintUsers)),
    knownUsers: desk.query(verb(copier.knownPrintUsers)),
    assignUser: desk.input(copier.AssignUnknownUserInput).mutation(verb(copier.assignUnknownUser)),
    forgetUser: desk.input(keyed(copier.ForgetPrintUserInput)).mutation(verb(copier.forgetPrintUser)),
    exceptions: desk.query(verb(copier.printExceptions)),
    count: desk.input(keyed(copier.CountPrintJobInput)).mutation(verb(copier.countPrintJob)),
    refund: desk.input(copier.RefundPrintJobInput).mutation(verb(copier.refundPrintJob)),
    dismissProblem: desk.input(copier.AnswerPrintProblemInput).mutation(verb(copier.dismissPrintProblem)),
    countSecondPrint: desk.input(copier.AnswerPrintProblemInput).mutation(verb(copier.countSecondPrint)),
  }),

  credits: router({
    wallet: member.input(credits.WalletInput).query(verb(credits.wallet)),
    explain: member.input(credits.ExplainBalanceInput).query(verb(credits.explainBalance)),
    statement: member.input(credits.ExplainBalanceInput).query(verb(credits.balanceStatement)),
    teamWallet: staff("managePeople", "manageBookings").input(credits.TeamWalletInput).query(verb(credits.teamWallet)),
    explainTeam: staff("managePeople", "manageBookings")
      .input(credits.ExplainTeamBalanceInput)
      .query(verb(credits.explainTeamBalance)),
    teamStatement: staff("managePeople", "manageBookings")
      .input(credits.ExplainTeamBalanceInput)
      .query(verb(credits.teamStatement)),
    give: people.input(credits.GiveCreditsInput).mutation(verb(charges.giveCredits)),
    takeBack: people.input(credits.TakeCreditsBackInput).mutation(verb(credits.takeCreditsBack)),
    setOverdraft: people.input(credits.SetOverdraftInput).mutation(verb(credits.setOverdraft)),
    planAllowances: people.input(credits.PlanIdInput).query(verb(credits.planAllowances)),
    setPlanAllowances: people.input(credits.SetPlanAllowancesInput).mutation(verb(charges.changePlanAllowances)),
    packs: member.query(verb(charges.listPacks)),
    createPack: people.input(keyed(charges.CreatePackInput)).mutation(verb(charges.createPack)),
    updatePack: people.input(keyed(charges.UpdatePackInput)).mutation(verb(charges.updatePack)),
    archivePack: people.input(keyed(charges.PackIdInput)).mutation(verb(charges.archivePack)),
    buyPack: member.input(charges.BuyPackInput).mutation(verb(charges.buyPack)),
    charges: member.input(charges.ListChargesInput).query(verb(charges.listCharges)),
  }),

  live: router({
    changes: member
      .input(z.strictObject({ locationId: z.uuid(), since: z.string().max(40).optional() }))
      .subscription(({ ctx, input, signal }) => liveChanges({ ctx, ...input, signal })),
  }),
});

export type AppRouter = typeof appRouter;
export type RouterInputs = inferRouterInputs<AppRouter>;
export type RouterOutputs = inferRouterOutputs<AppRouter>;
export type { InputIssue } from "@working-social/kernel";
export type { ApiRefusal } from "./trpc/refusals.ts";
export type { LiveChange } from "./live.ts";
