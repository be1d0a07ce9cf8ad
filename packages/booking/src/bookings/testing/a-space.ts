import type { Context } from "@working-social/db";
import type { LocationOptions, PersonOptions, ResourceOptions, TestDatabase } from "@working-social/db/testing";
import { aLocation, anOrganization, aPerson, aResource, TEST_NOW } from "@working-social/db/testing";
import type { Clock } from "@working-social/kernel";
import { DomainError, fixedClock, newId } from "@working-social/kernel";
import type { BookInput, ChangeBookingInput } from "../schema.ts";
import type { QuoteView } from "../../rules/quote-view.ts";
import type { BookingCommandRefusal } from "../../errors.ts";
import type { BookingRefusal } from "../../rules/refusals.ts";

/** A location with one room and a member in an organization of its own, and a clock that the test moves. */
export interface Space {
  organizationId: string;
  locationId: string;
  room: { id: string; unitIds: string[] };
  clock: Clock & { set(iso: string): void; advanceMinutes(minutes: number): void };
  /** A member, ready to act. */
  ana: Context;
  /** Somebody else with a context of their own. */
  another(options?: PersonOptions): Promise<Context>;
  resource(options?: ResourceOptions): Promise<{ id: string; unitIds: string[] }>;
}

export async function aSpace(
  database: TestDatabase,
  location: LocationOptions = {},
  room: ResourceOptions = {},
): Promise<Space> {
  const { owner } = database;
  const { id: organizationId } = await anOrganization(owner);
  const { id: locationId } = await aLocation(owner, organizationId, location);
  const clock = fixedClock(TEST_NOW);
  const another = async (options: PersonOptions = {}) =>
    database.context(organizationId, (await aPerson(owner, organizationId, options)).actor, clock);
  return {
    organizationId,
    locationId,
    room: await aResource(owner, organizationId, locationId, room),
    clock,
    ana: await another(),
    another,
    resource: (options) => aResource(owner, organizationId, locationId, options),
  };
}

export function personIdOf(ctx: Context): string {
  if (ctx.actor.kind !== "person") throw new TypeError("This context acts for nobody.");
  return ctx.actor.personId;
}

/** Tomorrow from 10:00 to 11:00 UTC unless told otherwise, free of charge, with a key of its own. */
export function aBooking(resourceId: string, wish: Partial<BookInput> = {}): BookInput {
  return {
    resourceId,
    startsAt: "2026-11-26T10:00:00Z",
    endsAt: "2026-11-26T11:00:00Z",
    forPersonId: null,
    title: "Stand-up",
    isTitlePublic: false,
    expectedTotalMinor: 0,
    idempotencyKey: newId(),
    ...wish,
  };
}

/** A change that says everything. */
export interface FullChange extends ChangeBookingInput {
  resourceId: string;
  startsAt: string;
  endsAt: string;
  title: string;
  isTitlePublic: boolean;
}

export function aChange(
  booking: {
    id: string;
    resourceId: string;
    startsAt: string;
    endsAt: string;
    title: string;
    isTitlePublic: boolean;
    sequence: number;
  },
  wish: Partial<FullChange> = {},
): FullChange {
  const { id: bookingId, resourceId, startsAt, endsAt, title, isTitlePublic, sequence } = booking;
  return {
    bookingId,
    resourceId,
    startsAt,
    endsAt,
    title,
    isTitlePublic,
    sequence,
    expectedTotalMinor: 0,
    idempotencyKey: newId(),
    ...wish,
  };
}

/** The refusal that a command ends with; fails when it does not refuse. */
export async function refusalOf(command: Promise<unknown>): Promise<{ code: string } & Partial<{ quote: QuoteView }>> {
  try {
    await command;
  } catch (error) {
    if (error instanceof DomainError) return error.refusal;
    throw error;
  }
  throw new Error("The command was not refused.");
}

export async function cannotBookOf(
  command: Promise<unknown>,
): Promise<Extract<BookingCommandRefusal, { code: "cannot_book" }>> {
  const refusal = (await refusalOf(command)) as BookingCommandRefusal;
  if (refusal.code !== "cannot_book") throw new Error(`Refused with ${refusal.code}.`);
  return refusal;
}

export async function refusalCodes(command: Promise<unknown>): Promise<BookingRefusal["code"][]> {
  return (await cannotBookOf(command)).refusals.map((refusal) => refusal.code);
}

/** Runs all at once; how many were done, and the codes of the refusals of the others. */
export async function race(commands: Promise<unknown>[]): Promise<{ done: number; refusals: string[] }> {
  const results = await Promise.allSettled(commands);
  const failed = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
  const refusals = failed.map((error) => {
    if (!(error instanceof DomainError)) throw error;
    const refusal = error.refusal as BookingCommandRefusal;
    return refusal.code === "cannot_book" ? refusal.refusals.map(({ code }) => code).join() : refusal.code;
  });
  return { done: results.length - failed.length, refusals };
}
