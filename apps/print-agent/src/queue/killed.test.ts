import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelPrintJob, releaseJob } from "@working-social/copier";
import { checkInvariants } from "@working-social/invariants";
import { DomainError } from "@working-social/kernel";
import { installCups } from "../testing/a-cups.ts";
import type { HeldQueue } from "../testing/a-held-queue.ts";
import { aHeldQueue } from "../testing/a-held-queue.ts";

const whyNot = await installCups();
if (whyNot !== null) process.stderr.write(`SKIPPED: killing an agent beside a real CUPS, because ${whyNot}.\n`);

/** Named as often as it shall happen, one against the other. */
const KINDS = [
  "print",
  "print",
  "print",
  "release",
  "release",
  "release",
  "release",
  "cancel",
  "lprm",
  "kill",
  "deaf",
  "mute",
  "fine",
  "fine",
  "fine",
] as const;
const Steps = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat(60) }), {
  minLength: 30,
  maxLength: 30,
});
type Step = { kind: (typeof KINDS)[number]; pick: number };

describe.skipIf(whyNot !== null)(
  "an agent that is killed while people print, release and give up, over a network that comes and goes",
  () => {
    let queue: HeldQueue;
    let agent: { process: ChildProcess; ended: Promise<unknown> } | null = null;
    let printed = 0;
    /** The titles that their owner has let print. */
    const released = new Set<string | null>();
    beforeAll(async () => {
      queue = await aHeldQueue();
    }, 300_000);
    afterAll(async () => {
      await kill();
      await queue.close();
    });

    /** The program itself, as systemd runs it. */
    const start = () => {
      const main = join(import.meta.dirname, "../main.ts");
      const config = join(queue.server.folder, "print-agent.json");
      const child = spawn(process.execPath, [main, "--config", config], { stdio: "ignore" });
      agent = { process: child, ended: new Promise((resolve) => child.once("exit", resolve)) };
    };
    const kill = async () => {
      agent?.process.kill("SIGKILL");
      await agent?.ended;
    };
    /** What somebody wanted may be over already: that is their bad luck, and no fault. */
    const unlessOver = (done: Promise<unknown>) =>
      done.catch((error: unknown) => {
        if (!(error instanceof DomainError)) throw error;
      });

    const take = async ({ kind, pick }: Step) => {
      if (kind === "kill") return kill().then(start);
      if (kind === "deaf" || kind === "mute" || kind === "fine") return void (queue.server.network = kind);
      if (kind === "print")
        return queue.cups.print({ user: "ana@example.test", title: `Job ${++printed}`, pages: 1 + (pick % 3) });
      if (kind === "lprm") {
        const names = await queue.cups.open();
        const [name] = (names[pick % Math.max(1, names.length)] ?? "").split(" ");
        return name ? void (await queue.cups.run("cancel", name).catch(() => "it is over")) : undefined;
      }
      const jobs = await queue.waiting();
      const job = jobs[pick % Math.max(1, jobs.length)];
      if (job && kind === "cancel") await unlessOver(cancelPrintJob(queue.ana(), { jobId: job.id }));
      if (job && kind === "release") {
        released.add(job.title);
        await unlessOver(releaseJob(queue.ana(), { jobId: job.id, expectedMoneyMinor: 999 }));
      }
    };

    /** Nothing is on its way any more: all that waits waits for its owner. */
    const calm = async () => {
      const [open, jobs, orders] = [await queue.cups.open(), await queue.jobs(), await queue.orders()];
      return orders === 0 && jobs.filter(([, status]) => status === "held").length === open.length;
    };

    test("each job that came out is paid once, no other costs anything, and nobody's comes out unasked", async () => {
      await fc.assert(
        fc.asyncProperty(Steps, async (steps) => {
          await kill();
          await queue.begin();
          const { settings, token, server } = queue;
          await writeFile(join(server.folder, "token"), token);
          await writeFile(join(server.folder, "print-agent.json"), JSON.stringify(settings({ pollSeconds: 0.05 })));
          const first = printed;
          start();
          for (const step of steps) {
            await take(step);
            await wait(step.pick * 6);
          }
          queue.server.network = "fine";
          await kill().then(start);
          // What is taken away while it prints is gone from the queue at once, and in the log a moment later.
          for (const _ of [1, 2]) {
            await expect.poll(calm, { timeout: 30_000, interval: 200 }).toBe(true);
            await wait(1_000);
          }
          const jobs = await queue.jobs();
          expect(new Set(jobs.map(([title]) => title)).size).toBe(jobs.length);
          const status = new Map(jobs.map(([title, is]) => [title, is]));
          for (let index = first + 1; index <= printed; index++) {
            const title = `Job ${index}`;
            // What is taken away while it prints may be in the log with no page: then the desk looks into it.
            const cameOut = status.get(title) === "settled" || status.get(title) === "uncounted";
            expect([title, status.get(title), await queue.logged(title), cameOut && !released.has(title)]).toEqual([
              title,
              status.get(title),
              cameOut ? 1 : 0,
              false,
            ]);
          }
          const sides = jobs.filter(([, is]) => is === "settled").reduce((sum, [, , count]) => sum + count, 0);
          expect(await queue.copier.books()).toEqual({ used: 0, held: 0, openMinor: 10 * sides });
        }),
        { numRuns: Number(process.env.PRINT_AGENT_RUNS ?? 2), endOnFailure: true },
      );
      expect(await checkInvariants(queue.database.owner)).toEqual([]);
    }, 240_000);
  },
);
