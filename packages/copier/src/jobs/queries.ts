import type { Context, Sql } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { authorize, formatInstant, notAllowed, notFound } from "@working-social/kernel";
import { checkSecret } from "../identities/queries/check-secret.ts";
import type { Kiosk } from "../kiosks/queries.ts";
import type { JobRow } from "./queries/job-row.ts";
import { JOBS, jobView } from "./queries/job-row.ts";
import { viewJobs } from "./queries/view-jobs.ts";
import { pageBalances, priceWaitingJobs, printingWallet } from "./queries/price-waiting.ts";
import type {
  ListPrintJobsInput,
  PrintExceptions,
  PrintJobsPage,
  PrintProblem,
  WaitingAtKioskInput,
  WaitingJobs,
} from "./schema.ts";

const PAGE_SIZE = 50;

/** One's own waiting jobs, each with what it would cost if it were released now. */
export async function waitingJobs(ctx: Context): Promise<WaitingJobs> {
  authorize(ctx, ...waitingJobs.needs);
  if (ctx.actor.kind !== "person") throw notAllowed("waiting_jobs");
  return waitingFor(ctx, ctx.actor.personId, null);
}
waitingJobs.needs = ["useSpace"] as const;

/** The same at a kiosk, by PIN or QR: what waits at its copier. Throws wrong_code, too_many_codes. */
export async function waitingJobsAtKiosk(
  ctx: Context,
  { deviceId }: Kiosk,
  { secret }: WaitingAtKioskInput,
): Promise<WaitingJobs> {
  authorize(ctx, ...waitingJobsAtKiosk.needs);
  return waitingFor(ctx, await checkSecret(ctx, deviceId, secret), deviceId);
}
waitingJobsAtKiosk.needs = ["releaseByCode"] as const;

async function waitingFor(ctx: Context, personId: string, deviceId: string | null): Promise<WaitingJobs> {
  const sql = read(ctx);
  const [person] = await sql.query<{ name: string }>("SELECT name FROM people WHERE id = $1", [personId]);
  if (!person) throw notFound("person");
  const jobs = await sql.query<JobRow>(
    `${JOBS} WHERE j.person_id = $1 AND j.status IN ('held', 'released') AND j.expires_at > $2 ORDER BY j.created_at, j.id LIMIT 100`,
    [personId, timestamp(ctx.clock.now())],
  );
  const isHere = (job: JobRow) => deviceId === null || job.deviceId === deviceId;
  const wallet = await printingWallet(sql, ctx, personId);
  const others = Map.groupBy(
    jobs.filter((job) => !isHere(job)),
    (job) => job.deviceName,
  );
  return {
    personName: person.name,
    jobs: await priceWaitingJobs(sql, ctx, jobs.filter(isHere), wallet),
    elsewhere: [...others].map(([deviceName, { length }]) => ({ deviceName, jobCount: length })),
    balances: pageBalances(wallet),
  };
}

/** Somebody's jobs, newest first: one's own, or with manageBookings anybody's, whose titles stay with their owners. */
export async function listPrintJobs(ctx: Context, { personId, cursor }: ListPrintJobsInput): Promise<PrintJobsPage> {
  authorize(ctx, ...listPrintJobs.needs);
  const own = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const owner = personId ?? own;
  if (owner !== own) authorize(ctx, "manageBookings");
  const sql = read(ctx);
  const rows = await sql.query<JobRow>(
    `${JOBS} WHERE j.person_id = $1 AND ($2::uuid IS NULL OR (j.created_at, j.id) < (SELECT last.created_at, last.id FROM print_jobs last WHERE last.id = $2))
     ORDER BY j.created_at DESC, j.id DESC LIMIT $3`,
    [owner, cursor, PAGE_SIZE + 1],
  );
  const jobs = rows.slice(0, PAGE_SIZE).map((job) => (owner === own ? job : { ...job, title: null }));
  return {
    jobs: await viewJobs(sql, ctx, jobs),
    nextCursor: rows.length > PAGE_SIZE ? (jobs.at(-1)?.id ?? null) : null,
  };
}
listPrintJobs.needs = ["useSpace"] as const;

/** Printing that nobody pays for yet, beside the unknown users. Titles stay with their owners. Needs manageBookings. */
export async function printExceptions(ctx: Context): Promise<PrintExceptions> {
  authorize(ctx, ...printExceptions.needs);
  const sql = read(ctx);
  const jobs = await sql.query<JobRow>(
    `${JOBS} WHERE j.status IN ('unpriced', 'uncounted') ORDER BY j.printed_at, j.id LIMIT 500`,
  );
  const views = jobs.map((job) => ({ ...jobView(job), title: null }));
  return {
    unpriced: views.filter(({ status }) => status === "unpriced"),
    uncounted: views.filter(({ status }) => status === "uncounted"),
    problems: await openProblems(sql),
  };
}
printExceptions.needs = ["manageBookings"] as const;

async function openProblems(sql: Sql): Promise<PrintProblem[]> {
  const rows = await sql.query<Omit<PrintProblem, "at" | "repeats"> & ProblemColumns>(
    `SELECT p.id, d.name AS "deviceName", p.code, p.line, p.created_at AS at, j.id IS NOT NULL AS "isRepeat", p.repeated_sides AS sides,
       person.name AS "personName"
     FROM print_log_problems p JOIN print_devices d ON d.id = p.device_id
     LEFT JOIN print_jobs j ON j.device_id = p.device_id AND j.print_key = p.repeats_key LEFT JOIN people person ON person.id = j.person_id
     WHERE p.dismissed_at IS NULL ORDER BY p.created_at, p.id LIMIT 500`,
  );
  return rows.map(({ at, isRepeat, sides, personName, ...problem }) => ({
    ...problem,
    at: formatInstant(at),
    repeats: isRepeat && sides !== null ? { personName, sides } : null,
  }));
}

interface ProblemColumns {
  at: EpochMs;
  isRepeat: boolean;
  sides: number | null;
  personName: string | null;
}
