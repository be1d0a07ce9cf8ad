import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Badge, Button, CardList, Section, SkeletonText, toast } from "@working-social/ui";
import { Laptop, Smartphone } from "lucide-react";
import { auth } from "../../lib/auth.ts";
import { formatIn } from "../../lib/format.ts";
import { useTexts } from "../../lib/texts/catalog.ts";
import { accountTexts } from "./account-texts.ts";
import { tryStep, type AuthAnswer } from "../sign-in/sign-in-failure.ts";
import { useStep } from "../sign-in/use-step.ts";
import { deviceOf } from "./device-name.ts";

const queryKey = ["auth", "sessions"];
const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

async function loadSessions() {
  const [sessions, own] = await Promise.all([auth.listSessions(), auth.getSession()]);
  const ownToken = own.data?.session.token;
  return (sessions.data ?? []).map((session) => ({ ...session, isOwn: session.token === ownToken }));
}

/** Where one is signed in; each can be ended from here, and its next request is refused. */
export function Devices() {
  const texts = useTexts(accountTexts);
  const queries = useQueryClient();
  const step = useStep();
  const { data: sessions } = useQuery({ queryKey, queryFn: loadSessions });
  const format = formatIn(ownZone);

  async function revoke(action: () => Promise<AuthAnswer>, message: string) {
    if ((await step.run(() => tryStep(action))) === null) toast({ title: message });
    void queries.invalidateQueries({ queryKey });
  }
  return (
    <Section title={texts.devices}>
      <p className="text-second">{texts.devicesText}</p>
      {sessions === undefined ? (
        <SkeletonText lines={2} />
      ) : (
        <CardList>
          {sessions.map((session) => {
            const device = deviceOf(session.userAgent ?? "");
            const name = texts.deviceName(device.browser, device.system);
            const Icon = device.isPhone ? Smartphone : Laptop;
            return (
              <li key={session.token} className="flex items-center gap-3">
                <Icon aria-hidden="true" className="size-4 text-second" />
                <span className="min-w-0 grow">
                  <span className="font-medium">{name}</span>{" "}
                  {session.isOwn && <Badge tone="accent">{texts.thisDevice}</Badge>}
                  <span className="figures block text-sm text-second">
                    {texts.lastSeen(format.dayTime(Date.parse(String(session.createdAt))))}
                  </span>
                </span>
                {!session.isOwn && (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={texts.signOutDevice(name)}
                    onPress={() =>
                      void revoke(() => auth.revokeSession({ token: session.token }), texts.signedOutDevice)
                    }
                  >
                    {texts.remove}
                  </Button>
                )}
              </li>
            );
          })}
        </CardList>
      )}
      <p role="alert" className="text-sm text-red empty:hidden">
        {step.problem}
      </p>
      {sessions && sessions.length > 1 && (
        <Button
          className="self-start"
          isPending={step.isPending}
          onPress={() => void revoke(() => auth.revokeOtherSessions(), texts.signedOutOthers)}
        >
          {texts.signOutOthers}
        </Button>
      )}
    </Section>
  );
}
