import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ComboBox } from "@working-social/ui";
import { useState } from "react";
import { trpc } from "../../lib/trpc.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { bookingTexts } from "./booking-texts.ts";

interface BookForFieldProps {
  personId: string | null;
  onChange: (personId: string | null, personName: string | null) => void;
}

/** For staff: whom the booking is for. Empty means oneself. */
export function BookForField({ personId, onChange }: BookForFieldProps) {
  const texts = useTexts(bookingTexts);
  const [search, setSearch] = useState("");
  const { data = [] } = useQuery(trpc.people.names.queryOptions({ search }, { placeholderData: keepPreviousData }));
  return (
    <ComboBox
      label={texts.bookFor}
      description={personId === null ? undefined : texts.bookForHint}
      placeholder={texts.bookForMyself}
      options={data.map(({ id, name }) => ({ id, label: name }))}
      value={personId}
      onChange={(id) => onChange(id, data.find((person) => person.id === id)?.name ?? null)}
      onInputChange={setSearch}
    />
  );
}
