import { PgBoss } from "pg-boss";
import { approveBooking, bookResource } from "@working-social/booking";
import type { Context } from "@working-social/db";
import { inTransaction, JOBS_SCHEMA, ownConnections } from "@working-social/db";
import { aRule } from "@working-social/db/testing";
import { invitePerson } from "@working-social/directory";
import { mintOrganizationId, systemClock } from "@working-social/kernel";
import { enqueueMail, sendQueuedMail } from "@working-social/notify";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { endOf } from "../jobs/jobs.ts";
import type { Desk } from "../testing/a-desk.ts";
import { aDesk } from "../testing/a-desk.ts";
import type { Space } from "../testing/a-space.ts";
import type { Moment } from "../testing/cut-database.ts";
import { cutAt } from "../testing/cut-database.ts";
import { slot } from "../testing/samples.ts";
import { subjectsTo, untilNothingWaits } from "../testing/sign-in.ts";
import type { Caller, TestServer } from "../testing/test-server.ts";
import { startTestServer } from "../testing/test-server.ts";
import { REACTIONS } from "./reactions.ts";
import { runReaction } from "./run-reaction.ts";

// A kill at each of some dozen statements, and what a restart then does of each.
vi.setConfig({ testTimeout: 120_000 });

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

function as({ personId }: Caller, { organizationId }: Space, db = server.server.services.db): Context {
  const actor = { kind: "person", personId, role: "owner" } as const;
  return { db, clock: systemClock, actor, organizationId: mintOrganizationId(organizationId) };
}

/** A command with its key: run again after a fault, as whoever lost the answer does. */
interface Act {
  to: string;
  run(ctx: Context): Promise<unknown>;
  /** What the mails that follow begin with. */
  mails: string[];
}

const wish = ({ space, member }: Desk) => ({
  resourceId: space.resourceId,
  ...slot(),
  forPersonId: member.personId,
  title: "Workshop",
  isTitlePublic: false,
  expectedTotalMinor: 2400,
  idempotencyKey: crypto.randomUUID(),
});

const ACTS: Record<string, (at: Desk) => Promise<Act>> = {
  "booking for a member": async (at) => {
    const input = wish(at);
    return { to: at.member.email, run: (ctx) => bookResource(ctx, input), mails: ["Booked for you"] };
  },
  "approving a request": async (at) => {
    await aRule(server.database.owner, at.space.organizationId, { needs_approval: true });
    const asked = await at.member.call("bookings.book", { ...wish(at), forPersonId: null });
    const input = { bookingId: (asked.data as { id: string }).id, idempotencyKey: crypto.randomUUID() };
    return { to: at.member.email, run: (ctx) => approveBooking(ctx, input), mails: ["Approved"] };
  },
  "inviting somebody": async () => {
    const nowhere = { teamId: null, planId: null, homeLocationId: null };
    const email = `${crypto.randomUUID()}@example.test`;
    const input = { name: "Bo", email, role: "member" as const, ...nowhere, idempotencyKey: crypto.randomUUID() };
    return { to: email, run: (ctx) => invitePerson(ctx, input), mails: ["You are invited to Quayside Works"] };
  },
};

const MOMENTS: Moment[] = ["before", "after"];

test.each(Object.keys(ACTS))(
  "%s: killed at each statement in turn, no mail is lost and none is doubled",
  async (name) => {
    const { owner } = server.database;
    const killed: { nth: number; moment: Moment; act: Act }[] = [];
    let steps = Infinity;
    for (let nth = 1; nth <= steps; nth++) {
      for (const moment of MOMENTS) {
        const at = await aDesk(server);
        const act = await ACTS[name]?.(at);
        if (!act) throw new Error(`There is no ${name}.`);
        killed.push({ nth, moment, act });
        const cut = cutAt(server.server.services.db, owner, nth, moment);
        const isDone = await act.run(as(at.desk, at.space, cut.db)).then(
          () => true,
          () => false,
        );
        if (isDone) steps = cut.sent();
        else await act.run(as(at.desk, at.space));
      }
    }
    await untilNothingWaits(server);
    for (const { nth, moment, act } of killed)
      expect({ nth, moment, mails: await mailsTo(act.to) }).toEqual({ nth, moment, mails: act.mails });
    // BEGIN, the key, the event with its job, the answer and COMMIT at the least.
    expect(steps).toBeGreaterThan(6);
  },
);

/** What the subjects of all mails to an address begin with. */
async function mailsTo(address: string): Promise<string[]> {
  return (await subjectsTo(server, address)).map((subject) => subject.split(":")[0] ?? "");
}

/** A queue of its own, so that the server's worker doesn't come first. */
async function aBoss(): Promise<PgBoss> {
  const boss = new PgBoss({
    ...ownConnections(server.database.appUrl, "working_social_app", { pooler: "none" }),
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => {});
  await boss.start();
  return boss;
}

let boss: PgBoss | undefined;
afterEach(async () => {
  await boss?.stop();
  boss = undefined;
});

test("a reaction that is killed at each of its statements in turn is done once, when it is tried again", async () => {
  boss = await aBoss();
  const queue = boss;
  await queue.createQueue("a-test", { retryLimit: 0 });
  const { services } = server.server;
  const { owner } = server.database;
  const means = { jobs: services.jobs, publicUrl: "https://space.example" };
  const killed: { nth: number; moment: Moment; to: string }[] = [];
  let steps = Infinity;
  for (let nth = 1; nth <= steps; nth++) {
    for (const moment of MOMENTS) {
      const at = await aDesk(server);
      killed.push({ nth, moment, to: at.member.email });
      // No reaction of the server's own: this one is fetched by hand.
      const db = { ...services.db, react: async () => {} };
      const booked = await bookResource(as(at.desk, at.space, db), wish(at));
      const { rows } = await owner.query("SELECT id FROM events WHERE subject_id = $1", [booked.id]);
      await queue.send("a-test", {
        organizationId: at.space.organizationId,
        eventId: rows[0]?.id,
        reaction: "tell-member",
      });
      const [job] = await queue.fetch("a-test");
      if (!job) throw new Error("There is no job.");
      const cut = cutAt(services.db, owner, nth, moment);
      const run = (through: typeof cut.db) =>
        runReaction({ db: through, clock: systemClock, reactions: REACTIONS, means }, job.data, endOf(queue, job)).then(
          () => true,
          () => false,
        );
      const isDone = await run(cut.db);
      if (isDone) steps = cut.sent();
      // Again, as after a kill. Where only the answer to COMMIT was lost, the job is over and nothing may happen.
      else await run(services.db);
      expect(await run(services.db)).toBe(false);
    }
  }
  await untilNothingWaits(server);
  for (const { nth, moment, to } of killed)
    expect({ nth, moment, mails: await mailsTo(to) }).toEqual({ nth, moment, mails: ["Booked for you"] });
  expect(steps).toBeGreaterThan(5);
});

test("a mail is sent again only where a kill came between the server's yes and our note of it, and then under the same id", async () => {
  const { db, jobs } = server.server.services;
  const { owner } = server.database;
  let twice = 0;
  let steps = Infinity;
  for (let nth = 1; nth <= steps; nth++) {
    for (const moment of MOMENTS) {
      const { space } = await aDesk(server);
      const ctx = as({ personId: space.personId } as Caller, space);
      const message = { to: "bo@example.test", subject: `${nth} ${moment}`, text: "Hello", html: "<p>Hello</p>" };
      let job: unknown;
      const queue = { ...jobs, enqueue: async (_tx: unknown, { data }: { data: unknown }) => ((job = data), true) };
      await inTransaction(ctx, (tx) => enqueueMail(tx, queue, message));
      const sent: (string | undefined)[] = [];
      const mailer = { send: async (_: unknown, id?: string) => void sent.push(id), close: () => {} };
      const cut = cutAt(db, owner, nth, moment);
      const isDone = await sendQueuedMail(cut.db, mailer, job).then(
        () => true,
        () => false,
      );
      if (isDone) steps = cut.sent();
      const { rowCount: unnoted } = await owner.query("SELECT FROM mails WHERE organization_id = $1", [
        ctx.organizationId,
      ]);
      const expected = sent.length + (unnoted ?? 0);
      for (let again = 0; again < 2; again++) await sendQueuedMail(db, mailer, job);
      expect([sent.length, new Set(sent).size]).toEqual([expected, 1]);
      if (sent.length > 1) twice++;
    }
  }
  expect(twice).toBeGreaterThan(0);
});

test("an event or a reaction that this version doesn't know is kept aside, and others go on", async () => {
  const at = await aDesk(server);
  const { services } = server.server;
  const { owner } = server.database;
  const gone = crypto.randomUUID();
  await owner.query(
    `INSERT INTO events (id, organization_id, at, actor_kind, name, subject_type, subject_id, data)
     VALUES ($1, $2, now(), 'system', 'door_lock.opened', 'door_lock', $1, '{}')`,
    [gone, at.space.organizationId],
  );
  const run = (eventId: string) => {
    const job = { organizationId: at.space.organizationId, eventId, reaction: "open-door" };
    const means = { jobs: services.jobs, publicUrl: "https://space.example" };
    return runReaction({ db: services.db, clock: systemClock, reactions: REACTIONS, means }, job, async () => {});
  };
  await expect(run(gone)).rejects.toThrow("This version knows no event called door_lock.opened.");
  const booked = await bookResource(as(at.desk, at.space), wish(at));
  const { rows } = await owner.query<{ id: string }>("SELECT id FROM events WHERE subject_id = $1", [booked.id]);
  await expect(run(rows[0]?.id ?? "")).rejects.toThrow("Nothing called open-door follows from booking.created");
  await untilNothingWaits(server);
  expect(await subjectsTo(server, at.member.email)).toHaveLength(1);
});
