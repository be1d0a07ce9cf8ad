import express from "express";
import type { NextFunction, Request, Response, Router } from "express";
import { sendRefusal } from "./answers.ts";
import { isTooDeep } from "./nesting.ts";

/** Reads a body of JSON up to a size; what is nested without end is refused before anything walks through it. */
export function jsonBody(limit: string): Router {
  const router = express.Router();
  router.use(express.json({ limit }), (req: Request, res: Response, next: NextFunction) => {
    if (!isTooDeep(req.body)) return next();
    sendRefusal(res, 400, { code: "bad_input", issues: [{ path: [], code: "too_deep" }] });
  });
  return router;
}
