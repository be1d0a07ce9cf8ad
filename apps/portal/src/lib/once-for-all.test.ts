import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { onceForAll } from "./once-for-all.ts";

// One press of Book asks everything again once: its answer and the live stream tell of the same change.

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aRefresher() {
  const seen = { refreshes: 0, isBusy: false };
  const refresher = onceForAll({ refresh: () => (seen.refreshes += 1), isBusy: () => seen.isBusy });
  refresher.setStanding(true);
  return { seen, ...refresher };
}

test("the stream tells before the answer is there, however long that takes: one refresh, with the answer", () => {
  const { seen, heard, changed } = aRefresher();
  seen.isBusy = true;
  heard();
  vi.advanceTimersByTime(2_000);
  expect(seen.refreshes).toBe(0);
  seen.isBusy = false;
  changed();
  expect(seen.refreshes).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect(seen.refreshes).toBe(1);
});

test("the stream tells after the answer, of both slots of a move: one refresh", () => {
  const { seen, heard, changed } = aRefresher();
  changed();
  vi.advanceTimersByTime(100);
  heard();
  heard();
  vi.advanceTimersByTime(2_000);
  expect(seen.refreshes).toBe(1);
});

test("no stream: at once; a stream that says nothing: after half a second all the same", () => {
  const { seen, changed, setStanding } = aRefresher();
  changed();
  vi.advanceTimersByTime(499);
  expect(seen.refreshes).toBe(0);
  vi.advanceTimersByTime(1);
  expect(seen.refreshes).toBe(1);
  setStanding(false);
  changed();
  expect(seen.refreshes).toBe(2);
});

test("a refused change of one's own keeps nothing of what others did from the screen", () => {
  const { seen, heard } = aRefresher();
  seen.isBusy = true;
  heard();
  vi.advanceTimersByTime(200);
  seen.isBusy = false;
  vi.advanceTimersByTime(200);
  expect(seen.refreshes).toBe(1);
});
