import { useSuspenseQuery } from "@tanstack/react-query";
import type { LocationView } from "@working-social/booking/schema";
import { Button, CardList, EmptyState, Section } from "@working-social/ui";
import { Printer } from "lucide-react";
import { useState } from "react";
import { useMe } from "../../../../lib/me.ts";
import { trpc } from "../../../../lib/trpc.ts";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { useEditing } from "../../../manage/form/use-editing.ts";
import { LocationPage } from "../../../manage/frame/manage-page.tsx";
import { sayDone } from "../../../../lib/say-done.ts";
import { CopierDrawer } from "./copier-drawer.tsx";
import { DeviceCard } from "./device-card.tsx";
import { KioskDrawer } from "./kiosk-drawer.tsx";
import { PriceTable } from "./price-table.tsx";
import { TokenDialog, type NewToken } from "./token-dialog.tsx";

/** The copiers of a location, and what printing costs there. */
export function CopiersPage() {
  const { copiers: texts } = useTexts(managePrintingTexts);
  const { openNew } = useEditing();
  const add = useMe().permissions.manageSpace && (
    <Button variant="primary" onPress={openNew}>
      {texts.add}
    </Button>
  );
  return (
    <LocationPage section="copiers" subtitle={texts.subtitle} actions={() => add}>
      {(location) => (
        <>
          <Copiers key={`copiers ${location.id}`} location={location} />
          <PriceTable key={`prices ${location.id}`} location={location} />
        </>
      )}
    </LocationPage>
  );
}

/** Often enough to see an agent start while one stands beside it. */
const askEveryMs = 15_000;

function Copiers({ location }: { location: LocationView }) {
  const { copiers: texts } = useTexts(managePrintingTexts);
  const { editing, open, close } = useEditing();
  const [made, setMade] = useState<NewToken | null>(null);
  const { data } = useSuspenseQuery(trpc.printing.devices.queryOptions(undefined, { refetchInterval: askEveryMs }));
  const devices = data.filter(({ locationId }) => locationId === location.id);
  const mayChange = useMe().permissions.manageSpace;
  const kioskOf = devices.find(({ id }) => id === editing);
  function show(token: NewToken) {
    setMade(token);
    sayDone(texts.made(token.name));
    close();
  }
  return (
    <Section title={texts.devices}>
      {made && <TokenDialog made={made} onDone={() => setMade(null)} />}
      {devices.length === 0 ? (
        <EmptyState icon={<Printer />} title={texts.emptyTitle}>
          {texts.emptyText}
        </EmptyState>
      ) : (
        <CardList>
          {devices.map((device) => (
            <DeviceCard
              key={device.id}
              device={device}
              zone={location.timeZone}
              onToken={setMade}
              onAddKiosk={() => open(device.id)}
            />
          ))}
        </CardList>
      )}
      {mayChange && editing === "new" && (
        <CopierDrawer
          location={location}
          onCreated={({ name, token }) => show({ of: "agent", name, token })}
          onClose={close}
        />
      )}
      {mayChange && kioskOf && (
        <KioskDrawer
          key={kioskOf.id}
          device={kioskOf}
          onCreated={({ name, token }) => show({ of: "kiosk", name, token })}
          onClose={close}
        />
      )}
    </Section>
  );
}
