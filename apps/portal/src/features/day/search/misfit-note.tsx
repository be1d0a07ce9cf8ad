import { Button, Callout } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { bookTexts, type BookTexts } from "../book-texts.ts";
import type { Standing } from "../standing.ts";
import type { Misfit, Wishes } from "@working-social/booking/rules";

type MisfitNoteProps = {
  standing: Standing;
  wishes: Wishes;
  best: Standing | null;
  onTake: (resourceId: string) => void;
};

/** The chosen one does not suit what was asked for: says what it lacks, and offers one that does. */
export function MisfitNote({ standing, wishes, best, onTake }: MisfitNoteProps) {
  const texts = useTexts(bookTexts);
  if (standing.misfits.length === 0) return null;
  return (
    <Callout
      tone="amber"
      actions={
        best && (
          <Button size="small" onPress={() => onTake(best.lane.resource.id)}>
            {texts.instead(best.lane.resource.name)}
          </Button>
        )
      }
    >
      {standing.misfits.map((misfit) => (
        <p key={misfit.code}>{sentence(misfit, standing, wishes, texts)}</p>
      ))}
    </Callout>
  );
}

function sentence(misfit: Misfit, { lane }: Standing, { people }: Wishes, texts: BookTexts): string {
  const { name, kind } = lane.resource;
  if (misfit.code === "too_small") return texts.tooSmallNote(name, people, misfit.capacity);
  return misfit.code === "lacks" ? texts.lacksNote(name, misfit.features) : texts.otherKindNote(name, kind);
}
