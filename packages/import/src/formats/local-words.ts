import type { EpochMs } from "@working-social/kernel";
import { toLocal } from "@working-social/kernel";

/** 14:05 */
export function clockTime(instant: EpochMs, zone: string): string {
  const { minute } = toLocal(instant, zone);
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** 2025-01-20 14:05 */
export function dayAndTime(instant: EpochMs, zone: string): string {
  return `${toLocal(instant, zone).date} ${clockTime(instant, zone)}`;
}
