import { InvalidArgumentError } from "commander";
import type { Format } from "../diagnostics/formatDiagnostics.js";
import { type ColumnRole, columnRoles } from "../spec/columns.js";
import type { ImportOptions } from "../commands/importPages.js";

/** The options of `import` as they are typed. */
export interface ImportFlags {
  readonly out?: string;
  readonly service?: NonNullable<ImportOptions["service"]>;
  readonly columns?: readonly ColumnRole[];
  readonly into?: string;
  readonly new?: boolean;
  readonly lossy?: boolean;
  readonly allowHttp?: boolean;
  readonly stdout?: boolean;
  readonly json?: boolean;
  readonly format: Format;
}

/** `apig:API Gateway` or `apig` as a service. */
export function parseService(value: string): NonNullable<ImportOptions["service"]> {
  const [, id, name] = /^([^:]+)(?::(.+))?$/.exec(value) ?? [];
  if (id === undefined)
    throw new InvalidArgumentError(
      'Give it as id:name, such as "apig:API Gateway", or as an id that specs have.',
    );
  return { id, ...(name !== undefined && { name: name.trim() }) };
}

/** `code,message,description` as roles. */
export function parseRoles(value: string): ColumnRole[] {
  return value.split(",").map((each) => {
    const role = columnRoles.find((known) => known === each.trim());
    if (role === undefined)
      throw new InvalidArgumentError(`"${each}" is not one of ${columnRoles.join(", ")}.`);
    return role;
  });
}
