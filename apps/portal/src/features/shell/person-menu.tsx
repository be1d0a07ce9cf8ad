import { useNavigate } from "@tanstack/react-router";
import { Menu, PersonLabel, type MenuItem } from "@working-social/ui";
import { Building2, LogOut, UserRound } from "lucide-react";
import { useMe } from "../../lib/me.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { shellTexts } from "./shell-texts.ts";
import { signOut, switchOrganization } from "./leave.ts";

/** The person at the foot of the sidebar: account, other organizations, sign out. */
export function PersonMenu() {
  const texts = useTexts(shellTexts);
  const me = useMe();
  const navigate = useNavigate();
  const others = me.memberships.filter((membership) => membership.organizationId !== me.organization.id);
  const items: MenuItem[] = [
    { id: "account", label: texts.account, icon: <UserRound />, onSelect: () => void navigate({ to: "/account" }) },
    ...others.map(({ organizationId, organizationName }) => ({
      id: organizationId,
      label: texts.switchTo(organizationName),
      icon: <Building2 />,
      onSelect: () => switchOrganization(organizationId),
    })),
    { id: "sign-out", label: texts.signOut, icon: <LogOut />, onSelect: () => void signOut() },
  ];
  return (
    <Menu
      label={texts.person(me.person.name)}
      items={items}
      variant="quiet"
      placement="top start"
      className="w-full justify-start px-2"
    >
      <PersonLabel name={me.person.name} />
    </Menu>
  );
}
