import type { ReactNode } from "react";

export type ToastTone = "neutral" | "accent" | "amber" | "red";

export type ToastOptions = {
  title: ReactNode;
  description?: ReactNode;
  tone?: ToastTone | undefined;
  /** One thing to do about it, most often "Undo". */
  action?: { label: string; onPress: () => void } | undefined;
  /** How long it stays. By default 6 s, 10 s with an action, and for good when it is red. */
  durationMs?: number | null | undefined;
};

export type QueuedToast = ToastOptions & { id: number; durationMs: number | null };

/** More than these would cover the page; the oldest give way. */
const mostAtOnce = 3;

let lastId = 0;
let toasts: ReadonlyArray<QueuedToast> = [];
const listeners = new Set<() => void>();

function publish(next: ReadonlyArray<QueuedToast>) {
  toasts = next;
  for (const listener of listeners) listener();
}

function defaultDurationMs({ tone, action }: ToastOptions): number | null {
  if (tone === "red") return null;
  return action ? 10_000 : 6_000;
}

/** Shows a short message and returns its id. Needs one ToastRegion in the app. */
export function toast(options: ToastOptions): number {
  lastId += 1;
  const durationMs = options.durationMs === undefined ? defaultDurationMs(options) : options.durationMs;
  publish([...toasts, { ...options, id: lastId, durationMs }].slice(-mostAtOnce));
  return lastId;
}

/** Takes a message away; one that is gone already is fine. */
export function dismissToast(id: number): void {
  publish(toasts.filter((queued) => queued.id !== id));
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): ReadonlyArray<QueuedToast> {
  return toasts;
}
