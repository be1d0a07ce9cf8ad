/**
 * The domains, and what each may import beside kernel and db: one direction. Those that don't exist yet have their place
 * already. What a lower one must know of an upper one is a fact that the upper one writes down, or an event.
 */
const LAYERS = [
  ["notify"],
  ["directory"],
  ["credits"],
  ["charges"],
  ["booking", "copier"],
  ["visitors"],
  ["billing"],
  ["payments"],
  ["community"],
  ["reports"],
] as const;

const BILLING = LAYERS.findIndex((layer) => layer.some((name) => name === "billing"));

/** What shows booking to others, or fills it: nobody but the apps needs them. */
const BESIDE_BOOKING: Readonly<Record<string, readonly string[]>> = {
  feeds: ["kernel", "db", "directory", "booking"],
  import: ["kernel", "db", "booking"],
};

/** What an invoice is as XML and as a PDF: it knows neither the database nor a domain, and billing alone writes with it. */
const BENEATH_BILLING: Readonly<Record<string, readonly string[]>> = { documents: ["kernel"] };

/** Which workspace packages a folder may import. Tooling may import anything. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "packages/kernel": [],
  "packages/db": ["kernel"],
  "packages/ui": ["kernel"],
  ...Object.fromEntries(LAYERS.flatMap((layer, level) => layer.map((name) => [`packages/${name}`, below(level)]))),
  ...Object.fromEntries(Object.entries(BENEATH_BILLING).map(([name, packages]) => [`packages/${name}`, packages])),
  ...Object.fromEntries(Object.entries(BESIDE_BOOKING).map(([name, packages]) => [`packages/${name}`, packages])),
  "apps/api": ["kernel", "db", ...LAYERS.flat(), ...Object.keys(BESIDE_BOOKING)],
  "apps/print-agent": ["kernel", "copier"],
};

/** What runs elsewhere than the server, with a domain's rules, schema and texts but without its database. */
export const WITHOUT_SERVER: readonly string[] = ["apps/portal", "apps/kiosk", "apps/print-agent"];

/** The web apps: the design system, the kernel, and the browser-safe entries of the domains: `./texts/de` has those of one language. */
export const WEB_APPS: readonly string[] = ["apps/portal", "apps/kiosk"];
export const WEB_PACKAGES: readonly string[] = ["ui", "kernel"];
export const isBrowserEntry = (entry: string): boolean => /^(rules|schema|texts(\/[a-z]{2})?)$/.test(entry);

/** What serves the domains and is none: no noun, no verb, nothing of its own in the database. */
const SERVES_DOMAINS: readonly string[] = ["notify"];

/** The domain packages, lowest first. */
export const DOMAINS: readonly string[] = [...LAYERS.flat(), ...Object.keys(BESIDE_BOOKING)].filter(
  (name) => !SERVES_DOMAINS.includes(name),
);

function below(level: number): string[] {
  const beneath = level >= BILLING ? Object.keys(BENEATH_BILLING) : [];
  return ["kernel", "db", ...beneath, ...LAYERS.slice(0, level).flat()];
}
