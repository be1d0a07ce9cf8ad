import { PrintPage } from "./print/print-page.tsx";
import { usePath } from "./use-path.ts";
import { WelcomePage } from "./welcome-page.tsx";

/** The kiosk's two pages: the door, and the copier. */
export function App() {
  return usePath() === "/print" ? <PrintPage /> : <WelcomePage />;
}
