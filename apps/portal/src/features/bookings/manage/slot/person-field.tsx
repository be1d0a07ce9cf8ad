import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ComboBox } from "@working-social/ui";
import { useState } from "react";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageBookingsTexts } from "../manage-bookings-texts.ts";

type PersonFieldProps = {
  person: { id: string; name: string } | null;
  onChange: (person: { id: string; name: string } | null) => void;
  /** Where "Member" would not say enough. */
  label?: string;
  description?: string;
  errorMessage?: string | undefined;
  className?: string;
};

/** Somebody of the space, found by typing a part of the name or address. */
export function PersonField({ person, onChange, ...field }: PersonFieldProps) {
  const { bookFor: texts } = useTexts(manageBookingsTexts);
  const [search, setSearch] = useState("");
  // The box holds the name of who was chosen: then it is not a search.
  const asked = search === person?.name ? "" : search;
  const { data: names = [] } = useQuery(
    trpc.people.names.queryOptions({ search: asked }, { placeholderData: keepPreviousData }),
  );
  const known = person && !names.some(({ id }) => id === person.id) ? [person, ...names] : names;
  return (
    <ComboBox
      {...field}
      label={field.label ?? texts.person}
      placeholder={texts.personHint}
      options={known.map(({ id, name }) => ({ id, label: name }))}
      value={person?.id ?? null}
      onChange={(id) => onChange(known.find((candidate) => candidate.id === id) ?? null)}
      onInputChange={setSearch}
    />
  );
}
