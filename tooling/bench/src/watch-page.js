// Runs in the measured page, before its own scripts: keeps what the browser says about its speed for speed-bench.ts.
(() => {
  const seen = { lcpMs: 0, inpMs: 0, interactions: 0, cls: 0 };
  globalThis.pageSpeed = seen;
  const watch = (type, options, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...options });
  watch("largest-contentful-paint", {}, (entry) => {
    seen.lcpMs = entry.startTime;
  });
  // Shifts that follow a press within half a second are what the person asked for.
  watch("layout-shift", {}, (entry) => {
    if (!entry.hadRecentInput) seen.cls += entry.value;
  });
  // From the press to the next picture, the slowest of all; browsers report none below 16 ms.
  watch("event", { durationThreshold: 16 }, (entry) => {
    if (entry.interactionId === 0) return;
    seen.interactions += 1;
    seen.inpMs = Math.max(seen.inpMs, entry.duration);
  });
})();
