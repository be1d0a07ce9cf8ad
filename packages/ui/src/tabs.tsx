import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { keyInLine } from "./key-in-line.ts";

export type Tab = { id: string; label: ReactNode; content: ReactNode };

export type TabsProps = {
  label: string;
  tabs: ReadonlyArray<Tab>;
  selectedId: string;
  onSelect: (id: string) => void;
  className?: string | undefined;
};

/** Parts of one thing, one at a time. Arrow keys, Home and End move; the panel follows at once (WAI-ARIA APG, tabs). */
export function Tabs({ label, tabs, selectedId, onSelect, className }: TabsProps) {
  const baseId = useId();
  const list = useRef<HTMLDivElement>(null);
  const selected = tabs.find((tab) => tab.id === selectedId) ?? tabs[0];

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const next = nextIndex(
      keyInLine(event),
      tabs.findIndex((tab) => tab === selected),
      tabs.length,
    );
    const tab = next === null ? undefined : tabs[next];
    if (next === null || !tab) return;
    event.preventDefault();
    onSelect(tab.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  }

  return (
    <div className={className}>
      <div ref={list} role="tablist" aria-label={label} className="flex gap-5 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${baseId}-${tab.id}`}
            aria-selected={tab === selected}
            aria-controls={tab === selected ? `${baseId}-panel` : undefined}
            tabIndex={tab === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
            onKeyDown={onKeyDown}
            className={classNames(
              "-mb-px h-10 border-b-2 font-semibold whitespace-nowrap focus-visible:outline-offset-[-2px]! touch:h-11",
              tab === selected ? "border-accent text-ink" : "border-transparent text-second hover:text-ink",
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${baseId}-panel`}
        aria-labelledby={`${baseId}-${selected?.id}`}
        tabIndex={0}
        className="pt-5"
      >
        {selected?.content}
      </div>
    </div>
  );
}

function nextIndex(key: string, current: number, count: number): number | null {
  if (key === "ArrowRight") return (current + 1) % count;
  if (key === "ArrowLeft") return (current - 1 + count) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return null;
}
