import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  AppShell,
  Button,
  Checkbox,
  IconButton,
  NumberField,
  RadioGroup,
  Select,
  Switch,
  TextField,
  UiTextProvider,
  type ShellLinkProps,
} from "./index.ts";
import { germanUiTexts } from "./ui-texts.de.ts";

const html = (node: ReactNode) => renderToStaticMarkup(node);

/** The value of an attribute of the first tag that has it. */
function attribute(markup: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(markup)?.[1];
}

describe("Button", () => {
  test("does not submit a form unless it is told to", () => {
    expect(attribute(html(<Button>Book</Button>), "type")).toBe("button");
    expect(attribute(html(<Button type="submit">Book</Button>), "type")).toBe("submit");
  });

  test("with a reason stays focusable, and is described by the reason", () => {
    const markup = html(<Button disabledReason="Cooper seats 4.">Book</Button>);
    expect(markup).not.toMatch(/\sdisabled=/);
    expect(attribute(markup, "aria-disabled")).toBe("true");
    const id = attribute(markup, "aria-describedby") ?? "";
    expect(markup).toMatch(new RegExp(`<span[^>]* id="${id}"[^>]*>Cooper seats 4\\.</span>`));
  });

  test("says that it is working, in the language of the app", () => {
    const markup = html(
      <UiTextProvider texts={germanUiTexts}>
        <Button isPending>Buchen</Button>
      </UiTextProvider>,
    );
    expect(attribute(markup, "aria-busy")).toBe("true");
    expect(markup).toMatch(/role="status"[^>]*>Wird geladen</);
    expect(markup).toContain("Buchen");
  });

  test("as an icon carries its label", () => {
    expect(attribute(html(<IconButton aria-label="Edit">✎</IconButton>), "aria-label")).toBe("Edit");
  });
});

describe("every field", () => {
  const options = [{ id: "a", label: "A" }];
  const fields = {
    TextField: <TextField label="Name" description="Help" errorMessage="Wrong" isRequired />,
    Select: <Select label="Name" description="Help" errorMessage="Wrong" isRequired options={options} value="a" />,
    NumberField: (
      <NumberField label="Name" description="Help" errorMessage="Wrong" isRequired value={3} onChange={() => {}} />
    ),
    Checkbox: <Checkbox label="Name" description="Help" errorMessage="Wrong" isRequired />,
    Switch: <Switch label="Name" description="Help" errorMessage="Wrong" isRequired />,
    RadioGroup: <RadioGroup label="Name" description="Help" errorMessage="Wrong" isRequired options={options} />,
  };

  test.each(Object.entries(fields))("%s is tied to its description and its error", (_name, field) => {
    const markup = html(field);
    expect(attribute(markup, "aria-invalid")).toBe("true");
    expect(attribute(markup, "aria-required")).toBe("true");
    const ids = (attribute(markup, "aria-describedby") ?? "").split(" ");
    expect(ids).toHaveLength(2);
    for (const id of ids) expect(markup).toContain(`id="${id}"`);
  });

  test("has a label of its own", () => {
    const markup = html(<TextField label="Name" />);
    expect(attribute(markup, "for")).toBe(/<input[^>]*\sid="([^"]*)"/.exec(markup)?.[1]);
  });

  test("takes `disabled` from react-hook-form", () => {
    expect(html(<TextField label="Name" disabled />)).toMatch(/<input[^>]*\sdisabled=""/);
  });
});

function renderLink({ children, href, className, "aria-current": current }: ShellLinkProps) {
  return (
    <a href={href} className={className} aria-current={current}>
      {children}
    </a>
  );
}

describe("AppShell", () => {
  const items = ["Home", "Book", "Bookings", "People", "Print", "Account"].map((label, index) => ({
    id: label,
    label,
    icon: null,
    href: `/${label}`,
    isCurrent: index === 1,
    isTab: index < 4,
    badge: index === 3 ? 2 : undefined,
  }));
  const markup = html(
    <AppShell organizationName="Quayside Works" homeHref="/" items={items} renderLink={renderLink}>
      <h1>Book</h1>
    </AppShell>,
  );

  test("starts with a way past the navigation, to the one main landmark", () => {
    expect(/<a [^>]*href="([^"]*)"/.exec(markup)?.[1]).toBe("#main");
    expect(markup.match(/<main id="main"/g)).toHaveLength(1);
  });

  test("marks the current page in sidebar and tab bar", () => {
    expect(markup.match(/<a [^>]*aria-current="page"/g)).toHaveLength(2);
  });

  test("on a phone, puts what is no tab under More", () => {
    expect(markup).toContain("More");
    expect(markup.match(/href="\/People"/g)).toHaveLength(2);
    expect(markup.match(/href="\/Account"/g)).toHaveLength(1);
  });
});
