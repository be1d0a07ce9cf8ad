import type { Wallet } from "@working-social/credits";
import { allocate, loadWallet } from "@working-social/credits";
import type { Context, Sql } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import { authorize } from "@working-social/directory";
import type { EpochMs } from "@working-social/kernel";
import { formatInstant, notAllowed, notFound } from "@working-social/kernel";
import { checkSecret } from "../identities/check-secret.ts";
import { requirePrices } from "../prices/queries.ts";
import { priceOf, splitPrice } from "../rules/price.ts";
import type { PageUnit } from "../rules/price.ts";
import type { JobRow } from "./job-row.ts";
import { JOBS, jobView, workOf } from "./job-row.ts";
import { resourceOf } from "./pay-for-job.ts";
import type {
  ListPrintJobsInput,
  PrintExceptions,
  PrintJobsPage,
  PrintJobView,
  WaitingJobs,
  WaitingJobsAtDeviceInput,
} from "./schema.ts";

const PAGE_SIZE = 50;
const UNITS: readonly PageUnit[] = ["mono_pages", "colour_pages"];

/** One's own waiting jobs, each with what it would cost if it were released now. */
export async function waitingJobs(ctx: Context): Promise<WaitingJobs> {
  if (ctx.actor.kind !== "person") throw notAllowed("waiting_jobs");
  return waitingFor(ctx, ctx.actor.personId);
}

/** The same at a copier, by PIN or QR. Throws wrong_code, too_many_codes. */
export async function waitingJobsAtDevice(
  ctx: Context,
  deviceId: string,
  { secret }: WaitingJobsAtDeviceInput,
): Promise<WaitingJobs> {
  return waitingFor(ctx, await checkSecret(ctx, deviceId, secret));
}

async function waitingFor(ctx: Context, personId: string): Promise<WaitingJobs> {
  const sql = read(ctx);
  const now = ctx.clock.now();
  const [person] = await sql.query<{ name: string }>("SELECT name FROM people WHERE id = $1", [personId]);
  if (!person) throw notFound("person");
  const jobs = await sql.query<JobRow>(
    `${JOBS} WHERE j.person_id = $1 AND j.status IN ('held', 'released') AND j.expires_at > $2 ORDER BY j.created_at, j.id LIMIT 100`,
    [personId, timestamp(now)],
  );
  const wallet = await loadWallet(sql, ctx, { personId, units: [...UNITS] });
  return { personName: person.name, jobs: await priced(sql, ctx, jobs, wallet), balances: balancesOf(wallet) };
}

/** Each by itself: two jobs that share the last page both show it, and the second is asked again when it is released. */
async function priced(sql: Sql, ctx: Context, jobs: readonly JobRow[], wallet: Wallet): Promise<PrintJobView[]> {
  const tables = new Map<string, Awaited<ReturnType<typeof requirePrices>>>();
  for (const { locationId } of jobs)
    tables.set(locationId, tables.get(locationId) ?? (await requirePrices(sql, locationId)));
  return jobs.map((job) => {
    const price = priceOf(workOf(job), tables.get(job.locationId)?.rows ?? []);
    if (!price) return { ...jobView(job), priceMinor: null };
    const quantity = price.credits - job.heldCredits;
    const own =
      quantity <= 0
        ? 0
        : allocate(wallet.lots, {
            unit: price.unit,
            currency: null,
            quantity,
            at: ctx.clock.now(),
            resource: resourceOf(job),
          }).covered;
    const owing = wallet.overdrafts.filter(({ unit }) => unit === price.unit).reduce((sum, { left }) => sum + left, 0);
    return { ...jobView(job), priceMinor: price.priceMinor, ...splitPrice(price, job.heldCredits + own + owing) };
  });
}

function balancesOf({ lots }: Wallet): WaitingJobs["balances"] {
  return UNITS.map((unit) => {
    const own = lots.filter((lot) => lot.unit === unit);
    return {
      unit,
      left: own.reduce((sum, { left }) => sum + left, 0),
      held: own.reduce((sum, { held }) => sum + held, 0),
    };
  });
}

/** Somebody's jobs, newest first: one's own, or with manageBookings anybody's. */
export async function listPrintJobs(ctx: Context, { personId, cursor }: ListPrintJobsInput): Promise<PrintJobsPage> {
  const own = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const owner = personId ?? own;
  if (owner !== own) authorize(ctx, "manageBookings");
  const rows = await read(ctx).query<JobRow>(
    `${JOBS} WHERE j.person_id = $1 AND ($2::uuid IS NULL OR (j.created_at, j.id) < (SELECT last.created_at, last.id FROM print_jobs last WHERE last.id = $2))
     ORDER BY j.created_at DESC, j.id DESC LIMIT $3`,
    [owner, cursor, PAGE_SIZE + 1],
  );
  const jobs = rows.slice(0, PAGE_SIZE);
  return { jobs: jobs.map(jobView), nextCursor: rows.length > PAGE_SIZE ? (jobs.at(-1)?.id ?? null) : null };
}

/** Printing that nobody pays for yet, beside the unknown users. Titles stay with their owners. Needs manageBookings. */
export async function printExceptions(ctx: Context): Promise<PrintExceptions> {
  authorize(ctx, "manageBookings");
  const sql = read(ctx);
  const jobs = await sql.query<JobRow>(
    `${JOBS} WHERE j.status IN ('unpriced', 'uncounted') ORDER BY j.printed_at, j.id LIMIT 500`,
  );
  const problems = await sql.query<Omit<PrintExceptions["problems"][number], "at"> & { at: EpochMs }>(
    `SELECT p.id, d.name AS "deviceName", p.code, p.line, p.created_at AS at FROM print_log_problems p JOIN print_devices d ON d.id = p.device_id
     WHERE p.dismissed_at IS NULL ORDER BY p.created_at, p.id LIMIT 500`,
  );
  const views = jobs.map((job) => ({ ...jobView(job), title: null }));
  return {
    unpriced: views.filter(({ status }) => status === "unpriced"),
    uncounted: views.filter(({ status }) => status === "uncounted"),
    problems: problems.map((problem) => ({ ...problem, at: formatInstant(problem.at) })),
  };
}
