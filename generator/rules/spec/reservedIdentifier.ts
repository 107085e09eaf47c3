import { entriesOf, hasItsName, pathOfName } from "../entriesOf.js";
import { defineRule } from "../rule.js";
import { shortened } from "../shownValue.js";

/** Keywords and reserved words of ECMAScript and TypeScript, and names that every object has. */
const reserved = new Set(
  `abstract any arguments as async await boolean break case catch class const continue debugger declare default delete
  do else enum eval export extends false finally for function get if implements import in Infinity instanceof interface
  let NaN never new null number object of package private protected public readonly return set static string super
  switch symbol this throw true try type typeof undefined unknown var void while with yield
  ${Object.getOwnPropertyNames(Object.prototype).join(" ")} prototype`.match(/\S+/g),
);

export const reservedIdentifier = defineRule({
  id: "reserved-identifier",
  stage: "spec",
  severity: "error",
  summary: "A name is a reserved word or a property of every object, such as `constructor`.",
  *check(spec) {
    for (const placed of entriesOf(spec)) {
      const { entry } = placed;
      if (!reserved.has(entry.name) || !hasItsName(placed)) continue;
      yield {
        path: pathOfName(placed),
        message: `The name "${shortened(entry.name)}" is reserved.`,
        help: "Give the entry another `name:`.",
      };
    }
  },
});
