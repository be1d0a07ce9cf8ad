import type { Permissions } from "@working-social/directory/schema";
import { textsOf } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { sectionsFor } from "./sections.ts";

/** Each page of managing that somebody may open, by its own name: for the command palette. */
export function pageCommands(permissions: Permissions) {
  const texts = textsOf(manageTexts);
  const pages = sectionsFor(permissions).map(({ id, group, href }) => ({
    id,
    label: texts.sections[id],
    hint: texts.groups[group],
    keywords: [texts.navigation],
    href,
  }));
  return { label: texts.navigation, pages };
}
