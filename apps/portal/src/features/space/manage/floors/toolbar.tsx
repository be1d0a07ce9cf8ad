import { IconButton, SegmentedControl, Select } from "@working-social/ui";
import { Redo2, Undo2, ZoomIn, ZoomOut } from "lucide-react";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";
import type { Pen, Tool } from "./use-drawing.ts";

const GRIDS = [10, 25, 50, 100];
const TOOLS: readonly Tool[] = ["select", "rectangle", "polygon"];

type ToolbarProps = { pen: Pen; zoom: number; onZoom: (zoom: number) => void };

/** What the hand does, the way back, the grid, and how close the paper is. */
export function Toolbar({ pen, zoom, onZoom }: ToolbarProps) {
  const texts = useTexts(manageFloorsTexts);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <SegmentedControl
        label={texts.tools}
        value={pen.tool}
        segments={TOOLS.map((id) => ({ id, label: texts[id] }))}
        onChange={(id) => pen.setTool(TOOLS.find((tool) => tool === id) ?? "select")}
      />
      <div className="flex">
        <IconButton aria-label={texts.undo} isDisabled={!pen.canUndo} onPress={pen.undo}>
          <Undo2 aria-hidden="true" className="size-4" />
        </IconButton>
        <IconButton aria-label={texts.redo} isDisabled={!pen.canRedo} onPress={pen.redo}>
          <Redo2 aria-hidden="true" className="size-4" />
        </IconButton>
      </div>
      <Select
        label={texts.grid}
        layout="chip"
        options={[
          { id: "1", label: texts.gridOff },
          ...GRIDS.map((cm) => ({ id: String(cm), label: texts.gridCm(cm) })),
        ]}
        value={String(pen.gridCm)}
        onChange={(cm) => pen.setGridCm(Number(cm))}
      />
      <div className="flex">
        <IconButton aria-label={texts.further} isDisabled={zoom <= 1} onPress={() => onZoom(zoom / 1.5)}>
          <ZoomOut aria-hidden="true" className="size-4" />
        </IconButton>
        <IconButton aria-label={texts.closer} isDisabled={zoom >= 10} onPress={() => onZoom(zoom * 1.5)}>
          <ZoomIn aria-hidden="true" className="size-4" />
        </IconButton>
      </div>
      {pen.tool === "polygon" && <p className="text-sm text-second">{texts.polygonHelp}</p>}
    </div>
  );
}
