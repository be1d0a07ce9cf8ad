import { afterAll, beforeAll, expect, test } from "vitest";
import { archivePack, createPack } from "@working-social/charges";
import { aLocation, createTestDatabase } from "@working-social/db/testing";
import type { TestDatabase } from "@working-social/db/testing";
import { answerDevice } from "./answer-device.ts";
import { createPrintDevice } from "../devices/commands/create-print-device.ts";
import { replacePrintToken } from "../devices/commands/replace-print-token.ts";
import { revokePrintDevice } from "./revoke-print-device.ts";
import { listPrintDevices } from "../devices/queries.ts";
import { makePrintPin } from "../identities/commands/make-print-pin.ts";
import { waitingJobs } from "../jobs/queries.ts";
import { createPrintKiosk } from "../kiosks/commands/create-print-kiosk.ts";
import { revokePrintKiosk } from "../kiosks/commands/revoke-print-kiosk.ts";
import { aCopier, printed, refusalOf, submitted } from "../testing/a-copier.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const bearer = (token: string) => `Bearer ${token}`;
const ask = (
  copier: Awaited<ReturnType<typeof aCopier>>,
  call: string,
  body: unknown,
  authorization: string | undefined = bearer(call === "jobs" ? copier.token : copier.kiosk.token),
) => answerDevice({ db: database.db, clock: copier.clock }, { call, authorization, body });

test("an agent reports, a kiosk lists, releases and cancels, each by its token", async () => {
  const copier = await aCopier(database);
  const secret = await makePrintPin(copier.ana);
  expect(await ask(copier, "jobs", { events: [printed(), submitted({ jobId: "9" })] })).toMatchObject({
    status: 200,
    body: { results: [{ outcome: "settled" }, { outcome: "held" }] },
  });
  const waiting = await ask(copier, "waiting", { secret });
  const [job] = (waiting.body as { jobs: { id: string }[] }).jobs;
  expect(await ask(copier, "release", { secret, jobId: job?.id, expectedMoneyMinor: 0 })).toMatchObject({
    status: 409,
    body: { error: { code: "print_price_changed", moneyMinor: 30 } },
  });
  expect(await ask(copier, "release", { secret, jobId: job?.id, expectedMoneyMinor: 30 })).toMatchObject({
    status: 200,
  });
  expect(await ask(copier, "cancel", { secret, jobId: job?.id })).toMatchObject({
    status: 200,
    body: { status: "cancelled" },
  });
});
test("an agent can't release, and a kiosk can't report; neither moves anything by trying", async () => {
  const copier = await aCopier(database);
  const secret = await makePrintPin(copier.ana);
  await copier.report(submitted());
  const jobId = (await waitingJobs(copier.ana)).jobs[0]?.id;
  const bodies: Record<string, unknown> = {
    status: {},
    waiting: { secret },
    release: { secret, jobId, expectedMoneyMinor: 99 },
    cancel: { secret, jobId },
  };
  for (const [call, body] of Object.entries(bodies)) {
    expect(await ask(copier, call, body, bearer(copier.token))).toEqual({
      status: 403,
      body: { error: { code: "not_allowed", action: `print_${call}` } },
    });
  }
  expect(await ask(copier, "jobs", { events: [printed()] }, bearer(copier.kiosk.token))).toEqual({
    status: 403,
    body: { error: { code: "not_allowed", action: "print_jobs" } },
  });
  expect((await waitingJobs(copier.ana)).jobs).toMatchObject([{ status: "held" }]);
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
});
test("guessing PINs over the wire: eight wrong ones lock the copier for the right one too, at each of its kiosks, and come back one by one", async () => {
  const copier = await aCopier(database);
  const secret = await makePrintPin(copier.ana);
  const { token } = await createPrintKiosk(copier.manager, { deviceId: copier.deviceId, name: "Second" });
  for (let guess = 0; guess < 8; guess++) {
    const wrong = { pin: String((Number(secret.pin) + 1 + guess) % 1_000_000).padStart(6, "0") };
    expect(
      (await ask(copier, "waiting", { secret: wrong }, bearer(guess % 2 ? token : copier.kiosk.token))).status,
    ).toBe(403);
  }
  for (const one of [token, copier.kiosk.token]) {
    expect(await ask(copier, "waiting", { secret }, bearer(one))).toEqual({
      status: 429,
      body: { error: { code: "too_many_codes", retryAfterSeconds: 38 } },
    });
  }
  copier.clock.advanceMinutes(1);
  expect((await ask(copier, "waiting", { secret })).status).toBe(200);
});
const ANYWHERE = { resourceIds: [], resourceKinds: [], locationIds: [] };
const pack = {
  unit: "mono_pages",
  currency: null,
  quantity: 50,
  priceMinor: 400,
  priceCurrency: "EUR",
  validDays: 90,
  scope: ANYWHERE,
} as const;

test("topping up at the kiosk: what pays here is offered, bought once by PIN on an open charge, and pays the waiting job", async () => {
  const copier = await aCopier(database);
  const { id: packId } = await createPack(copier.manager, { ...pack, name: "50 pages" });
  await createPack(copier.manager, { ...pack, name: "Room hours", unit: "room_minutes" });
  await createPack(copier.manager, { ...pack, name: "Dollars", unit: "money", currency: "USD" });
  await createPack(copier.manager, { ...pack, name: "Euros", unit: "money", currency: "EUR", quantity: 500 });
  const { id: elsewhere } = await aLocation(database.owner, copier.organizationId);
  await createPack(copier.manager, { ...pack, name: "Elsewhere", scope: { ...ANYWHERE, locationIds: [elsewhere] } });
  const offered = (await ask(copier, "packs", {})).body as { name: string }[];
  expect(offered.map(({ name }) => name).toSorted()).toEqual(["50 pages", "Euros"]);
  const secret = await makePrintPin(copier.ana);
  await copier.report(submitted());
  const purchase = { secret, packId, expectedPriceMinor: 400, idempotencyKey: "kiosk-purchase-0001" };
  expect(await ask(copier, "buy", { ...purchase, expectedPriceMinor: 300 })).toEqual({
    status: 409,
    body: { error: { code: "pack_price_changed", priceMinor: 400, currency: "EUR" } },
  });
  const bought = await Promise.all([1, 2, 3].map(() => ask(copier, "buy", purchase)));
  await archivePack(copier.manager, { packId });
  bought.push(await ask(copier, "buy", purchase));
  expect(new Set(bought.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(bought[0]).toMatchObject({
    status: 200,
    body: { name: "50 pages", quantity: 50, owner: { personId: copier.anaId } },
  });
  expect((await ask(copier, "waiting", { secret })).body).toMatchObject({
    jobs: [{ credits: 3, moneyMinor: 0, balanceBefore: 50, balanceAfter: 47 }],
  });
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 400 });
});
test("a kiosk sells nothing without the PIN, nothing that pays no copies, and an agent sells nothing at all", async () => {
  const copier = await aCopier(database);
  const { id: packId } = await createPack(copier.manager, { ...pack, name: "50 pages" });
  const { id: hours } = await createPack(copier.manager, { ...pack, name: "Room hours", unit: "room_minutes" });
  const secret = await makePrintPin(copier.ana);
  const purchase = { secret, packId, expectedPriceMinor: 400, idempotencyKey: "kiosk-purchase-0002" };
  expect((await ask(copier, "buy", purchase, bearer(copier.token))).status).toBe(403);
  expect((await ask(copier, "packs", {}, bearer(copier.token))).status).toBe(403);
  expect((await ask(copier, "buy", { ...purchase, secret: { pin: "12" } })).body).toEqual({
    error: { code: "wrong_code" },
  });
  expect((await ask(copier, "buy", { ...purchase, packId: hours })).body).toEqual({
    error: { code: "not_found", what: "pack" },
  });
  expect((await ask(copier, "buy", { ...purchase, idempotencyKey: "short" })).status).toBe(400);
  expect((await ask(copier, "buy", { ...purchase, owner: { personId: copier.anaId } })).status).toBe(400);
  const other = await aCopier(database);
  expect((await ask(other, "buy", { ...purchase, secret: await makePrintPin(other.ana) })).status).toBe(404);
  expect(await copier.books()).toEqual({ used: 0, held: 0, openMinor: 0 });
});
test("a kiosk knows where it stands, and whether the copier would print", async () => {
  const copier = await aCopier(database);
  await copier.report();
  expect(await ask(copier, "status", {})).toMatchObject({
    status: 200,
    body: {
      kioskName: "Kiosk",
      language: "en",
      region: null,
      deviceName: "Copier",
      timeZone: "Australia/Lord_Howe",
      currency: "EUR",
      isOnline: true,
    },
  });
  copier.clock.advanceMinutes(6);
  expect(await ask(copier, "status", {})).toMatchObject({ body: { isOnline: false } });
  expect(await listPrintDevices(copier.desk)).toMatchObject([
    { kiosks: [{ name: "Kiosk", lastSeenAt: "2026-11-25T09:06:00.000Z" }] },
  ]);
});
test("a revoked kiosk is over with the next request, its name is free; a revoked device takes its kiosks with it", async () => {
  const copier = await aCopier(database);
  const { kioskId } = copier.kiosk.at;
  expect(await refusalOf(revokePrintKiosk(copier.desk, { kioskId }))).toMatchObject({ code: "not_allowed" });
  expect(await refusalOf(createPrintKiosk(copier.manager, { deviceId: copier.deviceId, name: "Kiosk" }))).toEqual({
    code: "name_taken",
    name: "Kiosk",
  });
  await revokePrintKiosk(copier.manager, { kioskId });
  expect((await ask(copier, "status", {})).status).toBe(401);
  expect((await ask(copier, "jobs", { events: [] })).status).toBe(200);
  expect(await refusalOf(revokePrintKiosk(copier.manager, { kioskId }))).toEqual({
    code: "not_found",
    what: "print_kiosk",
  });
  const { token } = await createPrintKiosk(copier.manager, { deviceId: copier.deviceId, name: "Kiosk" });
  expect((await ask(copier, "status", {}, bearer(token))).status).toBe(200);
  await revokePrintDevice(copier.manager, { deviceId: copier.deviceId });
  expect((await ask(copier, "status", {}, bearer(token))).status).toBe(401);
  const { rows } = await database.owner.query<{ text: string }>("SELECT to_jsonb(k)::text AS text FROM print_kiosks k");
  expect(rows.map(({ text }) => text).join(" ")).not.toContain(token.slice(4));
});
test("kiosks: members and foreign devices are refused", async () => {
  const [copier, other] = [await aCopier(database), await aCopier(database)];
  const input = { deviceId: copier.deviceId, name: "Hall" };
  expect(await refusalOf(createPrintKiosk(copier.ana, input))).toMatchObject({ code: "not_allowed" });
  expect(await refusalOf(createPrintKiosk(other.manager, input))).toEqual({ code: "not_found", what: "print_device" });
  expect(await refusalOf(revokePrintKiosk(other.manager, { kioskId: copier.kiosk.at.kioskId }))).toEqual({
    code: "not_found",
    what: "print_kiosk",
  });
});
test("without a good token nothing is answered, and nothing is written", async () => {
  const copier = await aCopier(database);
  const wrong = [
    undefined,
    "",
    "Bearer",
    bearer("wsd_"),
    bearer(`wsd_${"x".repeat(43)}`),
    `Basic ${copier.token}`,
    bearer(copier.token.replace("wsd", "wsk")),
    bearer(copier.kiosk.token.replace("wsk", "wsd")),
    bearer(`${copier.token}'--`),
  ];
  for (const authorization of wrong) {
    expect(
      await answerDevice(
        { db: database.db, clock: copier.clock },
        { call: "jobs", authorization, body: { events: [printed()] } },
      ),
    ).toEqual({ status: 401, body: { error: { code: "unknown_device" } } });
  }
  expect(await copier.books()).toMatchObject({ openMinor: 0 });
});
test("bad bodies and unknown calls are refused", async () => {
  const copier = await aCopier(database);
  for (const body of [
    null,
    [],
    {},
    { events: "x" },
    { events: Array.from({ length: 201 }, () => printed()) },
    { events: [], more: 1 },
  ]) {
    expect(await ask(copier, "jobs", body)).toEqual({ status: 400, body: { error: { code: "bad_input" } } });
  }
  expect((await ask(copier, "constructor", {})).status).toBe(404);
  expect(await ask(copier, "waiting", { secret: { pin: "000000" } })).toEqual({
    status: 403,
    body: { error: { code: "wrong_code" } },
  });
});
test("a replaced or revoked token is over with the next request; the database keeps no token", async () => {
  const copier = await aCopier(database);
  const { token } = await replacePrintToken(copier.manager, { deviceId: copier.deviceId });
  expect((await ask(copier, "jobs", { events: [] })).status).toBe(401);
  expect((await ask(copier, "jobs", { events: [] }, bearer(token))).status).toBe(200);
  await revokePrintDevice(copier.manager, { deviceId: copier.deviceId });
  expect((await ask(copier, "jobs", { events: [] }, bearer(token))).status).toBe(401);
  const { rows } = await database.owner.query<{ text: string }>(
    "SELECT to_jsonb(d)::text AS text FROM print_devices d WHERE organization_id = $1",
    [copier.organizationId],
  );
  expect(rows[0]?.text).not.toContain(token.slice(4));
  expect(
    await createPrintDevice(copier.manager, {
      locationId: copier.locationId,
      name: "Copier",
      defaultColour: "mono",
      defaultPaperSize: "A4",
    }),
  ).toMatchObject({ name: "Copier" });
});
test("devices: members, foreign locations and names that are taken are refused", async () => {
  const [copier, other] = [await aCopier(database), await aCopier(database)];
  const input = {
    locationId: copier.locationId,
    name: "Copier",
    defaultColour: "mono",
    defaultPaperSize: "A4",
  } as const;
  expect(await refusalOf(createPrintDevice(copier.ana, input))).toMatchObject({ code: "not_allowed" });
  expect(await refusalOf(createPrintDevice(copier.manager, input))).toEqual({ code: "name_taken", name: "Copier" });
  expect(await refusalOf(createPrintDevice(copier.manager, { ...input, locationId: other.locationId }))).toEqual({
    code: "not_found",
    what: "location",
  });
  expect(await refusalOf(revokePrintDevice(copier.manager, { deviceId: other.deviceId }))).toEqual({
    code: "not_found",
    what: "print_device",
  });
  expect(await refusalOf(replacePrintToken(copier.ana, { deviceId: copier.deviceId }))).toMatchObject({
    code: "not_allowed",
  });
  expect(await listPrintDevices(copier.desk)).toMatchObject([{ name: "Copier", isOnline: false }]);
});
