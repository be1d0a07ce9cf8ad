export type Command = {
  id: string;
  label: string;
  /** Quiet text at the right: where it leads, what it costs. */
  hint?: string | undefined;
  /** Other words that people may type for it. */
  keywords?: ReadonlyArray<string> | undefined;
  onSelect: () => void;
};

export type CommandGroup = {
  id: string;
  label: string;
  commands: ReadonlyArray<Command>;
  /** The server has matched these already, in its own way: they are shown as they come. */
  isMatched?: boolean | undefined;
};

/** Small letters without marks, so that "tomas" finds "Tomás", and "lodz" Łódź. */
function fold(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[łøđß]/g, (letter) => ({ ł: "l", ø: "o", đ: "d", ß: "ss" })[letter] ?? letter);
}

/** Every typed word must begin a word of the label, the hint or a keyword. */
function matches(command: Command, words: ReadonlyArray<string>): boolean {
  const haystack = fold([command.label, command.hint ?? "", ...(command.keywords ?? [])].join(" ")).split(
    /[^\p{L}\p{N}]+/u,
  );
  return words.every((word) => haystack.some((candidate) => candidate.startsWith(word)));
}

/** The groups with what matches, in their own order; empty groups fall away. An empty query keeps everything. */
export function matchCommands(groups: ReadonlyArray<CommandGroup>, query: string): CommandGroup[] {
  const words = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return groups
    .map((group) =>
      group.isMatched ? group : { ...group, commands: group.commands.filter((command) => matches(command, words)) },
    )
    .filter((group) => group.commands.length > 0);
}
