import { slugOf, isServiceId } from "./newServices.js";
import type { ServiceConfig } from "../project/config.js";
import type { SaidService } from "../spec/definition.js";
import type { CodePage } from "./codePage.js";

/** The service of a page by the config, or by the sub-folder of an imported folder that it was found in. */
export function serviceOfPage(
  { file, subfolder }: Pick<CodePage, "file" | "subfolder">,
  services: Readonly<Record<string, ServiceConfig>>,
): SaidService | undefined {
  const [configured] = Object.entries(services).filter(([, { pages = [] }]) =>
    pages.some((place) => isAt(file, place)),
  );
  const id = configured?.[0] ?? (subfolder === undefined ? "" : slugOf(subfolder));
  return isServiceId(id) ? { id } : undefined;
}

/** Whether a file is the one at a place, or in the folder there; `/*` and `/**` may follow a folder's name. */
function isAt(file: string, place: string): boolean {
  const path = place.replace(/^\.\//, "").replace(/\/(?:\*{1,2})?$/, "");
  return file === path || file.startsWith(`${path}/`);
}

/** @example titleFrom("api-gateway") // "Api Gateway" */
export function titleFrom(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}
