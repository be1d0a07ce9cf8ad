import { serveTests } from "@working-social/portal/e2e/serve-tests";
import { copierVerbs } from "./make-copier.ts";

// A program: what the portal's tests have, and copiers.
await serveTests(copierVerbs);
