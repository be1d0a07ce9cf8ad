import type { ResourceView } from "@working-social/booking/schema";
import { classNames } from "@working-social/ui";
import type { ReactNode } from "react";

type Drawn = Pick<ResourceView, "kind" | "capacity" | "features" | "units">;

const width = 240;
const height = 116;
const seat = 6.5;

/** A small plan of what is booked: its size by the seats, a table or desks, a screen on the wall. Decoration only. */
export function RoomDrawing({ resource, className }: { resource: Drawn; className?: string | undefined }) {
  return (
    <div className={classNames("rounded-md bg-linear-to-br from-sunk to-accent-weak", className)}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        className="mx-auto block h-28 w-full max-w-80 fill-none stroke-third"
        strokeWidth="1.25"
        strokeLinejoin="round"
        strokeLinecap="round"
      >
        {drawing(resource)}
      </svg>
    </div>
  );
}

function drawing(resource: Drawn): ReactNode {
  if (resource.kind === "equipment") return <Equipment />;
  if (resource.kind === "hot_desk" || resource.kind === "dedicated_desk")
    return <Desks count={resource.units.length} />;
  if (resource.kind === "booth") return <Booth seats={resource.capacity} />;
  const hasScreen = resource.features.some((feature) => /screen|projector|display|tv/.test(feature));
  return resource.capacity > 14 ? (
    <Hall hasScreen={hasScreen} />
  ) : (
    <Room seats={resource.capacity} hasScreen={hasScreen} />
  );
}

/** Walls with an opening for the door at the right. */
function Walls({ halfWidth }: { halfWidth: number }) {
  const left = width / 2 - halfWidth;
  const right = width / 2 + halfWidth;
  return <path d={`M${right} 44V16H${left}V100H${right}V70`} />;
}

function Screen({ halfWidth }: { halfWidth: number }) {
  return (
    <rect x={width / 2 - halfWidth + 9} y="42" width="2.5" height="32" rx="1" className="fill-third stroke-none" />
  );
}

function Room({ seats, hasScreen }: { seats: number; hasScreen: boolean }) {
  const above = Math.ceil(seats / 2);
  const half = Math.max(46, above * 14 + 26);
  const tableHalf = half - 34;
  return (
    <>
      <Walls halfWidth={half} />
      {hasScreen && <Screen halfWidth={half} />}
      <rect x={width / 2 - tableHalf} y="44" width={tableHalf * 2} height="28" rx="8" />
      <Seats count={above} y={34} half={tableHalf} />
      <Seats count={seats - above} y={82} half={tableHalf} />
    </>
  );
}

function Seats({ count, y, half }: { count: number; y: number; half: number }) {
  const gap = (half * 2) / count;
  return Array.from({ length: count }, (_, index) => (
    <circle key={index} cx={width / 2 - half + gap * (index + 0.5)} cy={y} r={Math.min(seat, gap / 2 - 1.5)} />
  ));
}

/** Rows of chairs towards the screen: a hall is too large to draw each seat. */
function Hall({ hasScreen }: { hasScreen: boolean }) {
  const rows = [32, 49, 66, 83];
  return (
    <>
      <Walls halfWidth={104} />
      {hasScreen && <Screen halfWidth={104} />}
      {rows.map((y) => (
        <Seats key={y} count={9} y={y} half={72} />
      ))}
    </>
  );
}

function Booth({ seats }: { seats: number }) {
  const half = seats > 1 ? 40 : 28;
  return (
    <>
      <rect x={width / 2 - half} y="22" width={half * 2} height="72" rx="12" />
      <rect x={width / 2 - half + 12} y="34" width={half * 2 - 24} height="16" rx="4" />
      <Seats count={Math.min(seats, 2)} y={68} half={half - 12} />
    </>
  );
}

/** Up to six of a pool's desks. */
function Desks({ count }: { count: number }) {
  const shown = Math.min(count, 6);
  const columns = Math.min(shown, 3);
  return Array.from({ length: shown }, (_, index) => {
    const x = width / 2 + ((index % columns) - (columns - 1) / 2) * 62;
    const y = shown > 3 ? 18 + Math.floor(index / columns) * 48 : 38;
    return (
      <g key={index}>
        <rect x={x - 23} y={y} width="46" height="19" rx="3" />
        <circle cx={x} cy={y + 28} r={seat - 0.5} />
      </g>
    );
  });
}

function Equipment() {
  return (
    <>
      <path d="M120 22l40 20v36l-40 20-40-20V42z" />
      <path d="M80 42l40 20 40-20M120 62v36" />
    </>
  );
}
