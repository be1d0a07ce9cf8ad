import type { PlaceState } from "./places.ts";

/** Patterns of constant size on the screen, however close the plan is. */
export function Marks({ id, cmPerPx }: { id: string; cmPerPx: number }) {
  const size = 7 * cmPerPx;
  return (
    <defs>
      <pattern id={`${id}-taken`} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={size} height={size} className="fill-sunk" />
        <line x1={0} y1={0} x2={0} y2={size} strokeWidth={2.2 * cmPerPx} className="stroke-third/60" />
      </pattern>
      <pattern id={`${id}-closed`} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width={size} height={size} className="fill-paper" />
        <line x1={0} y1={0} x2={0} y2={size} strokeWidth={1.2 * cmPerPx} className="stroke-third/45" />
      </pattern>
    </defs>
  );
}

interface Look {
  readonly shape: string;
  readonly name: string;
  readonly word: string;
}

/** Free ones are outlined, taken ones hatched, one's own filled, those that do not suit dashed. */
export const looks: Record<PlaceState, Look> = {
  free: { shape: "fill-surface stroke-accent stroke-[1.75px] group-hover/place:fill-accent-weak", name: "fill-ink", word: "fill-accent" },
  yours: { shape: "fill-accent stroke-accent stroke-[1.75px]", name: "fill-on-accent", word: "fill-on-accent" },
  taken: { shape: "stroke-third stroke-1", name: "fill-ink halo-sunk", word: "fill-second halo-sunk" },
  closed: { shape: "stroke-line stroke-1", name: "fill-second halo-paper", word: "fill-second halo-paper" },
  misfit: { shape: "fill-paper stroke-third stroke-1 [stroke-dasharray:4_4]", name: "fill-second", word: "fill-second" },
  refused: { shape: "fill-paper stroke-third stroke-1 [stroke-dasharray:4_4]", name: "fill-second", word: "fill-second" },
};

/** The fill of hatched states; others have one of their own. */
export function hatchOf(id: string, state: PlaceState): string | undefined {
  return state === "taken" || state === "closed" ? `url(#${id}-${state})` : undefined;
}

/** Letters over a hatch keep a clear edge. */
export function haloOf(look: string): string | undefined {
  if (look.includes("halo-sunk")) return "var(--sunk)";
  return look.includes("halo-paper") ? "var(--paper)" : undefined;
}
