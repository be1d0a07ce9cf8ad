import { Link } from "@tanstack/react-router";
import {
  Button,
  buttonClass,
  Callout,
  DescriptionList,
  Page,
  PageHeader,
  Section,
  type DescriptionListItem,
} from "@working-social/ui";
import { LogOut, Rss } from "lucide-react";
import { useMe } from "../../lib/me.ts";
import { useTitle } from "../../lib/title.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { signOut } from "../shell/leave.ts";
import { AroundAccount } from "./around-account.tsx";
import { Devices } from "./devices.tsx";
import { Looks } from "./looks.tsx";
import { Reading } from "./reading.tsx";
import { Passkeys } from "./passkeys.tsx";
import { Password } from "./password.tsx";
import { SecondFactor } from "./second-factor.tsx";

/** Who I am here, my calendars, how it looks, and how I get in. */
export function AccountPage() {
  const texts = useTexts(accountTexts);
  const me = useMe();
  useTitle(texts.title);
  const isStaff = Object.values(me.permissions).some(Boolean);
  return (
    <Page width="narrow" className="gap-9">
      <PageHeader
        title={texts.title}
        actions={
          <Button onPress={() => void signOut()}>
            <LogOut aria-hidden="true" className="size-4" />
            {texts.signOut}
          </Button>
        }
      />
      <AroundAccount />
      {isStaff && !me.hasSecondFactor && (
        <Callout tone="amber" title={texts.factorStaffTitle}>
          {texts.factorStaff}
        </Callout>
      )}
      <You />
      <Calendars />
      <Looks />
      <Reading />
      <Password email={me.person.email} />
      <SecondFactor />
      <Passkeys />
      <Devices />
    </Page>
  );
}

function Calendars() {
  const texts = useTexts(accountTexts);
  return (
    <Section title={texts.calendars}>
      <p className="text-second">{texts.calendarsText}</p>
      <Link to="/account/feeds" className={buttonClass({ className: "self-start" })}>
        <Rss aria-hidden="true" className="size-4" />
        {texts.calendarsOpen}
      </Link>
    </Section>
  );
}

function You() {
  const texts = useTexts(accountTexts);
  const { person } = useMe();
  const items: DescriptionListItem[] = [
    { id: "name", term: texts.name, detail: person.name },
    { id: "email", term: texts.email, detail: person.email },
    { id: "role", term: texts.role, detail: texts.roleName(person.role) },
    { id: "plan", term: texts.plan, detail: person.planName ?? texts.noPlan },
    ...(person.teamName ? [{ id: "team", term: texts.team, detail: person.teamName }] : []),
  ];
  return (
    <Section title={texts.you}>
      <DescriptionList items={items} />
      <p className="text-sm text-second">{texts.youHint}</p>
    </Section>
  );
}
