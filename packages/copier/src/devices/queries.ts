import type { Context, Database, Sql } from "@working-social/db";
import { read } from "@working-social/db";
import type { Clock, EpochMs } from "@working-social/kernel";
import { authorize, formatInstant, mintOrganizationId, notFound } from "@working-social/kernel";
import type { ColourMode } from "../rules/print-record.ts";
import { isOnline } from "./rules.ts";
import type { ListedPrintDevice, PrintDeviceView, PrintKioskView } from "./schema.ts";
import { hashToken } from "./formats/token.ts";

export interface DeviceRow {
  id: string;
  locationId: string;
  name: string;
  defaultColour: ColourMode;
  defaultPaperSize: string;
  lastSeenAt: EpochMs | null;
  currency: string;
}

const DEVICES = `SELECT d.id, d.location_id AS "locationId", d.name, d.default_colour AS "defaultColour",
    d.default_paper_size AS "defaultPaperSize", d.last_seen_at AS "lastSeenAt", l.currency
  FROM print_devices d JOIN locations l ON l.id = d.location_id WHERE d.revoked_at IS NULL`;

interface KioskRow {
  id: string;
  deviceId: string;
  name: string;
  lastSeenAt: EpochMs | null;
}

/** Of print_kiosks k. */
const KIOSKS = `SELECT k.id, k.device_id AS "deviceId", k.name, k.last_seen_at AS "lastSeenAt" FROM print_kiosks k WHERE k.revoked_at IS NULL`;

function kioskView({ lastSeenAt, ...row }: KioskRow): PrintKioskView {
  return { ...row, lastSeenAt: lastSeenAt === null ? null : formatInstant(lastSeenAt) };
}

/** The devices that may still speak, by name. Needs manageSpace or manageBookings. */
export async function listPrintDevices(ctx: Context): Promise<ListedPrintDevice[]> {
  authorize(ctx, ...listPrintDevices.needs);
  const sql = read(ctx);
  const rows = await sql.query<DeviceRow>(`${DEVICES} ORDER BY d.name, d.id`);
  const kiosks = (await sql.query<KioskRow>(`${KIOSKS} ORDER BY k.name, k.id`)).map(kioskView);
  return rows.map((row) => ({
    ...deviceView(row, ctx.clock),
    kiosks: kiosks.filter(({ deviceId }) => deviceId === row.id),
  }));
}
listPrintDevices.needs = ["manageSpace", "manageBookings"] as const;

/** Throws not_found for an unknown, foreign or revoked device. */
export async function requireDevice(sql: Sql, id: string): Promise<DeviceRow> {
  const [device] = await sql.query<DeviceRow>(`${DEVICES} AND d.id = $1::uuid`, [id]);
  if (!device) throw notFound("print_device");
  return device;
}

export function deviceView({ currency: _, ...row }: DeviceRow, clock: Clock): PrintDeviceView {
  return {
    ...row,
    lastSeenAt: row.lastSeenAt === null ? null : formatInstant(row.lastSeenAt),
    isOnline: isOnline(row, clock.now()),
  };
}

/** The gate of devices: whose token is it? null for one that is unknown or revoked. */
export async function findDeviceContext(
  db: Database,
  clock: Clock,
  token: string,
): Promise<{ ctx: Context; deviceId: string } | null> {
  const { rows } = await db.pool.query<{ device_id: string; organization_id: string }>(
    "SELECT device_id, organization_id FROM print_device_by_token($1)",
    [hashToken(token)],
  );
  const [row] = rows;
  if (!row) return null;
  const actor = { kind: "device", device: "print_agent", deviceId: row.device_id } as const;
  return {
    deviceId: row.device_id,
    ctx: { db, clock, actor, organizationId: mintOrganizationId(row.organization_id) },
  };
}
