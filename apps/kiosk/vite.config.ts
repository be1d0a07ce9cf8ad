import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/kiosk/",
  plugins: [react(), tailwindcss()],
  server: { host: "127.0.0.1" },
  build: {
    target: "es2022",
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
  },
});
