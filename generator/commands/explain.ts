import type { Catalogue, Entry, Service } from "../catalogue/catalogue.js";
import { httpStatusCodes } from "../catalogue/httpStatusCodes.js";
import { type Diagnostic, type SourceTexts } from "../diagnostics/diagnostic.js";
import { type ExitCode, loadProject, type ProjectOptions } from "./project.js";

export interface ExplainOptions extends ProjectOptions {
  /** The code, as a service sends it: `404`, `APIG.2000`. */
  readonly code: string;
}

export interface ExplainResult {
  /** 0 some service lists the code; 1 none does; 2 a spec or the config not valid. */
  readonly exitCode: ExitCode;
  /** The mistakes in specs and config. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts that diagnostics point into. */
  readonly sources: SourceTexts;
  /** What each service says of the code. */
  readonly explanations: readonly { readonly service: Service; readonly entry: Entry }[];
  /** The standard reason phrase, where the IANA registry of HTTP status codes has one. */
  readonly reasonPhrase?: string;
  /** The document that defines the code, such as `RFC 9110, Section 15.5.5`, where the registry lists it. */
  readonly definedIn?: string;
}

/** What every service says of a code; error codes are compared without regard to case. */
export async function explain(options: ExplainOptions): Promise<ExplainResult> {
  const { catalogue, diagnostics, sources } = await loadProject(options);
  if (!catalogue) return { exitCode: 2, diagnostics, sources, explanations: [] };
  const code = options.code.trim();
  const explanations = entriesOf(catalogue, code);
  const { phrase, definedIn } = httpStatusCodes.get(code) ?? {};
  return {
    exitCode: explanations.length > 0 ? 0 : 1,
    diagnostics,
    sources,
    explanations,
    ...(phrase !== undefined && { reasonPhrase: phrase }),
    ...(definedIn !== undefined && { definedIn }),
  };
}

function entriesOf({ services }: Catalogue, code: string) {
  const wanted = code.toLowerCase();
  return services.flatMap((service) =>
    service.tables.flatMap(({ entries }) =>
      [...entries]
        .filter((entry) => entry.code.toLowerCase() === wanted)
        .map((entry) => ({ service, entry })),
    ),
  );
}
