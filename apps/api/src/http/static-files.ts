import { existsSync } from "node:fs";
import { join } from "node:path";
import express from "express";
import type { NextFunction, Request, Response, Router } from "express";

const YEAR = "public, max-age=31536000, immutable";

/**
 * A built app: files with a hash in their name for a year, the page itself asked for anew each time, and the page for
 * every address that the app routes by itself. A missing file is 404, not the page.
 */
export function staticFiles(folder: string): Router {
  const router = express.Router();
  const page = join(folder, "index.html");
  const setHeaders = (res: Response, file: string) => {
    res.setHeader("Cache-Control", /[/\\]assets[/\\]/.test(file) ? YEAR : "no-cache");
  };
  router.use(express.static(folder, { index: false, setHeaders, redirect: false }));
  router.get("/{*path}", (req: Request, res: Response, next: NextFunction) => {
    if (/\.[a-z0-9]{1,8}$/i.test(req.path)) return next();
    if (!existsSync(page))
      return void res.status(503).type("text/plain").send("This app is not built yet: npm start builds it.\n");
    res.setHeader("Cache-Control", "no-cache");
    res.sendFile(page, (error) => error && next(error));
  });
  return router;
}
