import type { Context } from "@working-social/db";
import type { LocationOptions, TestDatabase } from "@working-social/db/testing";
import { aLocation, aPerson, aTeam } from "@working-social/db/testing";
import type { Space } from "@working-social/directory/testing";
import { aSpace } from "@working-social/directory/testing";
import { newId } from "@working-social/kernel";
import { signContract } from "../contracts/commands/sign-contract.ts";
import type { Contract, SignContractInput } from "../contracts/schema.ts";
import { publishPlanVersion } from "../plans/commands/publish-plan-version.ts";
import type { PlanVersionView, PublishPlanVersionInput } from "../plans/schema.ts";
import { continueRuns } from "../runs/commands/continue-run.ts";
import { startRun } from "../runs/commands/start-run.ts";
import type { RunView } from "../runs/schema.ts";
import { requireRun } from "../runs/queries.ts";
import { read } from "@working-social/db";

/** A space with a location, Ana and her team, and billing's verbs with the least said. */
export interface BilledSpace {
  space: Space;
  locationId: string;
  ana: string;
  team: string;
  manager: Context;
  /** At noon of a day in UTC. */
  on(day: string): void;
  /** A plan with a version: 200.00 a month, gross, unless said otherwise. */
  plan(version?: Partial<PublishPlanVersionInput>, name?: string): Promise<PlanVersionView>;
  /** Ana's, from 1 December 2026 on, paid each first of a month. */
  sign(version: PlanVersionView, more?: Partial<SignContractInput>): Promise<Contract>;
  /** A whole run; its accounts that failed are thrown. */
  bill(issueDate: string): Promise<RunView>;
}

export async function aBilledSpace(database: TestDatabase, place: LocationOptions = {}): Promise<BilledSpace> {
  const space = await aSpace(database);
  const { organizationId, clock } = space;
  const options = { timeZone: "Asia/Kathmandu", taxBasisPoints: 1000, taxInclusive: true, ...place };
  const { id: locationId } = await aLocation(database.owner, organizationId, options);
  const { id: team } = await aTeam(database.owner, organizationId);
  const { id: ana } = await aPerson(database.owner, organizationId, { name: "Ana Ferreira", teamId: team });
  const manager = space.as("owner");
  const job = database.context(organizationId, { kind: "job", job: "run_billing" }, clock);
  const aPlan = async (name: string) => {
    const id = newId();
    await database.owner.query("INSERT INTO plans (id, organization_id, name, created_at) VALUES ($1, $2, $3, now())", [
      id,
      organizationId,
      name,
    ]);
    return id;
  };
  return {
    space,
    locationId,
    ana,
    team,
    manager,
    on: (day) => clock.set(`${day}T12:00:00Z`),
    plan: async (version = {}, name = `Plan ${newId()}`) =>
      publishPlanVersion(manager, { ...aVersion(await aPlan(name)), currency: options.currency ?? "USD", ...version }),
    sign: (version, more = {}) =>
      signContract(manager, {
        holder: { personId: ana },
        payer: "holder",
        locationId,
        planVersionId: version.id,
        startsOn: "2026-12-01",
        billingDay: null,
        quantity: 1,
        couponCode: null,
        ...more,
      }),
    bill: async (issueDate) => {
      const { id } = await startRun(manager, { issueDate });
      await continueRuns(job, (fault) => {
        throw fault;
      });
      return requireRun(read(manager), manager, id);
    },
  };
}

function aVersion(planId: string): PublishPlanVersionInput {
  return {
    planId,
    intervalMonths: 1,
    currency: "USD",
    priceMode: "gross",
    isPerSeat: false,
    prices: [{ fromPeriod: 0, priceMinor: 200_00 }],
    setupFeeMinor: 0,
    depositMinor: 0,
    noticeDays: 0,
    noticeMonths: 0,
    minimumMonths: 0,
    firstMonth: "all",
    accessHours: null,
  };
}
