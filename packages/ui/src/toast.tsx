import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { classNames } from "./class-names.ts";
import { useUiText } from "./text.tsx";
import { currentToasts, dismissToast, subscribeToToasts, type QueuedToast } from "./toast-store.ts";

const icons = { neutral: Info, accent: CircleCheck, amber: TriangleAlert, red: CircleAlert };
const iconColours = { neutral: "text-second", accent: "text-accent", amber: "text-amber", red: "text-red" };

/** Drawers, sheets and dialogs have buttons at the bottom and their close button at the end of the line: at its start, the top is free. */
const besideModals =
  "[body:has([data-modal])_&]:top-[calc(0.75rem+env(safe-area-inset-top))] [body:has([data-modal])_&]:bottom-auto md:[body:has([data-modal])_&]:end-auto md:[body:has([data-modal])_&]:start-3 md:[body:has([data-modal])_&]:w-80";

export type ToastRegionProps = { className?: string | undefined };

/**
 * Where messages appear, once per app. Above modals and reachable while one is open (react-aria leaves what is marked
 * as top layer alone). The clock stands still while the pointer or the focus is on them.
 */
export function ToastRegion({ className }: ToastRegionProps) {
  const text = useUiText();
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, currentToasts);
  const [isPaused, setIsPaused] = useState(false);
  return (
    // Hover and focus only hold the clock; nothing here is pressed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={text.notifications}
      data-react-aria-top-layer="true"
      onPointerEnter={() => setIsPaused(true)}
      onPointerLeave={() => setIsPaused(false)}
      onFocus={() => setIsPaused(true)}
      onBlur={() => setIsPaused(false)}
      className={classNames(
        "pointer-events-none fixed inset-x-3 bottom-[calc(5rem+env(safe-area-inset-bottom))] z-60 md:inset-x-auto md:end-6 md:bottom-6 md:w-96",
        besideModals,
        className,
      )}
    >
      <div aria-live="polite" aria-relevant="additions" className="flex flex-col gap-2">
        {toasts.map((queued) => (
          <Toast key={queued.id} toast={queued} isPaused={isPaused} />
        ))}
      </div>
    </section>
  );
}

function Toast({ toast, isPaused }: { toast: QueuedToast; isPaused: boolean }) {
  const text = useUiText();
  const tone = toast.tone ?? "neutral";
  const Icon = icons[tone];
  useEffect(() => {
    if (isPaused || toast.durationMs === null) return;
    const timer = setTimeout(() => dismissToast(toast.id), toast.durationMs);
    return () => clearTimeout(timer);
  }, [isPaused, toast.durationMs, toast.id]);

  function act() {
    dismissToast(toast.id);
    toast.action?.onPress();
  }
  const button = "rounded-sm text-sm font-semibold touch:min-h-11 touch:min-w-11";
  return (
    <div
      role={tone === "red" ? "alert" : undefined}
      className="pointer-events-auto flex animate-rise items-start gap-3 rounded-lg border bg-surface py-3 pe-2 ps-4 shadow-float"
    >
      <Icon aria-hidden="true" className={classNames("mt-0.5 size-4.5 shrink-0", iconColours[tone])} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{toast.title}</p>
        {toast.description && <div className="text-sm text-second">{toast.description}</div>}
      </div>
      {toast.action && (
        <button type="button" onClick={act} className={classNames(button, "px-1 text-accent hover:underline")}>
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={text.dismiss}
        onClick={() => dismissToast(toast.id)}
        className={classNames(button, "grid size-6 place-items-center text-second hover:text-ink")}
      >
        <X aria-hidden="true" className="size-4" />
      </button>
    </div>
  );
}
