/** What may import what; see ARCHITECTURE.md. */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nobody-imports-the-command-line",
      severity: "error",
      from: { pathNot: "^generator/cli/" },
      to: { path: "^generator/cli/" },
    },
    {
      name: "emitters-see-the-catalogue-only",
      severity: "error",
      from: { path: "^generator/emit" },
      to: { path: "^generator/(spec|rules|output|commands|report)" },
    },
    {
      name: "stages-flow-one-way",
      severity: "error",
      from: {
        path: "^generator/(spec|catalogue|rules|emit|page|markdown|diagnostics|output|diff|verify|import)",
      },
      to: { path: "^generator/(commands|report)" },
    },
    {
      name: "specs-know-no-later-stage",
      severity: "error",
      from: { path: "^generator/(spec|markdown|diagnostics)" },
      to: {
        path: "^generator/(catalogue|rules|emit|page|output|diff|verify|import)",
      },
    },
    {
      name: "few-touch-the-disk",
      severity: "error",
      from: {
        path: "^generator/",
        pathNot: "^generator/(output|commands|memory|build)",
      },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: "/dist/",
  },
};
