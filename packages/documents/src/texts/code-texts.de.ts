import type { WordsLike } from "@working-social/kernel";
import type { codeTexts } from "./code-texts.ts";

export const germanCodeTexts: WordsLike<typeof codeTexts> = {
  "BR-CL-01": ({ value }) => `Die Dokumentart ${value} gibt es nicht.`,
  "BR-CL-04": ({ value }) => `Die Währung ${value} gibt es nicht.`,
  "BR-CL-05": ({ value }) => `Die Währung ${value} für die Steuer gibt es nicht.`,
  "BR-CL-06": ({ value }) => `Die Regel ${value} für die Entstehung der Steuer gibt es nicht.`,
  "BR-CL-07": ({ value }) => `Die Art ${value} einer Referenz gibt es nicht.`,
  "BR-CL-08": ({ value }) => `Den Betreff ${value} einer Bemerkung gibt es nicht.`,
  "BR-CL-10": ({ value }) => `Das Register ${value}, aus dem eine Kennung sein soll, gibt es nicht.`,
  "BR-CL-11": ({ value }) => `Das Register ${value}, aus dem eine Registernummer sein soll, gibt es nicht.`,
  "BR-CL-13": ({ value }) => `Die Klassifizierung ${value} gibt es nicht.`,
  "BR-CL-14": ({ value }) => `Das Land ${value} gibt es nicht.`,
  "BR-CL-15": ({ value }) => `Das Ursprungsland ${value} gibt es nicht.`,
  "BR-CL-16": ({ value }) => `Die Zahlungsart ${value} gibt es nicht.`,
  "BR-CL-17": ({ value }) => `Die Steuerkategorie ${value} gibt es nicht.`,
  "BR-CL-18": ({ value }) => `Die Steuerkategorie ${value} gibt es nicht.`,
  "BR-CL-19": ({ value }) => `Den Grund ${value} für einen Nachlass gibt es nicht.`,
  "BR-CL-20": ({ value }) => `Den Grund ${value} für einen Zuschlag gibt es nicht.`,
  "BR-CL-21": ({ value }) => `Den Standard ${value}, aus dem eine Artikelnummer sein soll, gibt es nicht.`,
  "BR-CL-22": ({ value }) => `Den Befreiungsgrund ${value} gibt es nicht.`,
  "BR-CL-23": ({ value }) => `Die Einheit ${value} gibt es nicht.`,
  "BR-CL-24": ({ value }) => `Eine Datei der Art ${value} kann an keine elektronische Rechnung gehängt werden.`,
  "BR-CL-25": ({ value }) => `Die Art ${value} einer elektronischen Adresse gibt es nicht.`,
  "BR-CL-26": ({ value }) => `Das Register ${value}, aus dem ein Lieferort sein soll, gibt es nicht.`,
};
