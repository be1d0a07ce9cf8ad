import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Badge, Button, EmptyState, Table, type TableColumn } from "@working-social/ui";
import type { PersonView } from "@working-social/directory/schema";
import { UserPlus, Users } from "lucide-react";
import { useMe } from "../../../../lib/me.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { manageCreditsTexts } from "../../../credits/manage/manage-credits-texts.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { CreditsLink } from "../../../credits/manage/credits-link.tsx";
import { ManagePage } from "../../../manage/frame/manage-page.tsx";
import { useEdited, useEditing } from "../../../manage/form/use-editing.ts";
import { EditLink } from "../../../manage/list/edit-link.tsx";
import { LoadMore } from "../../../manage/list/load-more.tsx";
import { TypedSearch } from "../../../manage/list/typed-search.tsx";
import { peoplePages } from "./people-pages.ts";
import { PersonDrawer } from "./person-drawer.tsx";

type PeoplePageProps = { search: string; onSearch: (search: string) => void };

/** Members and staff: search, invite, change, suspend. */
export function PeoplePage({ search, onSearch }: PeoplePageProps) {
  const { people: texts } = useTexts(managePeopleTexts);
  const { permissions } = useMe();
  const { editing, openNew, close } = useEditing();
  const query = useSuspenseInfiniteQuery(peoplePages(search));
  const people = query.data.pages.flatMap((page) => page.people);
  const columns = useColumns(permissions.managePeople);
  const edited = useEdited(people);
  const invite = permissions.managePeople && (
    <Button variant="primary" onPress={openNew}>
      <UserPlus aria-hidden="true" className="size-4" />
      {texts.invite}
    </Button>
  );
  return (
    <ManagePage section="people" subtitle={texts.subtitle} actions={invite}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <TypedSearch label={texts.search} search={search} onSearch={onSearch} className="w-full sm:w-80" />
        <p role="status" className="text-sm text-second">
          {texts.shown(people.length, query.hasNextPage)}
        </p>
      </div>
      <Table
        label={texts.search}
        columns={columns}
        rows={people}
        rowKey={({ id }) => id}
        empty={<Nobody search={search} onClear={() => onSearch("")} />}
      />
      {people.length === 1 && search === "" && <OnlyYou />}
      <LoadMore query={query} />
      {permissions.managePeople && (edited || editing === "new") && (
        <PersonDrawer key={editing} person={edited} onClose={close} />
      )}
    </ManagePage>
  );
}

function useColumns(isLinked: boolean): TableColumn<PersonView>[] {
  const { people: texts } = useTexts(managePeopleTexts);
  const { roles } = useTexts(manageTexts);
  const { page: credits } = useTexts(manageCreditsTexts);
  return [
    {
      id: "name",
      header: texts.name,
      isRowHeader: true,
      cell: (person) => (
        <span className="flex flex-col">
          {isLinked ? <EditLink id={person.id}>{person.name}</EditLink> : person.name}
          <span className="text-sm font-normal break-words text-second">
            <span className="sm:hidden">{roles[person.role]} · </span>
            {person.email}
          </span>
        </span>
      ),
    },
    { id: "role", header: texts.role, isSecondary: true, cell: (person) => roles[person.role] },
    { id: "plan", header: texts.plan, isSecondary: true, cell: (person) => person.planName ?? "–" },
    { id: "team", header: texts.team, isSecondary: true, cell: (person) => person.teamName ?? "–" },
    { id: "status", header: texts.status, cell: (person) => <Status status={person.status} /> },
    {
      id: "credits",
      header: credits.linkTo,
      isHeaderHidden: true,
      isSecondary: true,
      align: "figures",
      cell: ({ id, name }) => <CreditsLink of={{ person: id }} name={name} />,
    },
  ];
}

function Status({ status }: { status: PersonView["status"] }) {
  const { people: texts } = useTexts(managePeopleTexts);
  const tone = { active: "accent", invited: "amber", suspended: "neutral" } as const;
  return <Badge tone={tone[status]}>{texts.statuses[status]}</Badge>;
}

function Nobody({ search, onClear }: { search: string; onClear: () => void }) {
  const { people: texts } = useTexts(managePeopleTexts);
  return (
    <EmptyState
      icon={<Users />}
      title={texts.nobody(search)}
      action={<Button onPress={onClear}>{texts.clearSearch}</Button>}
    />
  );
}

function OnlyYou() {
  const { people: texts } = useTexts(managePeopleTexts);
  return (
    <EmptyState icon={<UserPlus />} title={texts.onlyYou}>
      {texts.onlyYouText}
    </EmptyState>
  );
}
