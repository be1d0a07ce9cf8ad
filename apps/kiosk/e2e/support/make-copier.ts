import { archivePack, createPack, updatePack } from "@working-social/charges";
import type { CreatePackInput, PackView } from "@working-social/charges/schema";
import {
  createPrintDevice,
  createPrintKiosk,
  makePrintPin,
  makeReleaseCode,
  revokePrintKiosk,
  setPrintPrices,
} from "@working-social/copier";
import type { PrintPriceRow } from "@working-social/copier/schema";
import { grantCredits } from "@working-social/credits";
import { inTransaction } from "@working-social/db";
import type { Context } from "@working-social/db";
import { newId, systemClock } from "@working-social/kernel";
import type { Role } from "@working-social/kernel";
import type { ControlContext, Verb } from "@working-social/portal/e2e/control";
import type { SpaceWish, TestPerson, TestSpace } from "@working-social/portal/e2e/make-space";
import { makeSpace } from "@working-social/portal/e2e/make-space";

export interface TestCopier {
  space: TestSpace;
  deviceId: string;
  /** The print server's. */
  agentToken: string;
  kioskId: string;
  kioskToken: string;
  /** Ana's and Jonas's. */
  pins: { ana: string; jonas: string };
  /** 50 colour pages for $9.00. */
  pack: PackView;
}

/** 25 cents a colour side; mono 10, 8 where two share a sheet; A3 twice. */
const PRICES: PrintPriceRow[] = [
  { colour: "colour", paperSize: "A4", isDuplex: false, priceMinor: 25, creditsPerSide: 1 },
  { colour: "mono", paperSize: "A4", isDuplex: false, priceMinor: 10, creditsPerSide: 1 },
  { colour: "mono", paperSize: "A4", isDuplex: true, priceMinor: 8, creditsPerSide: 1 },
  { colour: "mono", paperSize: "A3", isDuplex: false, priceMinor: 20, creditsPerSide: 2 },
];

const PACK: CreatePackInput = {
  name: "Colour 50",
  unit: "colour_pages",
  currency: null,
  quantity: 50,
  priceMinor: 900,
  priceCurrency: "USD",
  validDays: 90,
  scope: { resourceIds: [], resourceKinds: [], locationIds: [] },
};

/** A space with a copier, a kiosk beside it, and 20 colour pages for Ana. */
async function makeCopier(context: ControlContext, wish: SpaceWish): Promise<TestCopier> {
  const space = await makeSpace(context, wish);
  const manager = managerOf(context, space);
  const { locationId } = space;
  const device = await createPrintDevice(manager, {
    locationId,
    name: "Copier 1",
    defaultColour: "mono",
    defaultPaperSize: "A4",
  });
  await setPrintPrices(manager, { locationId, rows: PRICES });
  const kiosk = await createPrintKiosk(manager, { deviceId: device.id, name: "Tablet at the copier" });
  await give(manager, space.ana, 20);
  const pinOf = async (person: TestPerson) => (await makePrintPin(contextOf(context, space, person, "member"))).pin;
  const pins = { ana: await pinOf(space.ana), jonas: await pinOf(space.jonas) };
  const pack = await createPack(manager, PACK);
  return {
    space,
    pack,
    deviceId: device.id,
    agentToken: device.token,
    kioskId: kiosk.id,
    kioskToken: kiosk.token,
    pins,
  };
}

function give(manager: Context, { personId }: TestPerson, quantity: number): Promise<void> {
  return inTransaction(manager, async (tx) => {
    const key = newId();
    await grantCredits(tx, manager, {
      owner: { personId },
      unit: "colour_pages",
      quantity,
      source: "gift",
      label: "Welcome",
      cause: { type: "by_hand", id: key, label: "Welcome" },
      idempotencyKey: key,
    });
  });
}

function contextOf(
  { database }: ControlContext,
  { organizationId }: TestSpace,
  { personId }: TestPerson,
  role: Role,
): Context {
  return database.context(organizationId, { kind: "person", personId, role }, systemClock);
}

function managerOf(context: ControlContext, space: TestSpace): Context {
  return contextOf(context, space, space.mira, "community_manager");
}

export const copierVerbs: Record<string, Verb> = {
  "/copiers": makeCopier,
  /** The newest release code of Ana's or Jonas's phone. */
  "/codes": async (context, { space, who }: { space: TestSpace; who: "ana" | "jonas" }) =>
    makeReleaseCode(contextOf(context, space, space[who], "member")),
  "/kiosks/revoke": async (context, { space, kioskId }: TestCopier) =>
    revokePrintKiosk(managerOf(context, space), { kioskId }),
  "/prices": async (
    context,
    { space, colourMinor = 25, monoMinor = 10 }: { space: TestSpace; colourMinor?: number; monoMinor?: number },
  ) =>
    setPrintPrices(managerOf(context, space), {
      locationId: space.locationId,
      rows: PRICES.map((row) => ({ ...row, priceMinor: row.colour === "colour" ? colourMinor : monoMinor })),
    }),
  "/packs/price": async (context, { space, pack, priceMinor }: TestCopier & { priceMinor: number }) =>
    updatePack(managerOf(context, space), { ...pack, priceMinor }),
  "/packs/archive": async (context, { space, pack }: TestCopier) => {
    await archivePack(managerOf(context, space), { packId: pack.id });
    return { ok: true };
  },
  /** What the copier's location speaks. */
  "/copiers/language": async (
    { owner },
    { space, language, region }: TestCopier & { language: string; region: string | null },
  ) => {
    await owner.query("UPDATE locations SET language = $2, region = $3 WHERE id = $1", [
      space.locationId,
      language,
      region,
    ]);
    return { ok: true };
  },
  /** As if the agent had been silent for a while. */
  "/copiers/silence": async ({ owner }, { deviceId }: TestCopier) => {
    await owner.query("UPDATE print_devices SET last_seen_at = now() - interval '10 minutes' WHERE id = $1", [
      deviceId,
    ]);
    return { ok: true };
  },
  /** What became of the jobs, and how often each was released, by the audit. */
  "/jobs": async ({ owner }, { deviceId }: TestCopier) => {
    const { rows } = await owner.query<{ title: string; status: string; releases: number }>(
      `SELECT j.title, j.status, (SELECT count(*)::int FROM events a WHERE a.subject_id = j.id AND a.name = 'print_job.released') AS releases
       FROM print_jobs j WHERE j.device_id = $1 ORDER BY j.created_at, j.id`,
      [deviceId],
    );
    return rows;
  },
  /** Open charges of the space, by what they are for. */
  "/charges": async ({ owner }, { space }: TestCopier) => {
    const { rows } = await owner.query<{ label: string; openMinor: number }>(
      `SELECT c.cause_label AS label, (c.amount_minor + coalesce((SELECT sum(a.amount_minor) FROM charge_adjustments a JOIN charge_lines l ON l.id = a.line_id WHERE l.charge_id = c.id), 0))::int AS "openMinor"
       FROM charges c WHERE c.organization_id = $1 ORDER BY c.created_at, c.id`,
      [space.organizationId],
    );
    return rows;
  },
};
