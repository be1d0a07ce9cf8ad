import type { LotView } from "../schema.ts";
import { ANYTHING } from "../schema.ts";

/** A gift of 60 room minutes without bounds, unless said otherwise. */
export function aLot(more: Partial<LotView> & { id: string }): LotView {
  return {
    unit: "room_minutes",
    currency: null,
    owner: "person",
    source: "gift",
    label: more.id,
    left: 60,
    held: 0,
    startsAt: null,
    expiresAt: null,
    scope: ANYTHING,
    createdAt: "2026-11-01T00:00:00.000Z",
    isPlanned: false,
    ...more,
  };
}
