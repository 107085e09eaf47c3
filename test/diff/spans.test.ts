import { expect, test } from "vitest";
import { testProject } from "../testProject.js";
import { diffOf } from "./twoStates.js";

const spec = (spans: string) => `service:
  id: shop
  name: Shop
page:
  id: shop
  title: Codes
tables:
  - kind: error-codes
    columns: [Message, Description, { other: Note }, Error Code]
    entries:
      - code: A.1
        message: It failed.
        description: It **failed**.
        other: { Note: Once. }
      - code: A.2
        message: It failed.
        description: It **failed**.
        other: { Note: Once. }${spans}
`;

test("a cell that the page leaves blank says what its entry says", async () => {
  const blank = spec("\n        spans: [message, description, other]");
  const folder = await testProject({ "old/shop.yaml": spec(""), "new/shop.yaml": blank });
  const { changes } = await diffOf(folder, "old", "new");
  expect(changes).toMatchObject([{ kind: "field-changed", level: "none", code: "A.2", field: "spans" }]);
});
