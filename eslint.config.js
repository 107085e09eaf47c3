import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "**/dist/",
      ".stryker-tmp/",
      "test/fixtures/",
      "test/snapshots/",
      "site/.rspress/",
      "site/pages/",
      "site/rspress.config.ts",
    ],
  },
  { files: ["**/*.ts"], extends: [tseslint.configs.strictTypeChecked] },
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { varsIgnorePattern: "^_", argsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-unnecessary-condition": [
        "error",
        { allowConstantLoopConditions: "only-allowed-literals" },
      ],
      eqeqeq: "error",
    },
  },
  {
    // What strangers write must not command a terminal: all that is printed passes cli/terminal.ts.
    files: ["generator/**/*.ts"],
    ignores: ["generator/cli/terminal.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-properties": [
        "error",
        ...["stdout", "stderr", "emitWarning"].map((property) => ({
          object: "process",
          property,
          message: "Print with a Terminal.",
        })),
      ],
      "no-restricted-imports": ["error", { paths: ["process", "node:process", "console", "node:console"] }],
    },
  },
);
