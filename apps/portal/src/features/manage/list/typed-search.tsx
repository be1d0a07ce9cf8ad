import { SearchField } from "@working-social/ui";
import { useEffect, useState } from "react";

const pauseMs = 250;

type TypedSearchProps = { label: string; search: string; onSearch: (search: string) => void; className: string };

/** A field that searches when the typing pauses. */
export function TypedSearch({ label, search, onSearch, className }: TypedSearchProps) {
  const [typed, setTyped] = useState(search);
  const [known, setKnown] = useState(search);
  if (known !== search) {
    setKnown(search);
    setTyped(search);
  }
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => onSearch(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, search, onSearch]);
  return (
    <SearchField
      label={label}
      isLabelHidden
      placeholder={label}
      value={typed}
      onChange={setTyped}
      onSubmit={onSearch}
      className={className}
    />
  );
}
