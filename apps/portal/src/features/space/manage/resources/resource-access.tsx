import { useMutation } from "@tanstack/react-query";
import type { ResourceView, StrandedBookings } from "@working-social/booking/schema";
import { Button } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageSpaceTexts } from "../space-texts.ts";
import { manageStrandedTexts } from "../../../bookings/manage/stranded/stranded-texts.ts";
import { StrandedDialog } from "../../../bookings/manage/stranded/stranded-dialog.tsx";

type ResourceAccessProps = { resource: ResourceView; onDone: (said: string) => void };

/** Takes it out of use or brings it back: at once, unless there are bookings ahead that somebody counts on. */
export function ResourceAccess({ resource, onDone }: ResourceAccessProps) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const restore = useAction(trpc.resources.restore.mutationOptions(), {
    refusals: "toast",
    onDone: () => onDone(texts.restored(resource.name)),
  });
  if (!resource.isArchived) return <Archive resource={resource} onDone={onDone} />;
  return (
    <Button isPending={restore.isPending} onPress={() => restore.run({ id: resource.id })}>
      {texts.restore}
    </Button>
  );
}

function Archive({ resource: { id, name }, onDone }: ResourceAccessProps) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const words = useTexts(manageStrandedTexts);
  const [stranded, setStranded] = useState<StrandedBookings | null>(null);
  const archive = useMutation(trpc.resources.archive.mutationOptions());
  const said = (cancelled: number) =>
    cancelled > 0 ? `${texts.archivedNow(name)} ${words.cancelled(cancelled)}` : texts.archivedNow(name);
  const alone = useAction(trpc.resources.archive.mutationOptions(), {
    refusals: "toast",
    onDone: () => onDone(said(0)),
  });
  const look = useAction(trpc.bookings.strandedByArchiving.mutationOptions(), {
    refusals: "toast",
    onDone: (found) => (found.bookings.length > 0 ? setStranded(found) : alone.run({ id })),
  });
  return (
    <>
      <Button isPending={look.isPending || alone.isPending} onPress={() => look.run({ resourceId: id })}>
        {texts.archive}
      </Button>
      {stranded && (
        <StrandedDialog
          title={words.roomTitle(name)}
          text={words.roomText}
          reason=""
          stranded={stranded}
          actLabel={texts.archive}
          act={() => archive.mutateAsync({ id })}
          onDone={(cancelled) => onDone(said(cancelled))}
          onClose={() => setStranded(null)}
        />
      )}
    </>
  );
}
