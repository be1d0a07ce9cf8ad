import { aResource, aRule } from "@working-social/db/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Desk } from "../testing/a-desk.ts";
import { aDesk } from "../testing/a-desk.ts";
import { slot } from "../testing/samples.ts";
import { latestMail, subjectsTo, untilNothingWaits } from "../testing/sign-in.ts";
import type { Caller, TestServer } from "../testing/test-server.ts";
import { aCaller, startTestServer } from "../testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Booked {
  id: string;
  status: string;
  sequence: number;
  title: string;
}

const anHourLater = () => {
  const { startsAt, endsAt } = slot();
  const later = (instant: string) => new Date(Date.parse(instant) + 3_600_000).toISOString();
  return { startsAt: later(startsAt), endsAt: later(endsAt) };
};

async function done(answer: Promise<{ status: number; data?: unknown }>): Promise<Booked> {
  const { status, data } = await answer;
  expect(status).toBe(200);
  return data as Booked;
}

const key = () => ({ idempotencyKey: crypto.randomUUID() });

function book(caller: Caller, resourceId: string, forPersonId: string | null = null, at = slot()): Promise<Booked> {
  const wish = { resourceId, ...at, forPersonId, title: "Workshop", isTitlePublic: false, expectedTotalMinor: 2400 };
  return done(caller.call("bookings.book", { ...wish, ...key() }));
}

function change(caller: Caller, booking: Booked, to: object): Promise<Booked> {
  const { id: bookingId, sequence, title } = booking;
  const wish = { bookingId, title, isTitlePublic: false, sequence, expectedTotalMinor: 2400, ...slot(), ...to };
  return done(caller.call("bookings.change", { ...wish, ...key() }));
}

/** What the subjects of all mails to an address begin with, by the alphabet, once nothing waits any more. */
async function mailsTo({ email }: Caller): Promise<string[]> {
  await untilNothingWaits(server);
  return (await subjectsTo(server, email)).map((subject) => subject.split(":")[0] ?? "").sort();
}

describe("what waits for approval", () => {
  async function aPendingBooking(): Promise<Desk & { bookingId: string; booking: Booked }> {
    const at = await aDesk(server);
    await aRule(server.database.owner, at.space.organizationId, { needs_approval: true });
    const booking = await book(at.member, at.space.resourceId);
    expect(booking.status).toBe("pending_approval");
    return { ...at, booking, bookingId: booking.id };
  }

  test("staff learn of a booking to approve, and the member of the decision", async () => {
    const { member, desk, bookingId } = await aPendingBooking();
    const asked = await latestMail(server, desk.email);
    expect(asked?.subject).toMatch(/^To approve: Lantern /);
    expect(asked?.text).toContain("Ana <b> asks for a booking");
    expect(asked?.text).toContain(`/bookings/${bookingId}`);
    await done(desk.call("bookings.approve", { bookingId, ...key() }));
    expect((await latestMail(server, member.email))?.subject).toMatch(/^Approved: Lantern /);
  });

  test("a German member is told in German, and the desk in its own language", async () => {
    const { member, desk, bookingId } = await aPendingBooking();
    await server.database.owner.query("UPDATE people SET language = 'de', region = 'DE' WHERE id = $1", [
      member.personId,
    ]);
    expect((await latestMail(server, desk.email))?.subject).toMatch(/^To approve: Lantern /);
    await done(desk.call("bookings.approve", { bookingId, ...key() }));
    const mail = await latestMail(server, member.email);
    expect(mail?.subject).toMatch(
      /^Genehmigt: Lantern .*, [A-Z][a-z]+tag, \d+\. [A-Z]\p{L}+ \d{4}, 09:45–10:45 Uhr GMT\+5:45$/u,
    );
    expect(mail?.text).toContain("Guten Tag Ana <b>,\n\nIhre Buchung ist genehmigt.");
  });

  test("whoever chose nothing is told in the language of the place", async () => {
    const { space, member, desk, bookingId } = await aPendingBooking();
    await server.database.owner.query("UPDATE locations SET language = 'de' WHERE organization_id = $1", [
      space.organizationId,
    ]);
    await done(desk.call("bookings.decline", { bookingId, reason: "Der Raum wird gestrichen.", ...key() }));
    const mail = await latestMail(server, member.email);
    expect(mail?.subject).toMatch(/^Abgelehnt: Lantern /);
    expect(mail?.text).toContain("Grund: Der Raum wird gestrichen.");
  });

  test("a declined booking comes with its reason", async () => {
    const { member, desk, bookingId } = await aPendingBooking();
    await done(desk.call("bookings.decline", { bookingId, reason: "The room is being painted.", ...key() }));
    const mail = await latestMail(server, member.email);
    expect(mail?.subject).toMatch(/^Declined: /);
    expect(mail?.text).toContain("Reason: The room is being painted.");
  });

  test("a second approval within the hour is told again, and a change of its words asks nobody", async () => {
    const { space, member, desk, booking, bookingId } = await aPendingBooking();
    const there = { resourceId: space.resourceId, ...anHourLater() };
    await done(desk.call("bookings.approve", { bookingId, ...key() }));
    const moved = await change(member, { ...booking, sequence: 1 }, { ...there });
    expect(moved.status).toBe("pending_approval");
    await change(member, { ...moved, title: "Another title" }, { ...there });
    await done(desk.call("bookings.approve", { bookingId, ...key() }));
    expect(await mailsTo(desk)).toEqual(["To approve", "To approve"]);
    expect(await mailsTo(member)).toEqual(["Approved", "Approved"]);
  });

  test("whoever moves a request to and fro fills no mailboxes: twenty mails in an hour, and others' requests are told", async () => {
    const { space, member, desk, booking } = await aPendingBooking();
    const there = { resourceId: space.resourceId, ...anHourLater() };
    const here = { resourceId: space.resourceId, ...slot() };
    let moved = booking;
    for (let time = 0; time < 24; time++) moved = await change(member, moved, time % 2 === 0 ? there : here);
    expect(moved).toMatchObject({ status: "pending_approval", sequence: 24 });
    await book(await aCaller(server, space.organizationId), space.resourceId, null, anHourLater());
    expect(await mailsTo(desk)).toHaveLength(21);
  });

  test("a booking moved into a room that asks is told to the desk, and one moved while it waits once more", async () => {
    const { space, member, desk } = await aDesk(server);
    const asking = await aResource(server.database.owner, space.organizationId, space.locationId, { name: "Studio" });
    await aRule(server.database.owner, space.organizationId, { needs_approval: true, resource_id: asking.id });
    const booked = await book(member, space.resourceId);
    expect(booked.status).toBe("confirmed");
    expect(await mailsTo(desk)).toEqual([]);
    const moved = await change(member, booked, { resourceId: asking.id });
    expect(moved.status).toBe("pending_approval");
    expect((await latestMail(server, desk.email))?.subject).toMatch(/^To approve: Studio/);
    await change(member, moved, { resourceId: asking.id, ...anHourLater() });
    expect(await mailsTo(desk)).toEqual(["To approve", "To approve"]);
    expect(await mailsTo(member)).toEqual([]);
  });
});

describe("what the desk does for a member", () => {
  test("booking, moving and cancelling are told to the member: who, where, when by the location's clock, and the price", async () => {
    const { space, member, desk } = await aDesk(server);
    const booked = await book(desk, space.resourceId, member.personId);
    const first = await latestMail(server, member.email);
    expect(first?.subject).toMatch(/^Booked for you: Lantern .*09:45\s?[–-]\s?10:45 GMT\+5:45$/);
    expect(first?.text).toContain("Hello Ana <b>,\n\nBen has booked this for you.");
    expect(first?.text).toContain("It costs US$24.00.");
    const moved = await change(desk, booked, { resourceId: space.resourceId, ...anHourLater() });
    await expect
      .poll(async () => (await latestMail(server, member.email))?.subject)
      .toMatch(/^Changed: .*10:45\s?[–-]\s?11:45/);
    const second = await latestMail(server, member.email);
    expect(second?.text).toMatch(
      /Ben has changed your booking\.\n\nIt was: Lantern .*09:45\s?[–-]\s?10:45 GMT\+5:45\n\nIt is now:/,
    );
    await done(
      desk.call("bookings.cancel", {
        bookingId: moved.id,
        reason: "The heating fails.",
        expectedFeeMinor: 0,
        ...key(),
      }),
    );
    await expect.poll(async () => (await latestMail(server, member.email))?.subject).toMatch(/^Cancelled: Lantern/);
    const third = await latestMail(server, member.email);
    expect(third?.text).toContain("Ben has cancelled your booking.");
    expect(third?.text).toContain(
      "There is no fee: whatever it had cost comes back to you.\n\nReason: The heating fails.",
    );
  });

  test("a mistake that is taken away is told, and what was over before is not", async () => {
    const { space, member, desk } = await aDesk(server);
    const booked = await book(desk, space.resourceId, member.personId);
    const remove = (bookingId: string) => done(desk.call("bookings.remove", { bookingId, reason: "Twice", ...key() }));
    await remove(booked.id);
    const again = await book(member, space.resourceId);
    await done(member.call("bookings.cancel", { bookingId: again.id, reason: null, expectedFeeMinor: 0, ...key() }));
    await remove(again.id);
    expect(await mailsTo(member)).toEqual(["Booked for you", "Removed"]);
  });

  test("who acts for oneself gets no mail, staff neither", async () => {
    const { space, member, desk } = await aDesk(server);
    for (const caller of [member, desk]) {
      const booked = await book(caller, space.resourceId);
      const moved = await change(caller, booked, { resourceId: space.resourceId, ...anHourLater() });
      await done(caller.call("bookings.cancel", { bookingId: moved.id, reason: null, expectedFeeMinor: 0, ...key() }));
      expect(await mailsTo(caller)).toEqual([]);
    }
  });
});

describe("a retry after a lost answer", () => {
  test.each([
    ["bookings.approve", {}],
    ["bookings.decline", { reason: "No" }],
    ["bookings.remove", { reason: "Twice" }],
  ])("%s gives the first answer, changes nothing and mails nobody again", async (path, more) => {
    const { space, member, desk } = await aDesk(server);
    await aRule(server.database.owner, space.organizationId, { needs_approval: true });
    const { id: bookingId } = await book(member, space.resourceId);
    const input = { bookingId, ...more, ...key() };
    const answers = [await desk.call(path, input), await desk.call(path, input)];
    expect(answers[0]?.status).toBe(200);
    expect(answers[1]).toMatchObject({ status: 200, data: answers[0]?.data });
    expect(await mailsTo(member)).toHaveLength(1);
    // Another intention is another matter: there is nothing left to decide.
    expect((await desk.call(path, { ...input, ...key() })).refusal).toMatchObject({ code: "wrong_state" });
  });

  test("a hold that was let go is let go once", async () => {
    const { space, member } = await aDesk(server);
    const held = await done(member.call("bookings.hold", { resourceId: space.resourceId, ...slot(), ...key() }));
    const input = { bookingId: held.id, ...key() };
    const answers = [
      await member.call("bookings.releaseHold", input),
      await member.call("bookings.releaseHold", input),
    ];
    expect(answers[0]).toMatchObject({ status: 200, data: { status: "expired" } });
    expect(answers[1]).toMatchObject({ status: 200, data: answers[0]?.data });
    await book(member, space.resourceId);
    expect(await member.call("bookings.releaseHold", input)).toMatchObject({ status: 200, data: answers[0]?.data });
  });
});
