import { applyStoredTheme } from "@working-social/ui";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { homeReader, keptPlace } from "./texts/home-language.ts";
import { LanguageProvider } from "./texts/language.tsx";
import { fetchWords } from "./texts/words.ts";
import "./main.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");
applyStoredTheme();
// The first screen is in the language of the place from its first moment on.
await fetchWords(homeReader(keptPlace()).language);
createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <App />
    </LanguageProvider>
  </StrictMode>,
);
