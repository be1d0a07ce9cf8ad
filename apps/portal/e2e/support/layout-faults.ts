import type { Page } from "@playwright/test";
import { seen, type Box, type SeenControl } from "./seen-controls.ts";

/** What two boxes may share: borders and rings touch. */
const TOUCH_PX = 2;

/** What on the page as it stands is wider than it, cut off, out of reach, or lies over something else; each in words. */
export async function layoutFaults(page: Page): Promise<string[]> {
  const [widths, { controls, cutTexts }] = await Promise.all([page.evaluate(pageWidths), page.evaluate(seen)]);
  const { shown, needed, culprit } = widths;
  return [
    ...(needed > shown ? [`the page needs ${needed} px and has ${shown}: ${culprit}`] : []),
    ...cutTexts.map((words) => `“${words}” is cut off`),
    ...controls.flatMap(({ name, cutWords }) => cutWords.map((words) => `${name} cuts off “${words}”`)),
    ...controls.filter((control) => isOutside(control, shown)).map(({ name, box }) => `${name} is outside: ${px(box)}`),
    ...overlapping(controls),
  ];
}

/** Runs in the page: how wide it is, and which of its innermost parts sticks out furthest. */
function pageWidths() {
  const { clientWidth: shown, scrollWidth } = document.documentElement;
  const needed = Math.max(scrollWidth, document.body.scrollWidth);
  if (needed <= shown) return { shown, needed, culprit: "" };
  const lost = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return Math.max(-left, right - shown);
  };
  const [worst] = [...document.body.querySelectorAll("*")]
    .filter((element) => element.childElementCount === 0 && element.getBoundingClientRect().width > 0)
    .toSorted((one, other) => lost(other) - lost(one));
  return { shown, needed, culprit: worst?.outerHTML.slice(0, 300) ?? "" };
}

function isOutside({ box, isScrolledSideways }: SeenControl, width: number): boolean {
  return !isScrolledSideways && isSeen(box) && (box.left < -1 || box.right > width + 1);
}

/** Two controls of which the one covers a part of the other. */
function overlapping(controls: readonly SeenControl[]): string[] {
  return controls.flatMap((one, index) =>
    controls.slice(0, index).flatMap((other, otherIndex) => {
      const isPart = one.within.includes(otherIndex) || other.within.includes(index);
      if (isPart || one.layer !== other.layer || !collide(one, other)) return [];
      return [`${one.name} (${px(one.box)}) lies over ${other.name} (${px(other.box)})`];
    }),
  );
}

function collide(one: SeenControl, other: SeenControl): boolean {
  const [a, b] = [one.box, other.box];
  if (!isSeen(a) || !isSeen(b) || (other.mayHold && holds(b, a)) || (one.mayHold && holds(a, b))) return false;
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > TOUCH_PX && down > TOUCH_PX;
}

function holds(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left - TOUCH_PX &&
    inner.right <= outer.right + TOUCH_PX &&
    inner.top >= outer.top - TOUCH_PX &&
    inner.bottom <= outer.bottom + TOUCH_PX
  );
}

function isSeen({ left, top, right, bottom }: Box): boolean {
  return right > left && bottom > top;
}

function px({ left, top, right, bottom }: Box): string {
  return `${Math.round(left)}–${Math.round(right)} × ${Math.round(top)}–${Math.round(bottom)}`;
}
