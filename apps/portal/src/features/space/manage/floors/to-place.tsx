import type { FloorView } from "@working-social/booking/schema";
import { Button, Section, toast } from "@working-social/ui";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";
import { isPlaced, placed, type Placeable } from "./drawing.ts";
import type { Pen } from "./use-drawing.ts";

type ToPlaceProps = {
  pen: Pen;
  placeables: readonly Placeable[];
  /** What stands on other floors has its place. */ others: readonly FloorView[];
};

/** What has no place yet; a press puts it in the first empty spot, desks of a pool all at once. */
export function ToPlace({ pen, placeables, others }: ToPlaceProps) {
  const texts = useTexts(manageFloorsTexts);
  const left = groups(placeables).flatMap(({ name, things }) => {
    const missing = things.filter((thing) => ![pen.drawing, ...others].some((floor) => isPlaced(floor, thing)));
    return missing.length > 0 ? [{ name, missing, isPool: things.length > 1 }] : [];
  });
  function place(things: readonly Placeable[]) {
    const keys: string[] = [];
    const drawing = placed(pen.drawing, things, () => {
      const key = crypto.randomUUID();
      keys.push(key);
      return key;
    });
    if (!drawing) return toast({ title: texts.full, tone: "amber" });
    pen.change(drawing);
    pen.select(keys[0] ?? null);
  }
  return (
    <Section title={texts.toPlace}>
      {left.length === 0 && <p className="text-sm text-second">{texts.allPlaced}</p>}
      <div className="flex flex-wrap gap-2">
        {left.map(({ name, missing, isPool }) => (
          <Button
            key={missing[0]?.resourceId}
            size="small"
            className="h-auto! min-h-8 max-w-full py-1 whitespace-normal! touch:min-h-11"
            onPress={() => place(missing)}
          >
            {isPool ? texts.placeDesks(name, missing.length) : texts.place(name)}
          </Button>
        ))}
      </div>
    </Section>
  );
}

/** Rooms as one; of a pool, its desks. */
function groups(placeables: readonly Placeable[]): { name: string; things: Placeable[] }[] {
  return placeables
    .filter(({ unitId }) => unitId === null)
    .map((whole) => {
      const units = placeables.filter((one) => one.resourceId === whole.resourceId && one.unitId !== null);
      return { name: whole.name, things: units.length > 0 ? units : [whole] };
    });
}
