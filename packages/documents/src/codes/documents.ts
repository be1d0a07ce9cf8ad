import { codeList } from "./code-list.ts";

/** UNTDID 1001, what the document is: BT-3 (BR-CL-01). */
export const DOCUMENT_TYPES = codeList(`
  102 130 202 203 204 211 218 219 261 262 295 296 308 325 326 331 380 381 382 383 384 385 386 387 388 389 390 393
  394 395 396 420 456 457 458 471 472 473 500 501 502 503 527 532 553 575 623 633 71 751 780 80 81 817 82 83 84 870
  875 876 877 935
`);

/** UNTDID 2005, when the tax is owed: BT-8 (BR-CL-06). */
export const TAX_POINTS = codeList(`
  3 35 432
`);

/** Media types of what may be attached: BT-125-1 (BR-CL-24). */
export const MEDIA_TYPES = codeList(`
  application/pdf image/png image/jpeg text/csv application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
  application/vnd.oasis.opendocument.spreadsheet
`);
