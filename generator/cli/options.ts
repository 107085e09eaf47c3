import { Argument, Option } from "commander";
import { type Format, formats } from "../diagnostics/formatDiagnostics.js";

export function specsArgument(): Argument {
  return new Argument(
    "[spec...]",
    "specs to limit the run to: the files of their services, and those about all services (default: all specs)",
  );
}

export function formatOption(): Option {
  return new Option("--format <format>", "how to print findings")
    .choices(formats)
    .default("pretty" satisfies Format);
}

export function noCacheOption(): Option {
  return new Option("--no-cache", "read and make everything again, whatever earlier runs found");
}

export function allowHttpOption(): Option {
  return new Option("--allow-http", "allow pages to be fetched over http, where others can alter them");
}

/** The formats that changes can be printed in. */
export const diffFormats = ["pretty", "json", "markdown", "github", "sarif"] as const;
export type DiffFormat = (typeof diffFormats)[number];

/** The formats that an update can be printed in. */
export const updateFormats = ["pretty", "json", "markdown"] as const;
export type UpdateFormat = (typeof updateFormats)[number];
