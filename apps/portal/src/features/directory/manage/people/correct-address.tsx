import { CorrectInvitationInput, type PersonView } from "@working-social/directory/schema";
import { Button, Dialog, Form } from "@working-social/ui";
import { useId, useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePeopleTexts } from "../people-texts.ts";
import { BoundText } from "../../../manage/form/bound-fields.tsx";
import { FormRefusal } from "../../../manage/form/form-refusal.tsx";
import { useEntityForm } from "../../../manage/form/use-entity-form.ts";

type CorrectAddressProps = { person: PersonView; onDone: (said: string) => void };

/** As long as nobody has signed in with it, an invitation can go to another address. */
export function CorrectAddress(props: CorrectAddressProps) {
  const { people: texts } = useTexts(managePeopleTexts);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 break-words">{props.person.email}</span>
      <Button size="small" onPress={() => setIsOpen(true)}>
        {texts.correct}
      </Button>
      {isOpen && <AddressDialog {...props} onClose={() => setIsOpen(false)} />}
    </span>
  );
}

function AddressDialog({ person, onDone, onClose }: CorrectAddressProps & { onClose: () => void }) {
  const { people: texts } = useTexts(managePeopleTexts);
  const formId = useId();
  const correct = useAction(trpc.people.correctInvitation.mutationOptions(), {
    onDone: ({ email }) => onDone(texts.corrected(email)),
  });
  const form = useEntityForm({
    schema: CorrectInvitationInput,
    defaults: { id: person.id, email: person.email },
    onSave: (fields, { seen }) => correct.run({ ...fields, seen }),
    onUntouched: onClose,
    saving: correct,
  });
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={texts.correctTitle(person.name)}
      footer={
        <Button type="submit" form={formId} variant="primary" isPending={form.isPending}>
          {texts.correctSend}
        </Button>
      }
    >
      <Form id={formId} onSubmit={form.submit}>
        <FormRefusal form={form} />
        <BoundText
          form={form}
          name="email"
          label={texts.email}
          description={texts.correctHint}
          type="email"
          isRequired
          autoComplete="off"
        />
      </Form>
    </Dialog>
  );
}
