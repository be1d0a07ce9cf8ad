import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import * as billing from "@working-social/billing";
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
import { derivingSecret } from "./deriving-secret.ts";
import { askingRegister } from "./trpc/asking-register.ts";
import { keyed } from "./trpc/keyed.ts";
import { liveChanges } from "./trpc/live-changes.ts";
import { needing, open, router } from "./trpc/trpc.ts";
import { mutation, query } from "./trpc/verb.ts";
import { listUndelivered, retryUndelivered } from "./undelivered.ts";

// The whole API. A line says which verb answers and what goes in; nothing is decided here. What a caller needs stands with the verb
// (`verb.needs`), once: the gate reads it there. `keyed(schema)`: with an idempotency key; `derivingSecret`: an answer with a secret that
// nothing keeps; `open`: everybody, signed in or not. `permissions.txt` lists who may what.

export const appRouter = router({
  session: router({
    needsSetup: open.query(({ ctx }) => askForSetUp(ctx)),
    me: needing(directory.loadMe).query(({ ctx }) => directory.loadMe(ctx.member, ctx.signedIn)),
    setPreferences: mutation(directory.setPreferences, directory.SetPreferencesInput),
  }),

  setup: router({
    createOrganization: open
      .input(directory.SetUpOrganizationInput)
      .mutation(({ ctx, input }) => createFirstOrganization(ctx, input)),
  }),

  people: router({
    list: query(directory.listPeople, directory.ListPeopleInput),
    names: query(directory.searchPersonNames, directory.PersonNamesInput),
    get: query(directory.getPerson, directory.PersonIdInput),
    invite: mutation(directory.invitePerson, keyed(directory.InvitePersonInput)),
    correctInvitation: mutation(directory.correctInvitation, directory.CorrectInvitationInput),
    update: mutation(directory.updatePerson, directory.UpdatePersonInput),
    suspend: mutation(directory.suspendPerson, directory.PersonIdInput),
    reactivate: mutation(directory.reactivatePerson, directory.PersonIdInput),
  }),

  teams: router({
    list: query(directory.listTeams),
    create: mutation(directory.createTeam, keyed(directory.CreateTeamInput)),
    update: mutation(directory.updateTeam, directory.UpdateTeamInput),
  }),

  plans: router({
    list: query(directory.listPlans),
    create: mutation(directory.createPlan, keyed(directory.CreatePlanInput)),
    update: mutation(directory.updatePlan, directory.UpdatePlanInput),
    versions: query(billing.listPlanVersions, billing.PlanVersionsInput),
    publishVersion: mutation(billing.publishPlanVersion, keyed(billing.PublishPlanVersionInput)),
  }),

  contracts: router({
    mine: query(billing.listMyContracts),
    list: query(billing.listContracts, billing.ListContractsInput),
    get: query(billing.getContract, billing.ContractIdInput),
    sign: mutation(billing.signContract, keyed(billing.SignContractInput)),
    previewChange: query(billing.previewContractChange, billing.ChangeContractInput),
    change: mutation(billing.changeContract, keyed(billing.ChangeContractInput)),
  }),

  invoices: router({
    list: query(billing.listInvoices, billing.ListInvoicesInput),
    mine: query(billing.listMyInvoices, billing.MyInvoicesInput),
    get: query(billing.getInvoice, billing.InvoiceIdInput),
    credit: mutation(billing.creditInvoice, keyed(billing.CreditInvoiceInput)),
  }),

  billing: router({
    preview: query(billing.previewRun, billing.StartRunInput),
    previewAccount: query(billing.previewAccount, billing.PreviewAccountInput),
    start: mutation(billing.startRun, keyed(billing.StartRunInput)),
    runs: query(billing.listRuns),
    run: query(billing.getRun, billing.RunIdInput),
    results: query(billing.listRunResults, billing.RunIdInput),
    trialBalance: query(billing.trialBalance, billing.TrialBalanceInput),
    journal: query(billing.listEntries, billing.ListEntriesInput),
  }),

  audit: router({
    list: query(directory.listAudit, directory.ListAuditInput),
  }),

  backups: router({
    status: needing(loadBackups).query(({ ctx }) => loadBackups(ctx)),
  }),

  undelivered: router({
    list: needing(listUndelivered).query(({ ctx }) => listUndelivered(ctx)),
    retry: needing(retryUndelivered).mutation(({ ctx }) => retryUndelivered(ctx)),
  }),

  locations: router({
    list: query(booking.listLocations),
    create: mutation(booking.createLocation, keyed(schema.CreateLocationInput)),
    update: mutation(booking.updateLocation, schema.UpdateLocationInput),
    hours: query(booking.openingHours, schema.OpeningHoursInput),
    approvalReminders: query(booking.approvalReminders, schema.ApprovalRemindersInput),
    setApprovalReminders: mutation(booking.setApprovalReminders, schema.SetApprovalRemindersInput),
    setHours: mutation(booking.setOpeningHours, schema.SetOpeningHoursInput),
  }),

  resources: router({
    list: query(booking.listResources, schema.ListResourcesInput),
    create: mutation(booking.createResource, keyed(schema.CreateResourceInput)),
    update: mutation(booking.updateResource, schema.UpdateResourceInput),
    order: mutation(booking.orderResources, schema.OrderResourcesInput),
    archive: mutation(booking.archiveResource, schema.ResourceIdInput),
    restore: mutation(booking.restoreResource, schema.ResourceIdInput),
  }),

  floors: router({
    list: query(booking.listFloors, schema.ListFloorsInput),
    create: mutation(booking.createFloors, keyed(schema.CreateFloorsInput)),
    save: mutation(booking.saveFloor, keyed(schema.SaveFloorInput)),
    remove: mutation(booking.removeFloor, keyed(schema.RemoveFloorInput)),
  }),

  bookingRules: router({
    list: query(booking.listBookingRules),
    create: mutation(booking.createBookingRule, keyed(schema.CreateBookingRuleInput)),
    update: mutation(booking.updateBookingRule, schema.UpdateBookingRuleInput),
    archive: mutation(booking.archiveBookingRule, keyed(schema.BookingRuleIdInput)),
  }),

  rates: router({
    list: query(booking.listRates, schema.ListRatesInput),
    create: mutation(booking.createRate, keyed(schema.CreateRateInput)),
    update: mutation(booking.updateRate, schema.UpdateRateInput),
    archive: mutation(booking.archiveRate, keyed(schema.RateIdInput)),
  }),

  cancellationPolicies: router({
    list: query(booking.listCancellationPolicies, schema.ListCancellationPoliciesInput),
    create: mutation(booking.createCancellationPolicy, keyed(schema.CreateCancellationPolicyInput)),
    update: mutation(booking.updateCancellationPolicy, schema.UpdateCancellationPolicyInput),
    archive: mutation(booking.archiveCancellationPolicy, keyed(schema.CancellationPolicyIdInput)),
  }),

  availability: router({
    day: query(booking.dayView, schema.DayInput),
    month: query(booking.monthView, schema.MonthInput),
    search: query(booking.searchSpace, schema.SearchInput),
    freeNow: query(booking.freeNow, schema.FreeNowInput),
    simulate: query(booking.simulateBooking, schema.SimulateInput),
  }),

  bookings: router({
    quote: query(booking.quoteSlot, schema.QuoteInput),
    book: mutation(booking.bookResource, schema.BookInput),
    hold: mutation(booking.holdSlot, schema.HoldInput),
    confirmHold: mutation(booking.confirmHold, schema.ConfirmHoldInput),
    releaseHold: mutation(booking.releaseHold, schema.BookingActInput),
    get: query(booking.getBooking, schema.BookingIdInput),
    mine: query(booking.listMyBookings, schema.MyBookingsInput),
    list: query(booking.listBookings, schema.ListBookingsInput),
    quoteChange: query(booking.quoteChange, schema.ChangeQuoteInput),
    change: mutation(booking.changeBooking, schema.ChangeBookingInput),
    previewCancellation: query(booking.previewCancellation, schema.BookingIdInput),
    cancel: mutation(booking.cancelBooking, schema.CancelBookingInput),
    remove: mutation(booking.removeBooking, schema.BookingReasonInput),
    coming: query(booking.comingBookings, schema.ComingBookingsInput),
    strandedByArchiving: mutation(booking.strandedByArchiving, schema.StrandedByArchivingInput),
    strandedByHours: mutation(booking.strandedByHours, schema.SetOpeningHoursInput),
    cancelByHouse: mutation(booking.cancelByHouse, schema.CancelByHouseInput),
    approve: mutation(booking.approveBooking, schema.BookingActInput),
    decline: mutation(booking.declineBooking, schema.BookingReasonInput),
    assignUnit: mutation(booking.assignUnit, schema.AssignUnitInput),
    history: query(booking.bookingHistory, schema.BookingIdInput),
  }),

  feeds: router({
    list: query(feeds.listFeeds),
    create: derivingSecret(feeds.createFeed, keyed(feeds.CreateFeedInput)),
    revoke: mutation(feeds.revokeFeed, keyed(feeds.RevokeFeedInput)),
  }),

  printing: router({
    mine: query(copier.listPrintJobs, copier.ListPrintJobsInput),
    waiting: query(copier.waitingJobs),
    release: mutation(copier.releaseJob, copier.ReleaseJobInput),
    cancel: mutation(copier.cancelPrintJob, copier.PrintJobIdInput),
    makePin: mutation(copier.makePrintPin),
    makeCode: mutation(copier.makeReleaseCode),
    prices: query(copier.printPrices, copier.PrintPricesInput),
    setPrices: mutation(copier.setPrintPrices, copier.SetPrintPricesInput),
    devices: query(copier.listPrintDevices),
    createDevice: derivingSecret(copier.createPrintDevice, keyed(copier.CreatePrintDeviceInput)),
    replaceToken: mutation(copier.replacePrintToken, copier.PrintDeviceIdInput),
    revokeDevice: mutation(copier.revokePrintDevice, keyed(copier.PrintDeviceIdInput)),
    createKiosk: derivingSecret(copier.createPrintKiosk, keyed(copier.CreatePrintKioskInput)),
    revokeKiosk: mutation(copier.revokePrintKiosk, keyed(copier.PrintKioskIdInput)),
    unknownUsers: query(copier.unknownPrintUsers),
    knownUsers: query(copier.knownPrintUsers),
    assignUser: mutation(copier.assignUnknownUser, copier.AssignUnknownUserInput),
    forgetUser: mutation(copier.forgetPrintUser, keyed(copier.ForgetPrintUserInput)),
    exceptions: query(copier.printExceptions),
    count: mutation(copier.countPrintJob, keyed(copier.CountPrintJobInput)),
    refund: mutation(copier.refundPrintJob, copier.RefundPrintJobInput),
    dismissProblem: mutation(copier.dismissPrintProblem, copier.AnswerPrintProblemInput),
    countSecondPrint: mutation(copier.countSecondPrint, copier.AnswerPrintProblemInput),
  }),

  credits: router({
    wallet: query(credits.wallet, credits.WalletInput),
    explain: query(credits.explainBalance, credits.ExplainBalanceInput),
    statement: query(credits.balanceStatement, credits.StatementInput),
    teamWallet: query(credits.teamWallet, credits.TeamWalletInput),
    explainTeam: query(credits.explainTeamBalance, credits.ExplainTeamBalanceInput),
    teamStatement: query(credits.teamStatement, credits.TeamStatementInput),
    give: mutation(charges.giveCredits, credits.GiveCreditsInput),
    takeBack: mutation(credits.revokeCredits, credits.RevokeCreditsInput),
    setOverdraft: mutation(credits.setOverdraft, credits.SetOverdraftInput),
    planAllowances: query(credits.planAllowances, credits.PlanIdInput),
    setPlanAllowances: mutation(charges.changePlanAllowances, credits.SetPlanAllowancesInput),
    packs: query(charges.listPacks),
    createPack: mutation(charges.createPack, keyed(charges.CreatePackInput)),
    updatePack: mutation(charges.updatePack, keyed(charges.UpdatePackInput)),
    archivePack: mutation(charges.archivePack, keyed(charges.PackIdInput)),
    buyPack: mutation(charges.buyPack, charges.BuyPackInput),
    charges: query(charges.listCharges, charges.ListChargesInput),
  }),

  sellers: router({
    list: query(billing.listSellers),
    get: query(billing.getSeller, billing.SellerIdInput),
    create: mutation(billing.createSeller, keyed(billing.CreateSellerInput)),
    update: mutation(billing.updateSeller, billing.UpdateSellerInput),
    archive: mutation(billing.archiveSeller, keyed(billing.SellerIdInput)),
    setNumberPattern: mutation(billing.setNumberPattern, billing.SetNumberPatternInput),
    setLock: mutation(billing.setLock, billing.SetLockInput),
    assignLocation: mutation(billing.assignLocation, keyed(billing.AssignLocationInput)),
    logo: query(billing.sellerLogo, billing.SellerIdInput),
    setLogo: mutation(billing.setLogo, billing.SetLogoInput),
  }),

  accounts: router({
    list: query(billing.listAccounts, billing.ListAccountsInput),
    lacking: query(billing.lackingAccounts, billing.LackingAccountsInput),
    get: query(billing.getAccount, billing.GetAccountInput),
    update: mutation(billing.updateAccount, billing.UpdateAccountInput),
    setContacts: mutation(billing.setContacts, billing.SetContactsInput),
    checkVatId: askingRegister(billing.checkVatId, keyed(billing.CheckVatIdInput)),
  }),

  products: router({
    list: query(billing.listProducts),
    create: mutation(billing.createProduct, keyed(billing.CreateProductInput)),
    update: mutation(billing.updateProduct, billing.UpdateProductInput),
    archive: mutation(billing.archiveProduct, keyed(billing.ProductIdInput)),
  }),

  taxRates: router({
    list: query(billing.listTaxRates, billing.ListTaxRatesInput),
    set: mutation(billing.setTaxRate, keyed(billing.SetTaxRateInput)),
  }),

  live: router({
    changes: needing(liveChanges)
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
