import { Button, ConfirmDialog } from "@working-social/ui";
import { useState, type ReactNode } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";

type ArchiveButtonProps = { title: string; isPending: boolean; onArchive: () => void; children: ReactNode };

/** Takes something out of use that can't be brought back, so it asks first and says what will happen. */
export function ArchiveButton({ title, isPending, onArchive, children }: ArchiveButtonProps) {
  const texts = useTexts(manageTexts);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>{texts.archive}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={title}
        confirmLabel={texts.archive}
        tone="danger"
        isPending={isPending}
        onConfirm={onArchive}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
