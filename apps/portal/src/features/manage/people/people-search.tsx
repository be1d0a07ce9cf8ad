import { SearchField } from "@working-social/ui";
import { useEffect, useState } from "react";
import { useTexts } from "../../../texts/catalog.ts";
import { managePeopleTexts } from "../../../texts/manage-people.ts";

const pauseMs = 250;

type PeopleSearchProps = { search: string; onSearch: (search: string) => void };

/** Searches when the typing pauses. */
export function PeopleSearch({ search, onSearch }: PeopleSearchProps) {
  const { people: texts } = useTexts(managePeopleTexts);
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
      label={texts.search}
      isLabelHidden
      placeholder={texts.search}
      value={typed}
      onChange={setTyped}
      onSubmit={onSearch}
      className="w-full sm:w-80"
    />
  );
}
