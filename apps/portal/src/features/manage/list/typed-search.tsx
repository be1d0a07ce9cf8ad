import { SearchField } from "@working-social/ui";
import { useEffect, useState } from "react";

const pauseMs = 250;

type TypedSearchProps = { label: string; search: string; onSearch: (search: string) => void; className: string };

/** A field that searches when the typing pauses. What is typed while an answer is on its way stays. */
export function TypedSearch({ label, search, onSearch, className }: TypedSearchProps) {
  const [typed, setTyped] = useState(search);
  const [asked, setAsked] = useState(search);
  const [known, setKnown] = useState(search);
  if (known !== search) {
    setKnown(search);
    // Another search than this field's own came with Back, or with a link.
    if (search !== asked) {
      setTyped(search);
      setAsked(search);
    }
  }
  useEffect(() => {
    if (typed === asked) return;
    const timer = setTimeout(() => {
      setAsked(typed);
      onSearch(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, asked, onSearch]);
  function searchNow(text: string) {
    setAsked(text);
    onSearch(text);
  }
  return (
    <SearchField
      label={label}
      isLabelHidden
      placeholder={label}
      value={typed}
      onChange={setTyped}
      onSubmit={searchNow}
      className={className}
    />
  );
}
