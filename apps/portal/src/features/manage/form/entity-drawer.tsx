import type { ReactNode } from "react";
import type { FieldValues } from "react-hook-form";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { ArchiveButton } from "./archive-button.tsx";
import { EditDrawer } from "./edit-drawer.tsx";
import type { Entity } from "./use-entity.ts";

type EntityDrawerProps<Fields extends FieldValues, Input, Thing extends { id: string; name: string }> = {
  entity: Entity<Fields, Input, Thing>;
  /** Beside the submit button of one that exists, instead of archiving. */
  extra?: ReactNode;
  size?: "medium" | "large";
  children: ReactNode;
};

/** The drawer of one thing: its title, its buttons, and its fields between them. */
export function EntityDrawer<F extends FieldValues, I, T extends { id: string; name: string }>({
  entity,
  extra,
  size,
  children,
}: EntityDrawerProps<F, I, T>) {
  const { save } = useTexts(manageTexts);
  const { thing, form, words, archive, done, onClose } = entity;
  const archiveButton = thing && archive && (
    <ArchiveButton
      title={archive.words.archiveTitle(thing.name)}
      isPending={archive.verb.isPending}
      onArchive={() => archive.verb.run({ id: thing.id }, () => done(archive.words.archived(thing.name)))}
    >
      {archive.words.archiveText}
    </ArchiveButton>
  );
  return (
    <EditDrawer
      title={thing ? (words.editTitle ?? thing.name) : words.newTitle}
      form={form}
      onClose={onClose}
      submitLabel={thing ? save : words.add}
      extra={thing && (extra ?? archiveButton)}
      size={size ?? "medium"}
    >
      {children}
    </EditDrawer>
  );
}
