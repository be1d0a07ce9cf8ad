import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstJavaScript } from "./first-javascript.ts";

/** In development the server is another process: everything that is not the portal's goes there. */
const api = process.env["API_URL"] ?? "http://127.0.0.1:4000";

/** What an app's own components on Home need: everything else of these folders stays with the page that uses it. */
const ofFirstPage =
  /packages\/ui\/src\/(app-shell|avatar|badge|button|card|class-names|command-(key|palette)|drawer|icon-button|kbd|logo|menu\.|once-open|page|person-label|section|skeleton|spinner|text\.|tone|tooltip|use-|visually)|packages\/kernel\/src\/(clock|directed|money)|portal\/src\/(lib\/(?!texts\/(?!catalog|ui\.)|regions|auth|for-whom|month-name|isolate|kept|likely|offline|over|live-stream|once-for-all|refresh|stale|wall-clock|say-done|action|refusals|idempotency|keyed-action|with-zone|zones)|features\/(home|shell)\/(?!manage|beside-home|find|focus|toasts|loaded-palette|wish|held-badge|nothing-ahead|route-error|sign-out|not-|today-strip|strip-axis|free-next|coming-up|credits-left|feed-hint|empty-space)|features\/credits\/wallet-query|features\/booking\/(booking-sheet|panel-skeleton))/;

const iconsOfFirstPage =
  /lucide-react\/dist\/esm\/(?!icons)|lucide-react\/.*\/shared\/|lucide-react\/dist\/esm\/icons\/(building|calendar-days|chevron-(down|right)|cloud-off|ellipsis|house|log-out|printer|search|settings|user-round)\.|preload-helper/;

/**
 * The first page comes in three files instead of fifty small ones, which compress badly. Libraries change less often
 * than the portal, so they stay in the browser's cache over an update.
 */
const firstPage = [
  // Whoever reads German gets it in two files, and nobody else gets either.
  { name: "de-manage", test: /\/manage\/.*\.de\.ts$/, includeDependenciesRecursively: false },
  { name: "de", test: /\.de\.ts$/, includeDependenciesRecursively: false },
  { name: "react", test: /node_modules\/\.pnpm\/(react@|react-dom@|scheduler@)/ },
  {
    name: "tanstack",
    // Without what only forms and long lists need.
    test: /node_modules\/\.pnpm\/(@tanstack|use-sync-external-store)(?!.*(infinite|Infinite|ueries|useMutation|mutationObserver|useBlocker))/,
  },
  { name: "first", test: (id: string) => ofFirstPage.test(id) || iconsOfFirstPage.test(id) },
  // What stands beside the rest of Home comes after it, in one file.
  { name: "aside", test: /portal\/src\/features\/home\/(coming-up|credits-left|feed-hint)/ },
  // Each a few hundred bytes, and together on most pages.
  {
    name: "fields",
    test: /packages\/ui\/src\/(callout|check|description-list|field|form|radio|segmented|select\.|switch|text-field)|lucide-react\/dist\/esm\/icons\/(check|chevron-left|copy|minus|plus)\./,
  },
];

/** Whether a file is the page of a route of Manage or of the account; a hash alone is as long as the rest of its name. */
const isManagers = (file: string) => /\/m-.{8}\.js$/.test(file);

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      // Loaders travel with their page: else what every page loads would be on the first one.
      codeSplittingOptions: { defaultBehavior: [["loader", "component", "errorComponent", "pendingComponent"]] },
      quoteStyle: "double",
      semicolons: true,
    }),
    react(),
    tailwindcss(),
    firstJavaScript({
      budgetBytes: 130_000,
      // What a visit to Home loads before it shows anything: the entry, the frame, and Home itself.
      firstModules: [/\/index\.html$/, /\/routes\/_app\.tsx\?tsr-split/, /\/routes\/_app\/index\.tsx\?tsr-split/],
      advice: "Load what Home does not need later: lazy(), or another page's chunk.",
    }),
  ],
  server: {
    host: "127.0.0.1",
    proxy: Object.fromEntries(
      ["/api", "/calendar", "/mail", "/healthz", "/readyz", String.raw`^/invoices/[^/]+\.(pdf|xml)`].map((path) => [
        path,
        api,
      ]),
    ),
  },
  resolve: {
    // React has had the hook itself since version 18.
    alias: { "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector" },
  },
  build: {
    target: "es2022",
    // Every browser that runs es2022 modules fetches them ahead by itself, or does without.
    modulePreload: {
      polyfill: false,
      // The document asks for these at once; what loads later need not ask again.
      // What such a page consists of is asked for by the page itself: the lists of all of them were a kilobyte of the first file.
      resolveDependencies: (file, names, { hostType }) =>
        hostType === "html"
          ? names
          : names.filter(
              (name) =>
                !/\/(rolldown-runtime|react|tanstack|first)-/.test(name) && !(isManagers(file) && name.endsWith(".js")),
            ),
    },
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    // Files without names: the first one lists all the others, and names were a kilobyte of it.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: firstPage },
        chunkFileNames: ({ facadeModuleId }) =>
          /\/routes\/_app\/(manage|account)\//.test(facadeModuleId ?? "") ? "assets/m-[hash].js" : "assets/[hash].js",
      },
    },
  },
});
