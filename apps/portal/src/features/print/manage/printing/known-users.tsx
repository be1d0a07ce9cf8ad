import { useSuspenseQuery } from "@tanstack/react-query";
import type { KnownUserView } from "@working-social/copier/schema";
import { Button, ConfirmDialog, Section, Table } from "@working-social/ui";
import { useState } from "react";
import { useKeyedAction } from "../../../../lib/keyed-action.ts";
import { formatIn } from "../../../../lib/format.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { sayDone } from "../../../../lib/say-done.ts";

/** Who was named before, until a name goes to somebody else. */
export function KnownUsers({ zone }: { zone: string }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const { data: users } = useSuspenseQuery(trpc.printing.knownUsers.queryOptions());
  const [isOpen, setIsOpen] = useState(false);
  if (users.length === 0) return null;
  const toggle = (
    <Button size="small" variant="quiet" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
      {isOpen ? texts.knownHide : texts.knownShow(users.length)}
    </Button>
  );
  return (
    <Section title={texts.known} action={toggle}>
      {isOpen && (
        <>
          <p className="-mt-2 text-sm text-second">{texts.knownHint}</p>
          <KnownTable users={users} zone={zone} />
        </>
      )}
    </Section>
  );
}

function KnownTable({ users, zone }: { users: KnownUserView[]; zone: string }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const format = formatIn(zone);
  const [forgotten, setForgotten] = useState<KnownUserView | null>(null);
  return (
    <>
      <Table
        label={texts.known}
        rows={users}
        rowKey={({ userKey }) => userKey}
        columns={[
          {
            id: "user",
            header: texts.knownUser,
            isRowHeader: true,
            cell: ({ userName }) => <span className="break-all">{userName}</span>,
          },
          { id: "person", header: texts.knownPerson, cell: ({ person }) => person?.name ?? texts.theHouse },
          { id: "since", header: texts.knownSince, isSecondary: true, cell: ({ since }) => format.shortDay(since) },
          {
            id: "forget",
            header: texts.action,
            isHeaderHidden: true,
            align: "figures",
            cell: (user) => (
              <Button size="small" aria-label={texts.forgetOf(user.userName)} onPress={() => setForgotten(user)}>
                {texts.forget}
              </Button>
            ),
          },
        ]}
      />
      {forgotten !== null && <ForgetDialog user={forgotten} onClose={() => setForgotten(null)} />}
    </>
  );
}

function ForgetDialog({ user, onClose }: { user: KnownUserView; onClose: () => void }) {
  const { queue: texts } = useTexts(managePrintingTexts);
  const forget = useKeyedAction(trpc.printing.forgetUser.mutationOptions(), {
    refusals: "toast",
    onDone: () => {
      sayDone(texts.forgotten(user.userName));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      isOpen
      onOpenChange={onClose}
      title={texts.forgetTitle(user.userName)}
      confirmLabel={texts.forget}
      isPending={forget.isPending}
      onConfirm={() => forget.run({ userKey: user.userKey })}
    >
      {texts.forgetText}
    </ConfirmDialog>
  );
}
