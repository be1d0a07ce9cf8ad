import type { Interval } from "@working-social/kernel";
import type { CSSProperties } from "react";
import type { Format } from "../../lib/format.ts";
import { shareOf } from "./day-scale.ts";

/** Where a span lies on a track, in per cent of it: the browser lays it out at any width. */
export function placeOf(span: Interval, scale: Interval): CSSProperties {
  const start = shareOf(scale, span.start);
  return { insetInlineStart: percent(start), width: percent(shareOf(scale, span.end) - start) };
}

export function percent(share: number): string {
  return `${Math.round(share * 100_000) / 1000}%`;
}

/** 9–10:30, 2–3:30 PM: times as short as they are understood, for what is drawn small. Screen readers get the long ones. */
export function shortSpan(span: Interval, format: Pick<Format, "time">): string {
  const [start, end] = [span.start, span.end].map((at) => shortTime(format.time(at))) as [string, string];
  // Of one half of the day, which is named once.
  const [half] = /\D*$/.exec(end) ?? [""];
  return `${start.endsWith(half) ? start.slice(0, start.length - half.length) : start}–${end}`;
}

/** 9, 14:30, 9 am. */
export function shortTime(time: string): string {
  return time.replace(/^0(?=\d)/, "").replace(":00", "");
}

/** Names at the start, the hours beside them: the one set of columns of every layer of the timeline. */
export const columns = "grid grid-cols-[7.5rem_minmax(0,1fr)] lg:grid-cols-[9rem_minmax(0,1fr)]";
