import type { Context, Sql } from "@working-social/db";
import { inTransaction } from "@working-social/db";
import type { TestDatabase } from "@working-social/db/testing";
import { aLocation, aPerson, aTeam } from "@working-social/db/testing";
import type { Space } from "@working-social/directory/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId, parseInstant } from "@working-social/kernel";
import type { ConsumeInput } from "../commands/consume-credits.ts";
import { consumeCredits } from "../commands/consume-credits.ts";
import type { Grant, GrantInput } from "../commands/grant-credits.ts";
import { grantCredits } from "../commands/grant-credits.ts";
import type { Consumption, CreditOwner } from "../schema.ts";

/** A space in Kathmandu with a team of Ana and Ben, and the ledger's verbs with the least said. */
export interface Ledger {
  space: Space;
  system: Context;
  ana: string;
  ben: string;
  team: string;
  locationId: string;
  inside<T>(work: (tx: Sql) => Promise<T>): Promise<T>;
  /** Room minutes unless said otherwise, without bounds. */
  grant(owner: CreditOwner, quantity: number, more?: Partial<GrantInput>): Promise<Grant>;
  consume(personId: string, quantity: number, more?: Partial<ConsumeInput>): Promise<Consumption>;
}

export async function aLedger(database: TestDatabase): Promise<Ledger> {
  const space = await aSpace(database);
  const { organizationId, clock } = space;
  const { id: locationId } = await aLocation(database.owner, organizationId);
  const { id: team } = await aTeam(database.owner, organizationId);
  const [ana, ben] = [
    await aPerson(database.owner, organizationId, { teamId: team }),
    await aPerson(database.owner, organizationId, { teamId: team }),
  ];
  const system = database.context(organizationId, { kind: "job", job: "open_periods" }, clock);
  const inside: Ledger["inside"] = (work) => inTransaction(system, work);
  const grant: Ledger["grant"] = (owner, quantity, more = {}) =>
    inside((tx) => grantCredits(tx, system, { ...aGrant(owner, quantity), ...more }));
  const consume: Ledger["consume"] = (personId, quantity, more = {}) =>
    inside((tx) => consumeCredits(tx, system, { ...aUsage(personId, quantity, clock.now()), ...more }));
  return { space, system, ana: ana.id, ben: ben.id, team, locationId, inside, grant, consume };
}

export function aGrant(owner: CreditOwner, quantity: number): GrantInput {
  return {
    owner,
    unit: "room_minutes",
    quantity,
    source: "gift",
    label: "Welcome",
    cause: { type: "by_hand" as const, id: newId(), label: "Welcome" },
    idempotencyKey: newId(),
  };
}

export function aUsage(personId: string, quantity: number, at = parseInstant("2026-11-25T09:00:00Z")): ConsumeInput {
  const cause = { type: "booking" as const, id: newId(), label: "Lantern" };
  return { personId, unit: "room_minutes", quantity, at, cause, idempotencyKey: newId() };
}
