import { plural } from "@working-social/kernel";
import type { SignInTexts } from "./sign-in-texts.ts";

/** „in 12 Minuten“, „in 3 Stunden“ */
function inTime(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const hours = Math.ceil(minutes / 60);
  return minutes < 100
    ? plural("de", minutes, { one: "in einer Minute", other: `in ${minutes} Minuten` })
    : `in ${hours} Stunden`;
}

export const texts: SignInTexts = {
  title: "Anmelden",
  welcome: "Schön, dass Sie da sind",
  intro: "Wir schicken Ihnen einen Code per E-Mail. Ein Passwort brauchen Sie nicht.",
  email: "E-Mail",
  emailHint: "Die Adresse, an die Ihre Einladung ging.",
  emailWrong: "Das sieht nicht nach einer E-Mail-Adresse aus.",
  sendCode: "Code schicken",
  usePassword: "Mit Passwort anmelden",
  useCode: "Lieber mit einem Code anmelden",
  usePasskey: "Mit Passkey anmelden",
  password: "Passwort",
  signIn: "Anmelden",
  forgotten:
    "Noch kein Passwort, oder vergessen? Melden Sie sich mit einem Code an; ein Passwort können Sie danach unter „Konto“ festlegen.",
  codeSent: (email) => `Wenn ${email} zu einem Mitglied gehört, ist ein sechsstelliger Code unterwegs.`,
  code: "Code",
  codeHint: "Sechs Ziffern, zehn Minuten gültig.",
  resend: "Neuen Code schicken",
  resendIn: (seconds) => `Neuer Code in ${seconds}\u00A0s`,
  resent: "Ein neuer Code ist unterwegs.",
  otherEmail: "Andere Adresse verwenden",
  factorText: "Öffnen Sie Ihre Authenticator-App und geben Sie die sechs Ziffern ein, die dort stehen.",
  factorCode: "Code aus der App",
  backupCode: "Ersatzcode",
  useBackupCode: "Ersatzcode verwenden",
  useAppCode: "App verwenden",
  back: "Zurück",
  failures: {
    wrongCode: "Dieser Code stimmt nicht. Sehen Sie noch einmal nach, oder lassen Sie sich einen neuen schicken.",
    replacedCode:
      "Inzwischen haben Sie eine neuere E-Mail bekommen, und dieser Code gilt nicht mehr. Verwenden Sie den Code aus der neuesten E-Mail.",
    expiredCode: "Dieser Code ist abgelaufen. Lassen Sie sich einen neuen schicken.",
    tooManyTries: "Zu viele Versuche mit diesem Code. Lassen Sie sich einen neuen schicken.",
    wrongPassword: "Adresse und Passwort passen nicht zusammen.",
    needsPassword:
      "Sie haben einen zweiten Faktor eingerichtet. Melden Sie sich mit Ihrem Passwort an und danach mit dem Code aus Ihrer App.",
    wrongCurrentPassword: "Das ist nicht Ihr Passwort.",
    shortPassword: "Ein Passwort braucht mindestens zwölf Zeichen.",
    expired: "Ihre Sitzung ist abgelaufen. Melden Sie sich neu an und versuchen Sie es dann noch einmal.",
    passkeyCancelled:
      "Ihr Gerät hat keinen Passkey geschickt. Versuchen Sie es noch einmal, oder melden Sie sich auf anderem Weg an.",
    passkeyKnown: "Auf diesem Gerät gibt es schon einen Passkey für Ihr Konto.",
    passkeyGone:
      "Zu diesem Passkey gehört hier kein Konto; vielleicht wurde er entfernt. Melden Sie sich mit einem Code an.",
    tooMany: (seconds) =>
      seconds > 120
        ? `Zu viele Versuche. Weiter geht es ${inTime(seconds)}, oder auf anderem Weg: mit Code, Passwort oder Passkey.`
        : "Das war etwas viel auf einmal. Warten Sie ein, zwei Minuten und versuchen Sie es dann noch einmal.",
    passwordRests:
      "Nach vielen falschen Versuchen ist dieses Passwort gesperrt. Melden Sie sich mit einem Code an und legen Sie unter „Konto“ ein neues fest.",
    usedCode: "Dieser Code wurde schon verwendet. Ihre App zeigt gleich den nächsten.",
    commonPassword: "Das ist eines der Passwörter, die als Erste ausprobiert werden. Denken Sie sich ein anderes aus.",
    unverifiedPasskey:
      "Ihr Gerät hat nicht geprüft, wer Sie sind. Nehmen Sie eines, das nach Finger, Gesicht oder PIN fragt.",
    proofNeeded: "Es wurde nichts geändert: Zeigen Sie zuerst, dass Sie es sind.",
    offline: "Keine Verbindung. Versuchen Sie es noch einmal.",
    other: "Das hat nicht geklappt. Versuchen Sie es noch einmal.",
  },
  expiredTitle: "Bitte melden Sie sich neu an",
  expiredText: "Ihre Sitzung ist abgelaufen. Alles auf der Seite bleibt, wie es ist.",
};
