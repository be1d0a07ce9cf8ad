import { Search } from "lucide-react";
import { useEffect, useId, useState, type KeyboardEvent } from "react";
import { classNames } from "./class-names.ts";
import { matchCommands, type Command, type CommandGroup } from "./command-match.ts";
import type { CommandPaletteProps } from "./command-palette.tsx";
import { Kbd } from "./kbd.tsx";
import { ModalFrame } from "./modal-frame.tsx";
import { useUiText } from "./text.tsx";

/** The open palette: a combobox over a listbox (WAI-ARIA APG, editable combobox with list autocomplete). */
export function CommandList(props: CommandPaletteProps) {
  const { isOpen, onOpenChange, label } = props;
  return (
    <ModalFrame shape="palette" title={label} {...{ isOpen, onOpenChange }}>
      <PaletteContent {...props} />
    </ModalFrame>
  );
}

function PaletteContent({ groups, label, placeholder = label, onOpenChange, onQueryChange }: CommandPaletteProps) {
  const listId = useId();
  const [query, setQuery] = useState("");
  const [position, setPosition] = useState(0);
  const found = matchCommands(groups, query);
  const commands = found.flatMap((group) => group.commands);
  const active = commands[Math.min(position, commands.length - 1)];

  function run(command: Command) {
    onOpenChange(false);
    command.onSelect();
  }
  function search(text: string) {
    setQuery(text);
    setPosition(0);
    onQueryChange?.(text);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && active) run(active);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || commands.length === 0) return;
    event.preventDefault();
    setPosition((Math.min(position, commands.length - 1) + step + commands.length) % commands.length);
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b px-4">
        <Search aria-hidden="true" className="size-4.5 shrink-0 text-second" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- a palette is opened to be typed into
          autoFocus
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active && `${listId}-${active.id}`}
          autoComplete="off"
          spellCheck={false}
          placeholder={placeholder}
          value={query}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-13 min-w-0 flex-1 bg-transparent text-lg outline-none!"
        />
        <Kbd aria-hidden="true">esc</Kbd>
      </div>
      <CommandGroups {...{ listId, label, active }} groups={found} onRun={run} />
    </>
  );
}

type CommandGroupsProps = {
  listId: string;
  label: string;
  groups: ReadonlyArray<CommandGroup>;
  active: Command | undefined;
  onRun: (command: Command) => void;
};

function CommandGroups({ listId, label, groups, active, onRun }: CommandGroupsProps) {
  const text = useUiText();
  const activeId = active && `${listId}-${active.id}`;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);
  return (
    <>
      <div role="listbox" id={listId} aria-label={label} className="min-h-0 flex-1 overflow-y-auto p-2 empty:hidden">
        {groups.map((group) => (
          <div key={group.id} role="group" aria-label={group.label}>
            <p aria-hidden="true" className="px-2.5 pt-2 pb-1 text-xs font-semibold text-second">
              {group.label}
            </p>
            {group.commands.map((command) => (
              <CommandOption
                key={command.id}
                id={`${listId}-${command.id}`}
                isActive={command === active}
                {...{ command, onRun }}
              />
            ))}
          </div>
        ))}
      </div>
      <p role="status" className={groups.length > 0 ? "sr-only" : "px-4 py-6 text-center text-second"}>
        {groups.length === 0 ? text.noResults : ""}
      </p>
    </>
  );
}

type CommandOptionProps = { id: string; command: Command; isActive: boolean; onRun: (command: Command) => void };

function CommandOption({ id, command, isActive, onRun }: CommandOptionProps) {
  return (
    // The focus stays in the box; its arrow keys and Enter reach the options (APG, aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onClick={() => onRun(command)}
      className={classNames(
        "flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded-md px-2.5 hover:bg-sunk touch:min-h-11",
        isActive && "bg-accent-weak text-accent-on-weak hover:bg-accent-weak",
      )}
    >
      <span className="truncate font-medium">{command.label}</span>
      {command.hint && (
        <span className={classNames("shrink-0 text-sm", !isActive && "text-second")}>{command.hint}</span>
      )}
    </div>
  );
}
