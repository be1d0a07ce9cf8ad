import { useNavigate, useRouterState } from "@tanstack/react-router";
import { Select } from "@working-social/ui";
import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { useMe } from "../../../lib/me.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { SectionList } from "./section-list.tsx";
import { groupsOf, sectionAt, sectionsFor, type ManageSection, type SectionsProps, type Waiting } from "./sections.ts";

/** The second level of navigation around every manage page: a list beside it, and on small screens one select above. */
export function ManageFrame({ waiting, children }: { waiting: Waiting; children: ReactNode }) {
  const { permissions } = useMe();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const sections = sectionsFor(permissions);
  const current = sectionAt(path);
  if (sections.length === 0) return children;
  return (
    <div className="flex flex-col xl:min-h-dvh xl:flex-row">
      <SectionSelect sections={sections} current={current} waiting={waiting} />
      <SectionList sections={sections} current={current} waiting={waiting} />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

function SectionSelect({ sections, current, waiting }: SectionsProps) {
  const texts = useTexts(manageTexts);
  const navigate = useNavigate();
  const labelOf = ({ id }: ManageSection) => {
    const count = waiting[id] ?? 0;
    return count > 0 ? texts.sectionWaiting(texts.sections[id], count) : texts.sections[id];
  };
  const groups = groupsOf(sections).map((group) => ({
    id: group.id,
    label: texts.groups[group.id],
    options: group.sections.map((section) => ({ id: section.href, label: labelOf(section) })),
  }));
  return (
    <nav aria-label={texts.navigation} className="border-b px-4.5 py-2.5 sm:px-8 xl:hidden">
      <Select
        label={
          <span className="inline-flex items-center gap-1.5">
            <Menu aria-hidden="true" className="size-4" />
            {texts.jumpTo}
          </span>
        }
        options={groups}
        value={current?.href ?? null}
        onChange={(href) => void navigate({ to: href })}
        className="max-w-xs"
      />
    </nav>
  );
}
