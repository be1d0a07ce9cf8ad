export * from "./audit/rules/changes.ts";
export type { AuditRow } from "./audit/queries/entry.ts";
export { AUDIT_ENTRY, auditEntry } from "./audit/queries/entry.ts";
export { withNames } from "./audit/queries/names.ts";
export * from "./audit/queries.ts";
export * from "./errors.ts";
export { directoryEvents, emit as emitOfDirectory, type DirectoryEvent } from "./events.ts";
export * from "./organizations/commands/set-up-organization.ts";
export * from "./organizations/queries.ts";
export { insertFirstHours } from "./organizations/steps/insert-first-hours.ts";
export * from "./people/commands/correct-invitation.ts";
export { invitePerson } from "./people/commands/invite-person.ts";
export * from "./people/commands/reactivate-person.ts";
export * from "./people/commands/set-preferences.ts";
export * from "./people/commands/suspend-person.ts";
export * from "./people/commands/update-person.ts";
export {
  containing,
  getPerson,
  listPeople,
  readerOfPerson,
  readersOfPeople,
  searchPersonNames,
} from "./people/queries.ts";
export * from "./plans/commands/create-plan.ts";
export * from "./plans/commands/update-plan.ts";
export * from "./plans/queries.ts";
export { assignPlan, type PlanHolder } from "./plans/steps/assign-plan.ts";
export * from "./rules.ts";
export * from "./schema.ts";
export * from "./teams/commands/create-team.ts";
export * from "./teams/commands/update-team.ts";
export * from "./teams/queries.ts";
