import type { PackView } from "@working-social/charges";
import { listPacks } from "@working-social/charges";
import { isInScope } from "@working-social/credits";
import type { Context, Database } from "@working-social/db";
import { read, timestamp } from "@working-social/db";
import type { Clock, EpochMs } from "@working-social/kernel";
import { authorize, mintOrganizationId, notFound } from "@working-social/kernel";
import { requireDevice } from "../devices/queries.ts";
import { isOnline } from "../devices/rules.ts";
import { hashToken } from "../devices/formats/token.ts";
import { paysForCopies } from "./rules.ts";
import type { KioskStatus } from "./schema.ts";

/** Who is at the gate, when it is a kiosk. */
export interface Kiosk {
  kioskId: string;
  /** The copier that it stands at: it releases nothing else. */
  deviceId: string;
}

/** The gate of kiosks: whose token is it? null for one that is unknown or revoked, or whose device is. */
export async function findKioskContext(
  db: Database,
  clock: Clock,
  token: string,
): Promise<{ ctx: Context; kiosk: Kiosk } | null> {
  const { rows } = await db.pool.query<{ kiosk_id: string; device_id: string; organization_id: string }>(
    "SELECT kiosk_id, device_id, organization_id FROM print_kiosk_by_token($1)",
    [hashToken(token)],
  );
  const [row] = rows;
  if (!row) return null;
  const actor = { kind: "device", device: "kiosk", deviceId: row.kiosk_id } as const;
  return {
    kiosk: { kioskId: row.kiosk_id, deviceId: row.device_id },
    ctx: { db, clock, actor, organizationId: mintOrganizationId(row.organization_id) },
  };
}

/** What can be bought here: packs of pages that are good at this copier, and of money in its currency. Throws not_found. */
export async function packsAtKiosk(ctx: Context, { deviceId }: Kiosk): Promise<PackView[]> {
  authorize(ctx, ...packsAtKiosk.needs);
  const { locationId, currency } = await requireDevice(read(ctx), deviceId);
  const copier = { id: deviceId, kind: "copier", locationId };
  return (await listPacks(ctx)).filter((pack) => paysForCopies(pack, currency) && isInScope(pack.scope, copier));
}
packsAtKiosk.needs = ["showKiosk"] as const;

/** What the kiosk shows while nobody stands at it; asking also says that it is there. Throws not_found. */
export async function kioskStatus(ctx: Context, { kioskId }: Kiosk): Promise<KioskStatus> {
  authorize(ctx, ...kioskStatus.needs);
  const now = ctx.clock.now();
  const [row] = await read(ctx).query<Omit<KioskStatus, "isOnline"> & { lastSeenAt: EpochMs | null }>(
    `UPDATE print_kiosks k SET last_seen_at = $2 FROM print_devices d, locations l WHERE k.id = $1 AND d.id = k.device_id AND l.id = d.location_id
     RETURNING k.name AS "kioskName", d.name AS "deviceName", l.name AS "locationName", l.time_zone AS "timeZone", l.currency, l.language, l.region,
       d.last_seen_at AS "lastSeenAt"`,
    [kioskId, timestamp(now)],
  );
  if (!row) throw notFound("print_kiosk");
  const { lastSeenAt, ...status } = row;
  return { ...status, isOnline: isOnline({ lastSeenAt }, now) };
}
kioskStatus.needs = ["showKiosk"] as const;
