import type { FloorView } from "@working-social/booking/schema";
import { useReducer, useState } from "react";
import { drawingOf, ofKind, sameDrawing, withoutShape, withShape, type DraftShape, type Drawing } from "./drawing.ts";
import { historyOf, step } from "./history.ts";

export type Tool = "select" | "rectangle" | "polygon";

/** A floor under the pen: what is drawn, what is selected, and the way back. */
export function useDrawing(saved: FloorView) {
  const [history, act] = useReducer(step, saved, (floor) => historyOf(drawingOf(floor)));
  const [selectedKey, select] = useState<string | null>(null);
  const [tool, setTool] = useState<Tool>("select");
  const [gridCm, setGridCm] = useState(25);
  const drawing = history.now;
  const change = (to: Drawing, about?: string) => act({ do: "change", to, about });
  const selected = drawing.shapes.find(({ key }) => key === selectedKey) ?? null;
  return {
    drawing,
    selected,
    tool,
    gridCm,
    setTool,
    setGridCm,
    select,
    change,
    isChanged: !sameDrawing(drawing, drawingOf(saved)),
    /** Changes of one shape about the same thing are one step back. */
    reshape: (key: string, points: number[], about?: string) =>
      change(withShape(drawing, key, { points }), about && `${key} ${about}`),
    describe: (key: string, fields: Partial<DraftShape>) =>
      change(
        withShape(drawing, key, { ...fields, ...(fields.kind ? ofKind(fields.kind) : {}) }),
        `${key} ${Object.keys(fields).join()}`,
      ),
    add: (points: number[]) => {
      const key = crypto.randomUUID();
      change({
        ...drawing,
        shapes: [...drawing.shapes, { key, kind: "space", label: null, points, resourceId: null, unitId: null }],
      });
      select(key);
      setTool("select");
    },
    remove: (key: string) => {
      change(withoutShape(drawing, key));
      select(null);
    },
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => act({ do: "undo" }),
    redo: () => act({ do: "redo" }),
    reset: (floor: FloorView) => {
      act({ do: "reset", to: drawingOf(floor) });
      select(null);
    },
  };
}

export type Pen = ReturnType<typeof useDrawing>;
