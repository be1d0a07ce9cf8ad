import { systemClock } from "@working-social/kernel";
import { useEffect, useEffectEvent, useState } from "react";
import { secondsLeft, SILENCE_SECONDS } from "./silence.ts";

/** A screen reader may click without touching. */
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove", "click"] as const;

/**
 * Seconds until `onEnd` is called, unless somebody touches the screen or a key. Starts anew whenever `moment` changes:
 * what has just appeared wants to be read.
 */
export function useSilence(isOn: boolean, moment: string, onEnd: () => void): number {
  const [last, setLast] = useState({ moment, left: SILENCE_SECONDS });
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (!isOn) return;
    let lastSignAt = systemClock.now();
    const sign = () => {
      lastSignAt = systemClock.now();
      tick();
    };
    const tick = () => {
      const now = systemClock.now();
      if (now < lastSignAt) lastSignAt = now;
      const left = secondsLeft(lastSignAt, now);
      setLast((before) => (before.moment === moment && before.left === left ? before : { moment, left }));
      if (left === 0) end();
    };
    const timer = setInterval(tick, 250);
    for (const name of SIGNS_OF_LIFE) window.addEventListener(name, sign, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const name of SIGNS_OF_LIFE) window.removeEventListener(name, sign, { capture: true });
    };
  }, [isOn, moment]);
  return last.moment === moment ? last.left : SILENCE_SECONDS;
}
