import { afterEach, expect, test } from "vitest";
import { currentToasts, dismissToast, subscribeToToasts, toast } from "./toast-store.ts";

afterEach(() => {
  for (const queued of currentToasts()) dismissToast(queued.id);
});

test("stays longer when there is something to undo, and for good when it is red", () => {
  toast({ title: "Saved" });
  toast({ title: "Cancelled", action: { label: "Undo", onPress: () => {} } });
  toast({ title: "Not saved", tone: "red" });
  expect(currentToasts().map((queued) => queued.durationMs)).toEqual([6_000, 10_000, null]);
});

test("the oldest gives way when there are too many", () => {
  for (const title of ["one", "two", "three", "four"]) toast({ title });
  expect(currentToasts().map((queued) => queued.title)).toEqual(["two", "three", "four"]);
});

test("listeners hear of every change until they leave", () => {
  let heard = 0;
  const leave = subscribeToToasts(() => (heard += 1));
  const id = toast({ title: "Saved" });
  dismissToast(id);
  leave();
  toast({ title: "Later" });
  expect(heard).toBe(2);
});
