import type { Options } from "prettier";
import { isLaidOut } from "./layout.js";

/**
 * A text in the form that Prettier gives it. Emitters write Prettier's default form themselves, and
 * Prettier is loaded only for what they cannot lay out, or where the config asks for another form.
 */
export async function prettierForm(
  text: string,
  parser: "typescript" | "json",
  options: Options,
): Promise<string> {
  const isPrettierForm = parser === "json" || isLaidOut(text);
  if (Object.keys(options).length === 0 && isPrettierForm) return text;
  const { format } = await import("prettier");
  return format(text, { ...options, parser });
}
