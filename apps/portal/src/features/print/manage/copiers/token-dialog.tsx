import { Button, Dialog } from "@working-social/ui";
import { QrCode } from "../../qr-code.tsx";
import { useTexts } from "../../../../lib/texts/catalog.ts";
import { managePrintingTexts } from "../printing-texts.ts";
import { agentConfig } from "./agent-config.ts";
import { CopyButton } from "./copy-button.tsx";

export interface NewToken {
  of: "agent" | "kiosk";
  name: string;
  token: string;
}

/** A token, shown once, with what to do with it. A press beside it does not close it, since the token will not come back. */
export function TokenDialog({ made, onDone }: { made: NewToken; onDone: () => void }) {
  const { copiers: texts } = useTexts(managePrintingTexts);
  return (
    <Dialog
      isOpen
      onOpenChange={onDone}
      isDismissable={false}
      size="large"
      title={texts.tokenTitle(made.name)}
      footer={<Button onPress={onDone}>{texts.done}</Button>}
    >
      <div className="flex flex-col gap-3">
        <p className="text-second">{texts.tokenText}</p>
        <code
          aria-label={texts.token}
          className="rounded-md border bg-sunk px-3 py-2 font-mono text-sm break-all select-all"
        >
          {made.token}
        </code>
        <div>
          <CopyButton text={made.token} label={texts.copyToken} variant="primary" />
        </div>
        {made.of === "agent" ? (
          <AgentSteps />
        ) : (
          <>
            <Steps title={texts.kioskSetUp} steps={texts.kioskSteps(kioskAddress())} />
            <QrCode text={kioskAddress(made.token)} label={texts.kioskCode(made.name)} />
          </>
        )}
      </div>
    </Dialog>
  );
}

function AgentSteps() {
  const { copiers: texts } = useTexts(managePrintingTexts);
  const config = agentConfig(location.origin);
  return (
    <>
      <Steps title={texts.agentTitle} steps={texts.agentSteps} />
      <pre
        // What scrolls must be reachable by keyboard (WCAG 2.1.1).
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="group"
        aria-label="print-agent.json"
        className="overflow-x-auto rounded-md border bg-sunk px-3 py-2 font-mono text-sm"
      >
        {config}
      </pre>
      <div>
        <CopyButton text={config} label={texts.copyConfig} />
      </div>
    </>
  );
}

function Steps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <div className="text-sm">
      <h3 className="font-semibold">{title}</h3>
      <ol className="mt-1 flex list-decimal flex-col gap-1 ps-5 text-second">
        {steps.map((step) => (
          <li key={step} className="break-words">
            {step}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** With a token: behind "#", which no browser sends and no server logs; the kiosk takes it out of its address at once. */
function kioskAddress(token?: string): string {
  return new URL(token === undefined ? "/kiosk/print" : `/kiosk/print#token=${token}`, location.href).href;
}
