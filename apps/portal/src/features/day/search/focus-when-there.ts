/** How long a price may take; then the focus stays where it is. */
const patienceMs = 5_000;

/**
 * Takes the focus to the button that books. What was chosen shows within a moment, its price a moment later, and each time the
 * button that was there before goes: until then the heading has the focus, so that Tab goes on from it. Ends with the
 * person's next key or press. The answer ends it at once.
 */
export function focusWhenThere(panel: HTMLElement | null): () => void {
  if (!panel) return () => {};
  const over = new AbortController();
  const take = () => {
    const button = panel.querySelector<HTMLElement>(
      "button[type=submit]:not(:disabled, [aria-disabled=true], [aria-busy=true])",
    );
    const target = button ?? panel.querySelector<HTMLElement>("h2");
    if (!target || target === document.activeElement) return;
    if (!button) target.tabIndex = -1;
    target.focus();
  };
  const observer = new MutationObserver(take);
  const frame = requestAnimationFrame(() => {
    take();
    observer.observe(panel, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["disabled", "aria-disabled", "aria-busy"],
    });
    for (const event of ["keydown", "pointerdown"])
      addEventListener(event, () => over.abort(), { capture: true, signal: over.signal });
  });
  const timer = setTimeout(() => over.abort(), patienceMs);
  over.signal.addEventListener("abort", () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    observer.disconnect();
  });
  return () => over.abort();
}
