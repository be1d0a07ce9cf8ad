import { applyStoredTheme } from "@working-social/ui";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./main.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
applyStoredTheme();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
