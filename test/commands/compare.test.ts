import { expect, test } from "vitest";
import { compare } from "../../generator/index.js";
import { smallSpec, statusgen, statusgenIn, testProject } from "../testProject.js";
import { otherSpec } from "./generatedProject.js";

/** A service that says about 404 what the small one says, in words of its own about 200, and lists 503 alone. */
const ownSpec = smallSpec
  .replaceAll("small", "own")
  .replace("Small Service", "服务")
  .replace("It worked.", "Fine.")
  .concat("      - code: 503\n        message: Busy\n        description: Wait.\n");

test("the services are drawn by status codes, with a letter for each description", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "spec/own.yaml": ownSpec });
  expect(await statusgen(cwd, "compare")).toEqual({
    exitCode: 0,
    stderr: "",
    stdout: `Status codes: 3; listed by more than one service: 2; described differently: 1.

                         服务
                         | Small Service
200 OK                   a b
404 Not Found            a a
503 Service Unavailable  a ·

Each letter stands for a description: services with the same letter in a row say the same. \`statusgen explain <code>\` shows what they say.
`,
  });
  const { codes, services } = await compare({ cwd });
  expect(services.map(({ name }) => name)).toEqual(["服务", "Small Service"]);
  expect(codes.map(({ code, wordings }) => `${code}: ${wordings.length}`)).toEqual([
    "200: 2",
    "404: 1",
    "503: 1",
  ]);
});

test("services that do not fit beside the others follow below", async () => {
  const specs = Array.from({ length: 30 }, (_, index) => {
    const id = `s${String(index).padStart(2, "0")}`;
    return [`spec/${id}.yaml`, smallSpec.replaceAll("small", id).replace("Small Service", id)] as const;
  });
  const cwd = await testProject(Object.fromEntries(specs));
  const { stdout } = await statusgenIn({ COLUMNS: "40" }, cwd, "compare");
  const lines = stdout.split("\n");
  expect(lines.filter((line) => line.startsWith("404"))).toEqual([
    `404 Not Found  ${Array<string>(12).fill("a").join(" ")}`,
    `404 Not Found  ${Array<string>(12).fill("a").join(" ")}`,
    `404 Not Found  ${Array<string>(6).fill("a").join(" ")}`,
  ]);
  expect(lines.find((line) => line.length > 40)).toBeUndefined();
  expect(stdout.match(/s\d\d/g)).toHaveLength(30);
});

test("letters have colours, of which nothing depends", async () => {
  const cwd = await testProject({ "spec/small.yaml": smallSpec, "spec/own.yaml": ownSpec });
  const { stdout } = await statusgenIn({ FORCE_COLOR: "1" }, cwd, "compare");
  const escape = String.fromCharCode(27);
  expect(stdout).toContain(`${escape}[32ma${escape}[39m ${escape}[33mb${escape}[39m`);
  expect(stdout).toContain(`${escape}[2m·${escape}[22m`);
});

test("a project without status codes says so; one with mistakes, which", async () => {
  const errors = smallSpec.replace("status-codes", "error-codes").replace("[Status Code", "[Error Code");
  expect(await statusgen(await testProject({ "spec/small.yaml": errors }), "compare")).toMatchObject({
    exitCode: 0,
    stdout: "No service lists status codes.\n",
  });
  const cwd = await testProject({ "spec/other.yaml": otherSpec.replace("entries:", "entry:") });
  const { exitCode, stdout } = await statusgen(cwd, "compare");
  expect({ exitCode, first: stdout.split("\n")[0] }).toEqual({
    exitCode: 2,
    first: expect.stringContaining("error") as unknown,
  });
});
