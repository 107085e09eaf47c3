/** The folders from the command down; each may import only what is below it. See ARCHITECTURE.md. */
const folders = [
  "cli",
  "commands",
  "import",
  "project",
  "memory",
  "compare",
  "output",
  "emit",
  "sources",
  "rules",
  "page",
  "catalogue",
  "spec",
  "markdown",
  "diagnostics",
];

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    ...folders.slice(1).map((folder, index) => ({
      name: `${folder}-imports-only-what-is-below`,
      severity: "error",
      from: { path: `^generator/${folder}/` },
      to: { path: `^generator/(${folders.slice(0, index + 1).join("|")})/` },
    })),
    {
      name: "emitters-see-the-catalogue-only",
      severity: "error",
      from: { path: "^generator/emit/" },
      to: { path: "^generator/(sources|rules|spec)/" },
    },
    {
      name: "built-in-emitters-use-the-public-api",
      severity: "error",
      from: {
        path: "^generator/emit/(?:(\\w+)/\\w|(?!api|emitter|emitters|header)\\w+\\.ts$)",
        pathNot: "/layout/",
      },
      to: { path: "^generator/", pathNot: "^generator/emit/(?:api\\.ts$|$1/)" },
    },
    {
      name: "few-touch-the-disk",
      severity: "error",
      from: {
        path: "^generator/",
        pathNot:
          "^generator/((commands|project|memory|output|sources|build)/|emit/typescript/rfc9110\\.ts$)",
      },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
    {
      name: "every-folder-has-its-place",
      severity: "error",
      from: {},
      to: {
        path: "^generator/[^/]+/",
        pathNot: `^generator/(${folders.join("|")}|build|dist|node_modules)/`,
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: "/dist/",
  },
};
