import type { PlaceState } from "./places.ts";

/** Patterns of constant size on the screen, however close the plan is. */
export function Marks({ id, cmPerPx }: { id: string; cmPerPx: number }) {
  const size = 7 * cmPerPx;
  return (
    <defs>
      <pattern
        id={`${id}-taken`}
        width={size}
        height={size}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width={size} height={size} className="fill-sunk" />
        <line x1={0} y1={0} x2={0} y2={size} strokeWidth={2.2 * cmPerPx} className="stroke-third/60" />
      </pattern>
      <pattern
        id={`${id}-closed`}
        width={size}
        height={size}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <rect width={size} height={size} className="fill-paper" />
        <line x1={0} y1={0} x2={0} y2={size} strokeWidth={1.4 * cmPerPx} className="stroke-third/60" />
      </pattern>
    </defs>
  );
}

interface Look {
  /** Its fill, where it is no pattern. */
  readonly fill: string;
  readonly outline: string;
  readonly name: string;
  readonly word: string;
  readonly halo?: string;
}

const dashed = "stroke-third stroke-1 [stroke-dasharray:4_4]";

/** Free ones are outlined, taken ones hatched, one's own filled, those that do not suit dashed. */
export const looks: Record<PlaceState, Look> = {
  free: {
    fill: "fill-surface group-hover/place:fill-accent-weak",
    outline: "stroke-accent stroke-[1.75px]",
    name: "fill-ink",
    word: "fill-accent",
  },
  yours: {
    fill: "fill-accent",
    outline: "stroke-accent stroke-[1.75px]",
    name: "fill-on-accent",
    word: "fill-on-accent",
  },
  taken: { fill: "", outline: "stroke-third stroke-1", name: "fill-ink", word: "fill-second", halo: "var(--sunk)" },
  closed: {
    fill: "",
    outline: "stroke-third stroke-1",
    name: "fill-second",
    word: "fill-second",
    halo: "var(--paper)",
  },
  misfit: { fill: "fill-paper", outline: dashed, name: "fill-second", word: "fill-second" },
  refused: { fill: "fill-paper", outline: dashed, name: "fill-second", word: "fill-second" },
};

/** The fill of hatched states; others have one of their own. */
export function hatchOf(id: string, state: PlaceState): string | undefined {
  return state === "taken" || state === "closed" ? `url(#${id}-${state})` : undefined;
}
