import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstJavaScript } from "./first-javascript.ts";

/** In development the server is another process. */
const api = process.env["API_URL"] ?? "http://127.0.0.1:4000";

export default defineConfig({
  base: "/kiosk/",
  plugins: [react(), tailwindcss(), firstJavaScript()],
  server: { host: "127.0.0.1", proxy: { "/api": api } },
  build: {
    target: "es2022",
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
  },
});
