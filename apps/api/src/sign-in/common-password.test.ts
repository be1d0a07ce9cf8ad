import { describe, expect, test } from "vitest";
import { isCommonPassword } from "./common-password.ts";

describe("a password that guessers try first is refused", () => {
  test.each([
    ["one of the most common", "password1234"],
    ["in capitals", "PASSWORD1234"],
    ["with signs for letters", "P@ssw0rd12345"],
    ["a sign for its first letter", "$unsh1ne2026!"],
    ["a common word with a year and a sign", "Sunshine2026!"],
    ["digits on both sides", "123dragon4567"],
    ["in wide letters", "ｐａｓｓｗｏｒｄ１２３４"],
    ["one letter", "aaaaaaaaaaaa"],
    ["one word again and again", "abcabcabcabc"],
    ["a word twice", "lantern lantern"],
    ["digits in a row", "123456789012"],
    ["keys in a row", "qwertyuiopasdf"],
    ["backwards", "lkjhgfdsapoi"],
    ["the alphabet", "abcdefghijklm"],
  ])("%s: %s", (_name, password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  test.each([
    "a long password",
    "four lanterns at the quay",
    "correct horse battery",
    "x7Kp2mQz94Lw",
    "sunshine over the quay 7",
  ])("%s is not", (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});
