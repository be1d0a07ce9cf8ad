import type { UnknownUserView } from "@working-social/copier/schema";
import { Button, Dialog, FormError } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { refusalSentence } from "../../../../lib/refusals.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { PersonField } from "../../../bookings/manage/slot/person-field.tsx";

type AssignUserDialogProps = { user: UnknownUserView; onClose: () => void };

/** Names the owner of all that a user of the print systems printed and will print. */
export function AssignUserDialog({ user, onClose }: AssignUserDialogProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [isTried, setIsTried] = useState(false);
  const assign = useAction(trpc.printing.assignUser.mutationOptions(), {
    onDone: ({ settledJobs }) => {
      sayDone(texts.assigned(user.userName, person?.name ?? "", settledJobs));
      onClose();
    },
  });
  function confirm() {
    setIsTried(true);
    if (person) assign.run({ userKey: user.userKey, personId: person.id });
  }
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={texts.assignTitle(user.userName)}
      footer={
        <Button variant="primary" isPending={assign.isPending} onPress={confirm}>
          {texts.assignConfirm}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p>{texts.assignText(user.jobCount)}</p>
        <FormError>{assign.refusal && refusalSentence(assign.refusal)}</FormError>
        <PersonField
          person={person}
          onChange={setPerson}
          errorMessage={isTried && !person ? texts.personNeeded : undefined}
        />
      </div>
    </Dialog>
  );
}
