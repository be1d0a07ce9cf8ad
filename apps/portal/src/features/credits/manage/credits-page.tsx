import { Link } from "@tanstack/react-router";
import { Button, EmptyState } from "@working-social/ui";
import { Coins } from "lucide-react";
import { useMe } from "../../../lib/me.ts";
import { useTexts } from "../../../lib/texts/catalog.ts";
import { manageCreditsTexts } from "./manage-credits-texts.ts";
import { useEditing } from "../../manage/form/use-editing.ts";
import { ManagePage } from "../../manage/frame/manage-page.tsx";
import { BalancesTable } from "./balances-table.tsx";
import { ChargesSection } from "./charges-section.tsx";
import { usePersonCredits, useTeamCredits, type OwnerCredits, type OwnerId } from "./credit-owner.ts";
import { ExplainSection } from "./explain-section.tsx";
import { GiveDrawer } from "./give-drawer.tsx";
import { LotsTable } from "./lots-table.tsx";
import { OverdraftDrawer } from "./overdraft-drawer.tsx";
import { OverdraftsSection } from "./overdrafts-section.tsx";
import { OwnerPicker } from "./owner-picker.tsx";
import { SellPackDialog } from "./sell-pack-dialog.tsx";

type CreditsPageProps = { owner: OwnerId | null; onOwner: (owner: OwnerId) => void };

/** What a person or a team has to spend, and why; managers give and take. */
export function CreditsPage({ owner, onOwner }: CreditsPageProps) {
  if (owner === null) return <NobodyChosen onOwner={onOwner} />;
  if ("personId" in owner) return <PersonCredits key={owner.personId} personId={owner.personId} onOwner={onOwner} />;
  return <TeamCredits key={owner.teamId} teamId={owner.teamId} onOwner={onOwner} />;
}

type OnOwner = Pick<CreditsPageProps, "onOwner">;

function NobodyChosen({ onOwner }: OnOwner) {
  const { page: texts } = useTexts(manageCreditsTexts);
  return (
    <ManagePage section="credits" subtitle={texts.subtitle}>
      <OwnerPicker chosen={null} onChoose={onOwner} />
      <EmptyState icon={<Coins />} title={texts.chooseTitle}>
        {texts.chooseText}
      </EmptyState>
    </ManagePage>
  );
}

function PersonCredits({ personId, onOwner }: OnOwner & { personId: string }) {
  return <OwnerPage credits={usePersonCredits(personId)} onOwner={onOwner} />;
}

function TeamCredits({ teamId, onOwner }: OnOwner & { teamId: string }) {
  return <OwnerPage credits={useTeamCredits(teamId)} onOwner={onOwner} />;
}

function OwnerPage({ credits, onOwner }: OnOwner & { credits: OwnerCredits }) {
  const { page: texts, sell } = useTexts(manageCreditsTexts);
  const mayGive = useMe().permissions.managePeople;
  const { open } = useEditing();
  const give = mayGive && (
    <>
      <Button onPress={() => open("sell")}>{sell.open}</Button>
      <Button variant="primary" onPress={() => open("give")}>
        {texts.give}
      </Button>
    </>
  );
  return (
    <ManagePage section="credits" subtitle={texts.subtitle} actions={give}>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <OwnerPicker chosen={{ owner: credits.owner, name: credits.name }} onChoose={onOwner} />
        <Belongings credits={credits} />
      </div>
      <BalancesTable credits={credits} />
      <LotsTable credits={credits} />
      <OverdraftsSection credits={credits} />
      {"personId" in credits.owner && <ChargesSection personId={credits.owner.personId} zone={credits.timeZone} />}
      <ExplainSection credits={credits} />
      {mayGive && <Drawers credits={credits} />}
    </ManagePage>
  );
}

/** Plan and team of who was chosen, and what they printed. */
function Belongings({ credits }: { credits: OwnerCredits }) {
  const { page: texts } = useTexts(manageCreditsTexts);
  const { planName, team, owner } = credits;
  const maySeePrints = useMe().permissions.manageBookings;
  const linkClass = "inline-flex items-center underline underline-offset-3 touch:min-h-11";
  return (
    <p className="flex flex-wrap items-center gap-x-3 pb-2 text-second">
      <span>{planName ? texts.planOf(planName) : texts.noPlan}</span>
      {team && (
        <Link to="/manage/credits" search={{ team: team.id }} className={linkClass}>
          {texts.teamOf(team.name)}
        </Link>
      )}
      {maySeePrints && "personId" in owner && (
        <Link to="/manage/printing" search={{ person: owner.personId }} className={linkClass}>
          {texts.prints}
        </Link>
      )}
    </p>
  );
}

function Drawers({ credits }: { credits: OwnerCredits }) {
  const { editing, close } = useEditing();
  const overdraft = credits.overdrafts.find(({ lotId }) => lotId === editing) ?? null;
  if (editing === "sell") return <SellPackDialog credits={credits} onClose={close} />;
  if (editing === "give") return <GiveDrawer credits={credits} onClose={close} />;
  if (editing === "overdraft" || overdraft) {
    return <OverdraftDrawer key={editing} credits={credits} overdraft={overdraft} onClose={close} />;
  }
  return null;
}
