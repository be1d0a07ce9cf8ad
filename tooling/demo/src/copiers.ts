import type { PrintPriceRow } from "@working-social/copier";
import {
  createPrintDevice,
  createPrintKiosk,
  findDeviceContext,
  reportPrintJobs,
  setPrintPrices,
} from "@working-social/copier";
import type { Context } from "@working-social/db";
import type { EpochMs } from "@working-social/kernel";
import { clockAt } from "./space.ts";

type PaperSize = PrintPriceRow["paperSize"];

export interface DemoCopier {
  name: string;
  /** What its print queue is called there. */
  printer: string;
  paperSize: PaperSize;
  prices: PrintPriceRow[];
}

/** One side, in the location's smallest unit of money; a side that shares its sheet is a little less, and A3 is two pages. */
function prices(mono: [alone: number, shared: number], colour: [alone: number, shared: number]): PrintPriceRow[] {
  const sizes: [PaperSize, number][] = [
    ["A4", 1],
    ["A3", 2],
    ["Letter", 1],
  ];
  const kinds = [
    ["mono", mono],
    ["colour", colour],
  ] as const;
  return sizes.flatMap(([paperSize, pages]) =>
    kinds.flatMap(([kind, [alone, shared]]) => [
      { colour: kind, paperSize, isDuplex: false, priceMinor: alone * pages, creditsPerSide: pages },
      { colour: kind, paperSize, isDuplex: true, priceMinor: shared * pages, creditsPerSide: pages },
    ]),
  );
}

export const COPIERS = {
  oldHarbour: {
    name: "Copier at the reception",
    printer: "old-harbour",
    paperSize: "Letter",
    prices: prices([10, 8], [50, 45]),
  },
  ropeWalk: { name: "Copier by the stairs", printer: "rope-walk", paperSize: "A4", prices: prices([9, 7], [45, 40]) },
} as const satisfies Record<string, DemoCopier>;
export type CopierName = keyof typeof COPIERS;

/** What an agent would tell: the same events, the same gate. Throws where the product can't read one. */
type Report = (at: EpochMs, events: readonly unknown[]) => Promise<void>;

export interface SetUpCopier {
  name: string;
  report: Report;
  /** Of its agent. */
  token: string;
  kioskToken: string;
}

/** A copier and a kiosk beside it, as managers set them up; answers with the way to report as it, and what `npm start` needs. */
export async function setUpCopier(owner: Context, locationId: string, copier: DemoCopier): Promise<SetUpCopier> {
  await setPrintPrices(owner, { locationId, rows: [...copier.prices] });
  const { id: deviceId, token } = await createPrintDevice(owner, {
    locationId,
    name: copier.name,
    defaultColour: "mono",
    defaultPaperSize: copier.paperSize,
  });
  const device = await findDeviceContext(owner.db, owner.clock, token);
  if (!device) throw new Error(`${copier.name} is not let in.`);
  const { token: kioskToken } = await createPrintKiosk(owner, { deviceId, name: "Tablet beside it" });
  const report: Report = async (at, events) => {
    const { results } = await reportPrintJobs({ ...device.ctx, clock: clockAt(at) }, device.deviceId, {
      events: [...events],
    });
    const unread = results.find(({ outcome }) => outcome === "bad_input");
    if (unread) throw new Error(`The demo's print ${unread.key} was not understood: ${JSON.stringify(unread.issues)}`);
  };
  return { name: copier.name, report, token, kioskToken };
}
