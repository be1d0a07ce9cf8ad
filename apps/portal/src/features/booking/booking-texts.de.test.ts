import type { UsedLot } from "@working-social/booking/schema";
import { expect, test } from "vitest";
import { texts } from "./booking-texts.de.ts";

const ana = "Ana Ferreira";
const aLot = (lot: Partial<UsedLot>): UsedLot => {
  const usual = { lotId: "l", label: "10 Stunden", source: "plan", owner: "person", isPlanned: false } as const;
  return { ...usual, quantity: 60, leftAfter: 0, expiresAt: null, ...lot };
};

test.each<[Partial<UsedLot>, string | null, string]>([
  [{}, null, "1 h aus Ihrem Tarif"],
  [{}, ana, "1 h aus dem Tarif von Ana Ferreira"],
  [{ owner: "team" }, null, "1 h aus dem Tarif Ihres Teams"],
  [{ owner: "team" }, ana, "1 h aus dem Tarif des Teams von Ana Ferreira"],
  [{ isPlanned: true }, null, "1 h aus Ihrem Tarif für Dezember"],
  [{ source: "rollover" }, null, "1 h aus Ihrem Übertrag"],
  [{ source: "pack", owner: "team" }, null, "1 h aus dem Paket Ihres Teams („10 Stunden“)"],
  [{ source: "gift" }, null, "1 h aus der Gutschrift „10 Stunden“"],
  [{ source: "gift" }, ana, "1 h aus der Gutschrift „10 Stunden“ für Ana Ferreira"],
  [
    { source: "returned", owner: "team" },
    ana,
    "1 h aus der Rückbuchung von „10 Stunden“ für das Team von Ana Ferreira",
  ],
  [{ source: "overdraft" }, null, "1 h aus dem erlaubten Minus"],
])("where credits come from, as German bends it: %j", (lot, whose, expected) => {
  expect(texts.lineLot("1 h", aLot(lot), "Dezember", whose)).toBe(expected);
});
