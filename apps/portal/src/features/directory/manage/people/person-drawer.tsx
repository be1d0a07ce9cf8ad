import { useSuspenseQuery } from "@tanstack/react-query";
import { InvitePersonInput, type PersonView } from "@working-social/directory/schema";
import { DescriptionList, FormRow } from "@working-social/ui";
import type { z } from "zod";
import { useAction } from "../../../../lib/action.ts";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { useLocations } from "../../../../lib/location.ts";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "../../../credits/manage/manage-credits-texts.ts";
import { manageTexts } from "../../../manage/manage-texts.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { BoundCheckbox, BoundSelect, BoundText } from "../../../manage/form/bound-fields.tsx";
import { CreditsLink } from "../../../credits/manage/credits-link.tsx";
import { EntityDrawer } from "../../../manage/form/entity-drawer.tsx";
import { useEntity } from "../../../manage/form/use-entity.ts";
import type { EntityForm } from "../../../manage/form/use-entity-form.ts";
import { CorrectAddress } from "./correct-address.tsx";
import { PersonAccess } from "./person-access.tsx";

type Fields = z.input<typeof InvitePersonInput>;
type PersonForm = EntityForm<Fields, InvitePersonInput>;

/** Only what the schema knows: it refuses everything else. */
export function fieldsOf({ name, email, role, teamId, planId, homeLocationId, paysPrivately = false }: Fields): Fields {
  return { name, email, role, teamId, planId, homeLocationId, paysPrivately };
}

const nobody: Fields = {
  name: "",
  email: "",
  role: "member",
  teamId: null,
  planId: null,
  homeLocationId: null,
  paysPrivately: false,
};

type PersonDrawerProps = { person: PersonView | null; onClose: () => void };

/** Invites somebody (person: null), or changes what somebody is here. */
export function PersonDrawer({ person, onClose }: PersonDrawerProps) {
  const { people: texts } = useTexts(managePeopleTexts);
  const { page: credits } = useTexts(manageCreditsTexts);
  const { manageRoles } = useMe().permissions;
  const entity = useEntity({
    thing: person,
    schema: InvitePersonInput,
    defaults: fieldsOf(person ?? nobody),
    create: useKeyedAction(trpc.people.invite.mutationOptions()),
    update: useAction(trpc.people.update.mutationOptions()),
    // An address is corrected by a verb of its own, which sends the invitation anew.
    fixed: ["email"],
    words: { newTitle: texts.inviteTitle, add: texts.invitation, created: texts.invited, saved: texts.saved },
    onClose,
  });
  const form: PersonForm = entity.form;
  return (
    <EntityDrawer entity={entity} extra={person && <PersonAccess person={person} onDone={entity.done} />}>
      <BoundText form={form} name="name" label={texts.name} isRequired autoComplete="off" />
      {person ? (
        <DescriptionList
          items={[
            {
              id: "email",
              term: texts.email,
              detail:
                person.status === "invited" && (manageRoles || person.role === "member") ? (
                  <CorrectAddress person={person} onDone={entity.done} />
                ) : (
                  person.email
                ),
            },
            {
              id: "credits",
              term: credits.linkTo,
              detail: <CreditsLink of={{ person: person.id }} name={person.name} isBeside={form.isDirty} />,
            },
          ]}
        />
      ) : (
        <BoundText
          form={form}
          name="email"
          label={texts.email}
          description={texts.emailHint}
          type="email"
          isRequired
          autoComplete="off"
        />
      )}
      <RoleSelect form={form} />
      <Belongings form={form} />
    </EntityDrawer>
  );
}

function RoleSelect({ form }: { form: PersonForm }) {
  const { people: texts } = useTexts(managePeopleTexts);
  const { roles } = useTexts(manageTexts);
  const mayGive = useMe().permissions.manageRoles;
  const role = form.form.watch("role");
  return (
    <BoundSelect
      form={form}
      name="role"
      label={texts.role}
      description={mayGive ? texts.roleNotes[role] : texts.roleHint}
      isDisabled={!mayGive}
      options={Object.entries(roles).map(([id, label]) => ({ id, label }))}
    />
  );
}

function Belongings({ form }: { form: PersonForm }) {
  const { people: texts } = useTexts(managePeopleTexts);
  const { data: teams } = useSuspenseQuery(trpc.teams.list.queryOptions());
  const { data: plans } = useSuspenseQuery(trpc.plans.list.queryOptions());
  const { locations } = useLocations();
  const choices = (none: string, named: readonly { id: string; name: string }[]) => [
    { id: "", label: none },
    ...named.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <>
      <FormRow>
        <BoundSelect
          form={form}
          name="planId"
          label={texts.plan}
          options={choices(texts.noPlan, plans)}
          description={texts.planHint}
        />
        <BoundSelect form={form} name="teamId" label={texts.team} options={choices(texts.noTeam, teams)} />
      </FormRow>
      {form.form.watch("teamId") !== null && (
        <BoundCheckbox form={form} name="paysPrivately" label={texts.paysPrivately} />
      )}
      <BoundSelect
        form={form}
        name="homeLocationId"
        label={texts.home}
        options={choices(texts.anyHome, locations)}
        description={texts.homeHint}
      />
    </>
  );
}
