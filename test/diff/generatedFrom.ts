import { loadCatalogue } from "../../generator/project/loadCatalogue.js";
import { emitTree } from "../emit/emittedTree.js";

/** The TypeScript and the JSON of a spec, without the headers of the files; `undefined` if it is not valid. */
export async function generatedFrom(text: string): Promise<string | undefined> {
  const { catalogue } = loadCatalogue([{ file: "spec/shop.yaml", text }]);
  if (!catalogue) return undefined;
  const files = await emitTree(catalogue, "enum", ["typescript", "json"]);
  return files.map((file) => `${file.path}\n${withoutHeader(file.text)}`).join("\n");
}

function withoutHeader(text: string): string {
  return text.replace(/^(?:\/\/.*\n)+/, "").replace(/^ {2}"\$comment": .*\n/m, "");
}
