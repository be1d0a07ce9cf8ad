import { Link, useNavigate, useRouterState } from "@tanstack/react-router";
import { Badge, classNames, Select, VisuallyHidden } from "@working-social/ui";
import { Menu } from "lucide-react";
import type { ReactNode } from "react";
import { useMe } from "../../../lib/me.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { sectionAt, sectionsFor, type ManageSection, type SectionId } from "./sections.ts";

/** How much waits behind a page for somebody's word. */
export type Waiting = Readonly<Partial<Record<SectionId, number>>>;

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

type SectionsProps = { sections: ManageSection[]; current: ManageSection | undefined; waiting: Waiting };

function SectionList({ sections, current, waiting }: SectionsProps) {
  const texts = useTexts(manageTexts);
  const groups = Object.entries(texts.groups)
    .map(([id, label]) => ({ id, label, sections: sections.filter((section) => section.group === id) }))
    .filter((group) => group.sections.length > 0);
  return (
    <nav aria-label={texts.navigation} className="hidden shrink-0 border-r xl:block">
      <div className="sticky top-0 flex max-h-dvh w-49 flex-col gap-5 overflow-y-auto px-3 py-7">
        {groups.map((group) => (
          <div key={group.id} className="flex flex-col gap-0.5">
            <p className="px-2.5 pb-1 text-xs font-semibold text-second">{group.label}</p>
            {group.sections.map((section) => (
              <Link
                key={section.id}
                to={section.href}
                aria-current={section === current ? "page" : undefined}
                className={classNames(
                  "flex items-center justify-between gap-2 rounded-md px-2.5 py-1.5 text-sm font-medium transition-colors",
                  section === current
                    ? "bg-accent-weak text-accent-on-weak"
                    : "text-second hover:bg-sunk hover:text-ink",
                )}
              >
                {texts.sections[section.id]}
                <WaitingCount count={waiting[section.id] ?? 0} />
              </Link>
            ))}
          </div>
        ))}
      </div>
    </nav>
  );
}

/** How much waits for a word from the desk; nothing while nothing does. */
function WaitingCount({ count }: { count: number }) {
  const texts = useTexts(manageTexts);
  if (count === 0) return null;
  return (
    <Badge tone="amber">
      <span aria-hidden="true">{count}</span>
      <VisuallyHidden>{texts.waiting(count)}</VisuallyHidden>
    </Badge>
  );
}

function SectionSelect({ sections, current, waiting }: SectionsProps) {
  const texts = useTexts(manageTexts);
  const navigate = useNavigate();
  const labelOf = ({ id }: ManageSection) => {
    const count = waiting[id] ?? 0;
    return count > 0 ? `${texts.sections[id]} · ${texts.waiting(count)}` : texts.sections[id];
  };
  const groups = Object.entries(texts.groups)
    .map(([id, label]) => ({
      id,
      label,
      options: sections.filter((s) => s.group === id).map((s) => ({ id: s.href, label: labelOf(s) })),
    }))
    .filter((group) => group.options.length > 0);
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
