import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { firstJavaScript } from "@working-social/portal/first-javascript";
import { defineConfig } from "vite";

/** In development the server is another process. */
const api = process.env["API_URL"] ?? "http://127.0.0.1:4000";

export default defineConfig({
  base: "/kiosk/",
  plugins: [
    react(),
    tailwindcss(),
    firstJavaScript({
      budgetBytes: 100_000,
      // It loads all of it at once, but overlays.
      firstModules: [/\/index\.html$/],
      advice: "Load what the first screen does not need later: lazy().",
    }),
  ],
  server: { host: "127.0.0.1", proxy: { "/api": api } },
  build: {
    target: "es2022",
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
  },
});
