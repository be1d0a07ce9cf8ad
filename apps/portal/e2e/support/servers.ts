import { serveTests } from "./serve-tests.ts";

// A program: what the portal's tests need.
await serveTests();
