import type { ProblemEvent, PrintedEvent, SubmittedEvent, WaitingJobs } from "@working-social/copier/schema";
import { formatInstant } from "@working-social/kernel";
import { key, theOne } from "./acts.ts";
import type { House } from "./house.ts";
import type { Step } from "./timeline.ts";
import { on } from "./timeline.ts";

/** What waits, comes out, is counted, given back, and puzzles the desk. */
export const PRINTS: readonly Step[] = [
  on(3, "13:00", "what waited for Ana is released, and comes out", async (house) => {
    const { as } = house;
    await report(house, submitted(house, "nov-1", "ana@quayside.example", { title: "Posters", sides: 12 }));
    const posters = titled((await as("ana").printing.waiting.query()).jobs, "Posters");
    await as("ana").printing.release.mutate({ jobId: posters.id, expectedMoneyMinor: posters.moneyMinor });
    await report(house, printed(house, "nov-1", "ana@quayside.example", { title: "Posters", sides: 12 }));
  }),
  on(4, "13:00", "one job is given up, one that came out badly is given back", async (house) => {
    const { as } = house;
    await report(house, submitted(house, "nov-2", "lena@quayside.example", { title: "Draft", sides: 3 }));
    const draft = titled((await as("lena").printing.waiting.query()).jobs, "Draft");
    await as("lena").printing.cancel.mutate({ jobId: draft.id });
    await report(house, { type: "cancelled", key: "harbour/nov-2" });
    await report(house, printed(house, "nov-3", "lena@quayside.example", { title: "Leaflets", sides: 30 }));
    const { jobs } = await as("lena").printing.mine.query({ personId: null, cursor: null });
    const { id: jobId } = titled(jobs, "Leaflets");
    await as("priya").printing.refund.mutate({ jobId, reason: "The toner was empty" });
  }),
  on(5, "13:00", "the desk finds out who somebody is, and forgets another", async (house) => {
    const { as, id } = house;
    await report(house, printed(house, "nov-4", "QUAY\\wen.li", { title: "Menu", sides: 8 }));
    await report(house, printed(house, "nov-5", "guest-7", { title: "Ticket", sides: 1 }));
    await as("priya").printing.assignUser.mutate({ userKey: "wen.li", personId: id("wen") });
    await as("priya").printing.assignUser.mutate({ userKey: "m.okonkwo", personId: id("theo") });
    await as("priya").printing.assignUser.mutate({ userKey: "boardroom", personId: null });
    await as("priya").printing.forgetUser.mutate({ userKey: "boardroom", idempotencyKey: key() });
  }),
  on(6, "13:00", "what no printer counted is counted by hand", async (house) => {
    await report(house, printed(house, "nov-6", "jonas@quayside.example", { title: "label.prn", sides: 0 }));
    const { uncounted } = await house.as("priya").printing.exceptions.query();
    const { id: jobId } = theOne(uncounted, () => true, "print without a count");
    const count = { jobId, sides: 4, reason: "Counted at the tray", idempotencyKey: key() };
    await house.as("priya").printing.count.mutate(count);
  }),
  on(9, "13:00", "lines that nobody could read, and a print that came out twice", puzzle),
  on(12, "13:00", "at the kiosk: a code shows what waits, pages are bought, one job comes out", atTheKiosk),
  on(16, "13:00", "a job that nobody will fetch", (house) =>
    report(house, submitted(house, "nov-9", "dana@quayside.example", { title: "Forgotten", sides: 5 })),
  ),
  on(20, "13:00", "a team prints on account, and the printer counts a page more later", async (house) => {
    const catalogue = printed(house, "nov-10", "samir@quayside.example", { title: "Catalogue", sides: 230 });
    await report(house, { ...catalogue, colour: "colour" });
    await report(house, { ...catalogue, colour: "colour", sides: 232 });
  }),
  on(30, "09:50", "one is released and not out yet, two wait, and one has no price", async (house) => {
    await report(house, submitted(house, "nov-11", "ana@quayside.example", { title: "Contract", sides: 6 }));
    await report(house, submitted(house, "nov-12", "ana@quayside.example", { title: "Ticket", sides: 1 }));
    const { id: jobId, moneyMinor } = titled((await house.as("ana").printing.waiting.query()).jobs, "Ticket");
    await house.as("ana").printing.release.mutate({ jobId, expectedMoneyMinor: moneyMinor });
    await report(house, submitted(house, "nov-13", "stranger", { title: "Boarding pass", sides: 2 }));
    await report(house, {
      ...printed(house, "nov-14", "lena@quayside.example", { title: "Postcard", sides: 1 }),
      paperSize: "A5",
    });
  }),
];

async function puzzle(house: House): Promise<void> {
  const { as } = house;
  await report(house, printed(house, "nov-7", "ana@quayside.example", { title: "Survey", sides: 10 }));
  const line = "page_log: harbour 4711 [garbage]";
  const repeats = { key: "harbour/nov-7", sides: 10 };
  await report(house, { type: "problem", key: "line-1", code: "unreadable_line", line });
  await report(house, { type: "problem", key: "line-2", code: "repeated_total", line: `${line} 2`, repeats });
  await report(house, { type: "problem", key: "line-3", code: "unreadable_line", line: `${line} 3` });
  const { problems } = await as("priya").printing.exceptions.query();
  const dust = theOne(problems, (problem) => problem.line === line, "unreadable line");
  const second = theOne(problems, (problem) => problem.repeats !== null, "repeated total");
  const { printing } = as("priya");
  await printing.dismissProblem.mutate({ problemId: dust.id, reason: "Dust", idempotencyKey: key() });
  await printing.countSecondPrint.mutate({ problemId: second.id, reason: "It came out twice", idempotencyKey: key() });
}

async function atTheKiosk(house: House): Promise<void> {
  await report(house, submitted(house, "nov-8", "ana@quayside.example", { title: "Minutes", sides: 2 }));
  const { pin } = await house.as("ana").printing.makePin.mutate();
  const secret = { pin };
  const packs = await house.as("ana").credits.packs.query();
  const pack = theOne(packs, ({ name }) => name === "500 black-and-white pages", "pack of pages");
  const purchase = { packId: pack.id, expectedPriceMinor: pack.priceMinor, idempotencyKey: key() };
  await house.print("buy", { secret, ...purchase });
  const { jobs } = (await house.print("waiting", { secret })) as unknown as WaitingJobs;
  const minutes = titled(jobs, "Minutes");
  await house.print("release", { secret, jobId: minutes.id, expectedMoneyMinor: minutes.moneyMinor });
  await report(house, printed(house, "nov-8", "ana@quayside.example", { title: "Minutes", sides: 2 }));
  await house.as("ana").printing.makeCode.mutate();
}

function titled<Job extends { title: string | null }>(jobs: readonly Job[], title: string): Job {
  return theOne(jobs, (job) => job.title === title, `print called ${title}`);
}

type Event = SubmittedEvent | PrintedEvent | ProblemEvent | { type: "cancelled"; key: string };

/** Tells one event as the agent does; an event that the product could not take would leave nothing in the fixture. */
async function report(house: House, event: Event): Promise<void> {
  const { results } = await house.print("jobs", { events: [event] });
  if (JSON.stringify(results).includes("bad_input")) throw new Error(`Not understood: ${JSON.stringify(results)}`);
}

function toldOf({ clock }: House, number: string, user: string, title: string) {
  const at = formatInstant(clock.now());
  const sheet = { copies: 1, colour: "mono" as const, paperSize: null, isDuplex: false };
  return { key: `harbour/${number}`, printer: "old-harbour", jobId: number, user, title, at, ...sheet };
}

interface Work {
  title: string;
  sides: number;
}

function submitted(house: House, number: string, user: string, { title, sides }: Work): SubmittedEvent {
  return { type: "submitted", ...toldOf(house, number, user, title), estimatedSides: sides };
}

function printed(house: House, number: string, user: string, { title, sides }: Work): PrintedEvent {
  return { type: "printed", ...toldOf(house, number, user, title), sides };
}
