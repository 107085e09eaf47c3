import { compileFunction } from "node:vm";
import ts from "typescript";

/** Runs a generated module and gives what it exports; throws where it is not TypeScript. */
export function evaluate(text: string): Readonly<Record<string, unknown>> {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const [first] = diagnostics;
  if (first) throw new Error(ts.flattenDiagnosticMessageText(first.messageText, "\n"));
  const exports: Record<string, unknown> = {};
  const run = compileFunction(outputText, ["exports"]) as (exports: Record<string, unknown>) => void;
  run(exports);
  return exports;
}
