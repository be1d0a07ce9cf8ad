import type { ResourceView } from "@working-social/booking/schema";
import { Button } from "@working-social/ui";
import { useAction } from "../../../lib/action.ts";
import { trpc } from "../../../lib/trpc.ts";
import { useTexts } from "../../../texts/catalog.ts";
import { manageSpaceTexts } from "../../../texts/manage-space.ts";

type ResourceAccessProps = { resource: ResourceView; onDone: (said: string) => void };

/** Takes it out of use or brings it back. Nothing is lost either way, so it is done at once. */
export function ResourceAccess({ resource, onDone }: ResourceAccessProps) {
  const { resources: texts } = useTexts(manageSpaceTexts);
  const { name } = resource;
  const archive = useAction(trpc.resources.archive.mutationOptions(), {
    refusals: "toast",
    onDone: () => onDone(texts.archivedNow(name)),
  });
  const restore = useAction(trpc.resources.restore.mutationOptions(), {
    refusals: "toast",
    onDone: () => onDone(texts.restored(name)),
  });
  const action = resource.isArchived ? restore : archive;
  return (
    <Button isPending={action.isPending} onPress={() => action.run({ id: resource.id })}>
      {resource.isArchived ? texts.restore : texts.archive}
    </Button>
  );
}
