import { lazy, Suspense, useEffect } from "react";
import type { CommandGroup } from "./command-match.ts";
import { useOnceOpen } from "./once-open.ts";

const CommandList = lazy(() => import("./command-list.tsx").then((module) => ({ default: module.CommandList })));

export type CommandPaletteProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  groups: ReadonlyArray<CommandGroup>;
  /** Its name, and the hint in the box unless another is given. */
  label: string;
  placeholder?: string | undefined;
  /** What was typed, for groups that come from the server. */
  onQueryChange?: ((query: string) => void) | undefined;
};

/** Reaches everything from the keyboard: ⌘K or Ctrl+K anywhere, type, Enter. Its code is fetched at the first use. */
export function CommandPalette(props: CommandPaletteProps) {
  const { isOpen, onOpenChange } = props;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k")
        return;
      event.preventDefault();
      onOpenChange(!isOpen);
    }
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, [isOpen, onOpenChange]);
  if (!useOnceOpen(isOpen)) return null;
  return (
    <Suspense fallback={null}>
      <CommandList {...props} />
    </Suspense>
  );
}
