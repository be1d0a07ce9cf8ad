import type { Context } from "@working-social/db";
import type { JobName } from "@working-social/kernel";
import { mintOrganizationId } from "@working-social/kernel";
import { applyContracts } from "../contracts/commands/apply-contracts.ts";
import { recogniseRevenue } from "../journal/commands/recognise-revenue.ts";
import { continueRuns } from "../runs/commands/continue-run.ts";

type Machine = Pick<Context, "db" | "clock">;

/** `applyContracts` in every organization that has contracts. A fault in one is thrown after the others had their turn. */
export async function applyContractsEverywhere(machine: Machine): Promise<void> {
  const { rows } = await machine.db.pool.query<{ id: string }>("SELECT organizations_with_contracts() AS id");
  await inEach(machine, "apply_contracts", rows, applyContracts);
}

/** `continueRuns` in every organization where one is running. */
export async function continueRunsEverywhere(
  machine: Machine,
  onFault: (fault: unknown, accountId: string) => void,
): Promise<void> {
  const { rows } = await machine.db.pool.query<{ id: string }>("SELECT organizations_with_running_runs() AS id");
  await inEach(machine, "run_billing", rows, (ctx) => continueRuns(ctx, onFault));
}

/** `recogniseRevenue` in every organization that has invoiced something. */
export async function recogniseRevenueEverywhere(machine: Machine): Promise<void> {
  const { rows } = await machine.db.pool.query<{ id: string }>("SELECT organizations_with_invoices() AS id");
  await inEach(machine, "run_billing", rows, recogniseRevenue);
}

async function inEach(
  machine: Machine,
  job: JobName,
  organizations: readonly { id: string }[],
  work: (ctx: Context) => Promise<unknown>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const { id } of organizations) {
    const ctx: Context = { ...machine, organizationId: mintOrganizationId(id), actor: { kind: "job", job } };
    await work(ctx).catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw new AggregateError(faults, `The job ${job} failed in some organizations.`);
}
