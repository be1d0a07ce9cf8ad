import { OUTSIDE_OF_TAX, taxedPrice } from "@working-social/kernel";
import type { NewChargeLine } from "../commands/record-charge.ts";
import { ONE } from "../lines/rules.ts";

/** A line of a booking, without tax unless told otherwise. */
export function aLine(amountMinor: number, more: Partial<NewChargeLine> & { name?: string } = {}): NewChargeLine {
  const { name = "Lantern", ...rest } = more;
  return {
    item: { code: "booking", data: { resourceName: name } },
    product: "room_time",
    price: taxedPrice(amountMinor, "gross", OUTSIDE_OF_TAX),
    service: { from: "2026-11-26", until: "2026-11-27" },
    locationId: null,
    billed: ONE,
    ...rest,
  };
}

/** A line of a copy job, without tax. */
export function aPrint(amountMinor: number, locationId: string): NewChargeLine {
  const item = { code: "print", data: { sides: 2, paperSize: "A4", colour: "mono", isDuplex: false } } as const;
  return aLine(amountMinor, { item, product: "copier_pages", locationId });
}
