import { Project, SyntaxKind } from "ts-morph";

/**
 * A generated module with what can be computed beforehand written down: enums and tables as
 * literals. That takes less time to import, leaves less in a bundle, and lets bundlers see through it.
 */
export function precompute(text) {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });
  const source = project.createSourceFile("module.ts", text);
  for (const declaration of source.getEnums()) declaration.replaceWithText(enumLiteral(declaration));
  for (const call of source.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    if (call.getExpression().getText() !== "tableOf") continue;
    call.replaceWithText(tableLiteral(call.getArguments()[0]));
  }
  return source.getFullText();
}

/**
 * What the enum is at run time: values by name, and names by number. It is not frozen, since Rollup then
 * leaves the whole object in place of a member; its type says that it is read-only.
 */
function enumLiteral(declaration) {
  const members = declaration.getMembers().map((member) => [member.getName(), member.getValue()]);
  const names = members.flatMap(([name, value]) => (typeof value === "number" ? [[value, name]] : []));
  return `export const ${declaration.getName()} = ${JSON.stringify(Object.fromEntries([...members, ...names]))};`;
}

/** `tableOf({ 200: "OK", 202: "Accepted" })` as the array with holes that it gives: `[,,…,"OK",,"Accepted"]`. */
function tableLiteral(object) {
  const texts = new Map(
    object
      .getProperties()
      .map((property) => [Number(property.getName()), property.getInitializer().getText()]),
  );
  const length = Math.max(-1, ...texts.keys()) + 1;
  return `[${Array.from({ length }, (_, code) => texts.get(code) ?? "").join()}]`;
}
