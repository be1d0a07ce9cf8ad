import { Button } from "@working-social/ui";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageFormTexts } from "./form-texts.ts";

type SaveBarProps = {
  isShown: boolean;
  isPending: boolean;
  saveLabel: string;
  onSave: () => void;
  onReset: () => void;
};

/** Stays in sight at the foot of a long page while something is not saved. */
export function SaveBar({ isShown, isPending, saveLabel, onSave, onReset }: SaveBarProps) {
  const texts = useTexts(manageFormTexts);
  return (
    <div role="status" className="sticky bottom-20 z-10 empty:hidden md:bottom-4">
      {isShown && (
        <div className="flex flex-wrap items-center justify-end gap-2 rounded-lg border bg-surface px-4 py-3 shadow-float">
          <span className="me-auto text-sm text-second">{texts.unsaved}</span>
          <Button variant="quiet" onPress={onReset}>
            {texts.reset}
          </Button>
          <Button variant="primary" isPending={isPending} onPress={onSave}>
            {saveLabel}
          </Button>
        </div>
      )}
    </div>
  );
}
