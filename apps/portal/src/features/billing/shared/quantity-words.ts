import type { InvoiceLineView } from "@working-social/billing/schema";
import { numberFormat } from "@working-social/kernel";
import { formatHours } from "../../../lib/format.ts";
import { locale } from "../../../lib/locale.ts";
import type { LineTexts } from "./line-texts.ts";

type Counted = Pick<InvoiceLineView, "item" | "quantity" | "unitCode">;

/** How much of it: 1 h 30 min, 3 days, 4 ×. null where one is meant, or where its words say how much. */
export function quantityWords({ item, quantity, unitCode }: Counted, texts: LineTexts): string | null {
  if (item.code === "print" || item.code === "pack") return null;
  switch (unitCode) {
    case "MIN":
      return formatHours(quantity);
    case "HUR":
      return formatHours(quantity * 60);
    case "DAY":
      return texts.days(quantity);
    case "MON":
      return null;
    default:
      return quantity === 1 ? null : `${numberFormat(locale).format(quantity)} ×`;
  }
}
