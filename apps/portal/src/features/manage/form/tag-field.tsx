import { Button, TextField } from "@working-social/ui";
import { X } from "lucide-react";
import { useState, type KeyboardEvent, type ReactNode } from "react";

type TagFieldProps = {
  label: string;
  description?: ReactNode;
  errorMessage?: ReactNode;
  addLabel: string;
  removeLabel: (tag: string) => string;
  value: readonly string[];
  onChange: (tags: string[]) => void;
};

/** A few words of one's own: Enter or a comma adds, a press on the cross removes. */
export function TagField({ label, description, errorMessage, addLabel, removeLabel, value, onChange }: TagFieldProps) {
  const [typed, setTyped] = useState("");

  function add() {
    const words = typed.split(",").map((word) => word.trim().toLowerCase());
    const added = words.filter((word) => word !== "" && !value.includes(word));
    if (added.length > 0) onChange([...value, ...new Set(added)]);
    setTyped("");
  }
  function addOnKey(event: KeyboardEvent) {
    if (event.key !== "Enter" && event.key !== ",") return;
    if (typed.trim() === "" && event.key === "Enter") return;
    event.preventDefault();
    add();
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <TextField
          label={label}
          description={description}
          errorMessage={errorMessage}
          maxLength={40}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
          onKeyDown={addOnKey}
          onBlur={add}
          className="flex-1"
        />
        <Button className="mt-6.5" isDisabled={typed.trim() === ""} onPress={add}>
          {addLabel}
        </Button>
      </div>
      <ul className="flex flex-wrap gap-1.5 empty:hidden">
        {value.map((tag) => (
          <li key={tag} className="inline-flex items-center rounded-full bg-sunk ps-3 text-sm">
            {tag}
            <button
              type="button"
              aria-label={removeLabel(tag)}
              onClick={() => onChange(value.filter((other) => other !== tag))}
              className="grid size-8 place-items-center rounded-full text-second hover:text-ink touch:size-11"
            >
              <X aria-hidden="true" className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
