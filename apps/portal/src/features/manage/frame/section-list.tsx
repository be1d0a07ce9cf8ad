import { Link } from "@tanstack/react-router";
import { Badge, classNames, VisuallyHidden } from "@working-social/ui";
import { ChevronRight } from "lucide-react";
import { useId } from "react";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageTexts } from "../manage-texts.ts";
import { groupsOf, isDaily, type SectionsProps } from "./sections.ts";
import { useIsSetUpOpen } from "./use-is-set-up-open.ts";

const heading = "px-2.5 pb-1 text-xs font-semibold text-second";

/** The pages beside the one that is open: what is used every day, and Setting up, which folds. */
export function SectionList({ sections, current, waiting }: SectionsProps) {
  const texts = useTexts(manageTexts);
  const daily = sections.filter(isDaily);
  const settingUp = sections.filter((section) => !isDaily(section));
  return (
    <nav aria-label={texts.navigation} className="hidden shrink-0 border-e xl:block">
      <div className="sticky top-0 flex max-h-dvh w-49 flex-col gap-5 overflow-y-auto px-3 py-7">
        <Groups {...{ sections: daily, current, waiting }} />
        {/* Alone there is nothing to keep it away from. */}
        {daily.length === 0 ? (
          <Groups {...{ sections: settingUp, current, waiting }} />
        ) : (
          settingUp.length > 0 && <SettingUp {...{ sections: settingUp, current, waiting }} />
        )}
      </div>
    </nav>
  );
}

function SettingUp({ sections, current, waiting }: SectionsProps) {
  const texts = useTexts(manageTexts);
  const id = useId();
  const [isOpen, toggle] = useIsSetUpOpen(current !== undefined && sections.includes(current) ? current : null);
  return (
    <div className="flex flex-col gap-5 border-t pt-4">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
        className="flex min-h-8 items-center justify-between gap-2 rounded-md px-2.5 text-start text-sm font-medium text-second hover:bg-sunk hover:text-ink touch:min-h-11"
      >
        {texts.settingUp}
        <ChevronRight
          aria-hidden="true"
          className={classNames(
            "size-4 transition-transform motion-reduce:transition-none",
            isOpen && "rotate-90 rtl:-rotate-90",
          )}
        />
      </button>
      <div id={id} hidden={!isOpen} className="flex flex-col gap-5 [[hidden]]:hidden">
        <Groups {...{ sections, current, waiting }} />
      </div>
    </div>
  );
}

function Groups({ sections, current, waiting }: SectionsProps) {
  const texts = useTexts(manageTexts);
  return groupsOf(sections).map((group) => (
    <div key={group.id} className="flex flex-col gap-0.5">
      <p className={heading}>{texts.groups[group.id]}</p>
      {group.sections.map((section) => (
        <Link
          key={section.id}
          to={section.href}
          aria-current={section === current ? "page" : undefined}
          className={classNames(
            "flex items-center justify-between gap-2 rounded-md px-2.5 py-1.5 text-sm font-medium transition-colors",
            section === current ? "bg-accent-weak text-accent-on-weak" : "text-second hover:bg-sunk hover:text-ink",
          )}
        >
          {texts.sections[section.id]}
          <WaitingCount count={waiting[section.id] ?? 0} />
        </Link>
      ))}
    </div>
  ));
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
