import { useEffect, useEffectEvent } from "react";
import type { Heard, Listening } from "./code-reader.ts";
import { hearKey, hearLongPause, hearShortPause, LONG_PAUSE_MS, SHORT_PAUSE_MS } from "./code-reader.ts";

/** Hears what is typed anywhere on the page, by a person or a code reader. Keys with Ctrl, Alt or ⌘ are the browser's. */
export function useCodeReader(onHeard: (heard: Heard) => void): void {
  const tell = useEffectEvent(onHeard);
  useEffect(() => {
    let run = "";
    let timers: ReturnType<typeof setTimeout>[] = [];
    const take = (next: Listening) => {
      run = next.run;
      for (const heard of next.heard) tell(heard);
    };
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target)) return;
      // A button that has the focus keeps its Enter, unless a reader presses it.
      if (event.key === "Enter" && run === "" && event.target instanceof HTMLButtonElement) return;
      if (event.key === "Enter" && run !== "") event.preventDefault();
      for (const timer of timers) clearTimeout(timer);
      take(hearKey(run, event.key));
      timers = [
        setTimeout(() => take(hearShortPause(run)), SHORT_PAUSE_MS),
        setTimeout(() => take(hearLongPause(run)), LONG_PAUSE_MS),
      ];
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => {
      for (const timer of timers) clearTimeout(timer);
      window.removeEventListener("keydown", listen, { capture: true });
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
