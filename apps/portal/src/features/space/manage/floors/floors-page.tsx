import { useSuspenseQuery } from "@tanstack/react-query";
import type { FloorView, LocationView } from "@working-social/booking/schema";
import { Button, EmptyState, Select } from "@working-social/ui";
import { Map as MapIcon } from "lucide-react";
import { useState } from "react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageFloorsTexts } from "./floors-texts.ts";
import { LocationPage } from "../../../manage/frame/manage-page.tsx";
import { sayDone } from "../../../../lib/say-done.ts";
import { FloorEditor } from "./floor-editor.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { NewFloorDialog } from "./new-floor-dialog.tsx";

type FloorsPageProps = { floorId: string | null; onFloor: (id: string | null) => void };

/** The floors of a location, one under the pen. */
export function FloorsPage(props: FloorsPageProps) {
  const texts = useTexts(manageFloorsTexts);
  return (
    <LocationPage section="floors" subtitle={texts.subtitle}>
      {(location) => <FloorsOfLocation key={location.id} location={location} {...props} />}
    </LocationPage>
  );
}

function FloorsOfLocation({ location, floorId, onFloor }: FloorsPageProps & { location: LocationView }) {
  const texts = useTexts(manageFloorsTexts);
  const { data: floors } = useSuspenseQuery(trpc.floors.list.queryOptions({ locationId: location.id }));
  const { data: resources } = useSuspenseQuery(trpc.resources.list.queryOptions({ locationId: location.id }));
  const [dialog, setDialog] = useState<"new" | "import" | null>(null);
  const floor = floors.find(({ id }) => id === floorId) ?? floors[0];
  function onCreated(made: FloorView[]) {
    setDialog(null);
    sayDone(texts.created(made.length));
    onFloor(made[0]?.id ?? null);
  }
  const buttons = (
    <div className="flex flex-wrap gap-2">
      <Button variant={floor ? "secondary" : "primary"} onPress={() => setDialog("new")}>
        {texts.add}
      </Button>
      <Button onPress={() => setDialog("import")}>{texts.import}</Button>
    </div>
  );
  const isOpen = (which: "new" | "import") => ({
    isOpen: dialog === which,
    onOpenChange: (open: boolean) => setDialog(open ? which : null),
  });
  return (
    <>
      {floor ? (
        <div className="flex flex-wrap items-end justify-between gap-3">
          <Select
            label={texts.floor}
            layout="chip"
            options={floors.map(({ id, name }) => ({ id, label: name }))}
            value={floor.id}
            onChange={onFloor}
          />
          {buttons}
        </div>
      ) : (
        <EmptyState icon={<MapIcon />} title={texts.noneTitle} action={buttons}>
          {texts.noneText}
        </EmptyState>
      )}
      {floor && (
        <FloorEditor
          key={floor.id}
          saved={floor}
          others={floors.filter(({ id }) => id !== floor.id)}
          resources={resources}
          onRemoved={() => onFloor(null)}
        />
      )}
      <NewFloorDialog
        key={`new ${floors.length}`}
        {...{ location, onCreated }}
        floorCount={floors.length}
        {...isOpen("new")}
      />
      <ImportDialog key={`import ${floors.length}`} {...{ location, onCreated }} {...isOpen("import")} />
    </>
  );
}
