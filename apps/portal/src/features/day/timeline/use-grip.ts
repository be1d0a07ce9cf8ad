import type { EpochMs, Interval } from "@working-social/kernel";
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from "react";
import { instantAt } from "../day-scale.ts";
import { draggedSlot, edgeAt, type Grip } from "./drag.ts";
import type { Lane, LaneBooking } from "../lane.ts";

/** What is being dragged, and where it would land. */
export interface Draft {
  readonly laneId: string;
  readonly slot: Interval;
  /** One's own booking on its way to another time or room; null: a slot to book. */
  readonly booking: LaneBooking | null;
}

interface Press {
  readonly laneId: string;
  readonly instant: EpochMs;
  /** One's own booking under the pointer. */
  readonly booking: LaneBooking | null;
}

interface GripOptions {
  lanes: readonly Lane[];
  scale: Interval;
  /** Across for rows of time, down for one room's column. */
  axis: "across" | "down";
  chosen: { laneId: string; slot: Interval } | null;
  onPress: (press: Press) => void;
  onDrop: (draft: Draft) => void;
}

interface Held extends Press {
  readonly track: DOMRect;
  readonly x: number;
  readonly y: number;
  readonly isTouch: boolean;
  readonly grip: Grip;
}

const holdMs = 350;
const slipPx = { mouse: 4, touch: 10 };
const edgePx = 9;

/**
 * Pressing and dragging on tracks (elements with `data-lane`) inside `ref`. A mouse drags at once; a finger first holds
 * still, so that the page still scrolls. Escape lets go.
 */
export function useGrip(ref: RefObject<HTMLElement | null>, options: GripOptions) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const latest = useRef(options);
  const session = useRef<GripSession>(undefined);
  useEffect(() => {
    latest.current = options;
  });

  useEffect(() => {
    const element = ref.current;
    // A finger that drags must not scroll: only a listener that may cancel can say so.
    const keepStill = (event: TouchEvent) => session.current?.isDragging && event.cancelable && event.preventDefault();
    const noMenu = (event: Event) => session.current?.held.isTouch && event.preventDefault();
    element?.addEventListener("touchmove", keepStill, { passive: false });
    element?.addEventListener("contextmenu", noMenu);
    return () => {
      session.current?.end();
      element?.removeEventListener("touchmove", keepStill);
      element?.removeEventListener("contextmenu", noMenu);
    };
  }, [ref]);

  function onPointerDown(event: ReactPointerEvent) {
    const held = heldBy(event, latest.current);
    if (!held) return;
    session.current?.end();
    session.current = new GripSession(
      held,
      latest,
      (next) => setDraft(next),
      () => (session.current = undefined),
    );
  }
  return { draft, onPointerDown };
}

/** From the press to the release. */
class GripSession {
  isDragging = false;
  readonly held: Held;
  readonly #options: RefObject<GripOptions>;
  readonly #show: (draft: Draft | null) => void;
  readonly #ended: () => void;
  readonly #timer: ReturnType<typeof setTimeout> | undefined;
  #draft: Draft | null = null;
  #stop = new AbortController();

  constructor(held: Held, options: RefObject<GripOptions>, show: (draft: Draft | null) => void, ended: () => void) {
    this.held = held;
    this.#options = options;
    this.#show = show;
    this.#ended = ended;
    this.#timer = held.isTouch ? setTimeout(() => this.#begin(), holdMs) : undefined;
    const { signal } = this.#stop;
    addEventListener("pointermove", (event) => event.isPrimary && this.#move(event), { signal });
    addEventListener("pointerup", (event) => event.isPrimary && this.#release(), { signal });
    addEventListener("pointercancel", () => this.end(), { signal });
    addEventListener("keydown", (event) => event.key === "Escape" && this.#letGo(event), { signal, capture: true });
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#stop.abort();
    this.#show(null);
    this.#ended();
  }

  #begin(): void {
    this.isDragging = true;
    if (this.held.isTouch) navigator.vibrate?.(8);
    this.#follow(this.held.laneId, this.held.instant);
  }

  #letGo(event: KeyboardEvent): void {
    event.stopPropagation();
    this.end();
  }

  #move(event: PointerEvent): void {
    const { held } = this;
    const slip = Math.hypot(event.clientX - held.x, event.clientY - held.y);
    if (!this.isDragging) {
      if (slip < (held.isTouch ? slipPx.touch : slipPx.mouse)) return;
      if (held.isTouch) return this.end();
      this.#begin();
    }
    const options = this.#options.current;
    const over = held.grip.kind === "move" ? trackUnder(event)?.dataset["lane"] : undefined;
    this.#follow(over ?? this.#draft?.laneId ?? held.laneId, instantUnder(event, held.track, options));
  }

  #follow(laneId: string, instant: EpochMs): void {
    const lane = this.#options.current.lanes.find(({ resource }) => resource.id === laneId);
    if (!lane) return;
    const slot = draggedSlot(this.held.grip, lane, instant);
    const before = this.#draft;
    if (before?.laneId === laneId && before.slot.start === slot.start && before.slot.end === slot.end) return;
    this.#draft = { laneId, slot, booking: this.held.grip.kind === "move" ? this.held.booking : null };
    this.#show(this.#draft);
  }

  #release(): void {
    const { held, isDragging } = this;
    const draft = this.#draft;
    this.end();
    if (isDragging && draft) this.#options.current.onDrop(draft);
    else if (!isDragging) this.#options.current.onPress(held);
  }
}

function heldBy(event: ReactPointerEvent, options: GripOptions): Held | null {
  const track = trackOf(event.target);
  const laneId = track?.dataset["lane"];
  if (!track || laneId === undefined || event.button !== 0 || !event.isPrimary) return null;
  const box = track.getBoundingClientRect();
  const instant = instantUnder(event, box, options);
  const lane = options.lanes.find(({ resource }) => resource.id === laneId);
  const booking = lane?.bookings.find((mine) => mine.isMine && mine.start <= instant && instant < mine.end) ?? null;
  const press = { laneId, instant, booking };
  const isTouch = event.pointerType === "touch";
  return {
    ...press,
    track: box,
    x: event.clientX,
    y: event.clientY,
    isTouch,
    grip: gripOf(press, box, isTouch, options),
  };
}

function gripOf(
  { laneId, instant, booking }: Press,
  box: DOMRect,
  isTouch: boolean,
  { chosen, scale, axis }: GripOptions,
): Grip {
  const lengthPx = axis === "across" ? box.width : box.height;
  const reachMs = ((scale.end - scale.start) / lengthPx) * edgePx * (isTouch ? 2 : 1);
  if (chosen?.laneId === laneId && chosen.slot.start - reachMs <= instant && instant <= chosen.slot.end + reachMs) {
    const kind = edgeAt(chosen.slot, instant, Math.min(reachMs, (chosen.slot.end - chosen.slot.start) / 3));
    if (kind) return { kind, slot: chosen.slot };
    if (chosen.slot.start <= instant && instant < chosen.slot.end)
      return { kind: "move", slot: chosen.slot, anchor: instant };
  }
  return booking ? { kind: "move", slot: booking, anchor: instant } : { kind: "draw", anchor: instant };
}

function instantUnder(
  event: { clientX: number; clientY: number },
  track: DOMRect,
  { scale, axis }: GripOptions,
): EpochMs {
  const share =
    axis === "across" ? (event.clientX - track.left) / track.width : (event.clientY - track.top) / track.height;
  return instantAt(scale, share);
}

function trackOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-lane]") : null;
}

function trackUnder({ clientX, clientY }: PointerEvent): HTMLElement | null {
  return trackOf(document.elementFromPoint(clientX, clientY));
}
