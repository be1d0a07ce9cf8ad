import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** In development the server is another process: everything that is not the portal's goes there. */
const api = process.env["API_URL"] ?? "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [
    tanstackRouter({ target: "react", autoCodeSplitting: true, quoteStyle: "double", semicolons: true }),
    react(),
    tailwindcss(),
  ],
  server: {
    host: "127.0.0.1",
    proxy: Object.fromEntries(["/api", "/calendar", "/mail", "/healthz", "/readyz"].map((path) => [path, api])),
  },
  build: {
    target: "es2022",
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
  },
});
