import type { UnknownUserView } from "@working-social/copier/schema";
import { Badge, Button, CardList, ConfirmDialog, Section } from "@working-social/ui";
import { useState } from "react";
import { useAction } from "../../../../lib/action.ts";
import { formatIn } from "../../../../lib/format.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { sayDone } from "../../../../lib/say-done.ts";
import { AssignUserDialog } from "./assign-user-dialog.tsx";

type UnknownUsersProps = { users: readonly UnknownUserView[]; zone: string };

/** Who printed under a name that nobody has: said once, for now and later. */
export function UnknownUsers({ users, zone }: UnknownUsersProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const [asked, setAsked] = useState<{ user: UnknownUserView; question: "person" | "house" } | null>(null);
  const close = () => setAsked(null);
  return (
    <Section
      title={
        <>
          {texts.users} <Badge tone="amber">{users.length}</Badge>
        </>
      }
    >
      <p className="-mt-2 text-sm text-second">{texts.usersHint}</p>
      <CardList>
        {users.map((user) => (
          <Row
            key={user.userKey}
            user={user}
            zone={zone}
            onPerson={() => setAsked({ user, question: "person" })}
            onHouse={() => setAsked({ user, question: "house" })}
          />
        ))}
      </CardList>
      {asked?.question === "person" && <AssignUserDialog user={asked.user} onClose={close} />}
      {asked?.question === "house" && <HouseDialog user={asked.user} onClose={close} />}
    </Section>
  );
}

type RowProps = { user: UnknownUserView; zone: string; onPerson: () => void; onHouse: () => void };

function Row({ user, zone, onPerson, onHouse }: RowProps) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const format = formatIn(zone);
  const { userName, jobCount, sides, firstAt } = user;
  const when = jobCount === 1 ? texts.on(format.dayTime(firstAt)) : texts.since(format.shortDay(firstAt));
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold break-all">{userName}</p>
        <p className="figures text-sm text-second">
          {texts.waiting(jobCount, sides)} {when}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="small" variant="primary" aria-label={texts.assignOf(userName)} onPress={onPerson}>
          {texts.assign}
        </Button>
        <Button size="small" aria-label={texts.houseOf(userName)} onPress={onHouse}>
          {texts.house}
        </Button>
      </div>
    </li>
  );
}

function HouseDialog({ user, onClose }: { user: UnknownUserView; onClose: () => void }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const assign = useAction(trpc.printing.assignUser.mutationOptions(), {
    refusals: "toast",
    onDone: () => {
      sayDone(texts.housed(user.userName));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={texts.houseTitle(user.userName)}
      confirmLabel={texts.houseConfirm}
      isPending={assign.isPending}
      onConfirm={() => assign.run({ userKey: user.userKey, personId: null })}
    >
      {texts.houseText}
    </ConfirmDialog>
  );
}
