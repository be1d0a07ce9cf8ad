import type { ReactNode } from "react";
import { useEffect, useRef } from "react";

/** The heading of a screen takes the focus when the screen appears, so that it is read aloud and Tab goes on from there. */
export function ScreenTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className="text-4xl font-bold tracking-tight outline-none sm:text-5xl sm:leading-14"
    >
      {children}
    </h1>
  );
}
