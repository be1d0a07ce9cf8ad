import { CommandPalette } from "@working-social/ui";
import { lazy, Suspense, useState } from "react";
import { useTexts } from "../../lib/texts/catalog.ts";
import { shellTexts } from "./shell-texts.ts";

const LoadedPalette = lazy(() => import("./loaded-palette.tsx").then((module) => ({ default: module.LoadedPalette })));

type PaletteProps = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** ⌘K. What it reaches is asked for when it is opened first; until then only the shortcut listens. */
export function Palette({ isOpen, onOpenChange }: PaletteProps) {
  const texts = useTexts(shellTexts);
  const [wasOpened, setWasOpened] = useState(false);
  if (isOpen && !wasOpened) setWasOpened(true);
  const listening = (
    <CommandPalette isOpen={false} onOpenChange={onOpenChange} groups={[]} label={texts.searchOrJump} />
  );
  if (!wasOpened) return listening;
  return (
    <Suspense fallback={null}>
      <LoadedPalette isOpen={isOpen} onOpenChange={onOpenChange} />
    </Suspense>
  );
}
