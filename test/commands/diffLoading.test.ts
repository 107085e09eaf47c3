import { expect, test } from "vitest";
import { testProject } from "../testProject.js";
import { packagesLoadedBy } from "./packagesLoadedBy.js";

const page = `Codes
=====

=========== ========= ===========
Status Code Message   Description
=========== ========= ===========
200         OK        It worked.
=========== ========= ===========
`;

test.each(["pretty", "json", "markdown", "github", "sarif"])(
  "diff of pages in %s loads neither ts-morph nor Prettier",
  async (format) => {
    const cwd = await testProject({ "old.rst": page, "new.rst": page.replace("worked", "went well") });
    const loaded = await packagesLoadedBy(cwd, "diff", "old.rst", "new.rst", "--format", format);
    for (const name of ["ts-morph", "prettier", "typescript"]) expect(loaded).not.toContain(name);
  },
);
