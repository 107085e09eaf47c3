import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type ConfiguredEmitter, enumStyles, importExtensions } from "../emit/emitter.js";
import { isDefined } from "../diagnostics/defined.js";
import { type EmitterUse, emitterNames } from "../emit/emitters.js";
import { nameCases } from "../catalogue/names.js";
import type { Reader } from "../page/reader.js";
import { mistakeInReader } from "./ownCode/ownReaders.js";
import { formOf, patterns } from "../spec/textSchemas.js";
import { lintRuleIds } from "../rules/lintRuleIds.js";
import { defaultConfig, type PrettierOption } from "./config.js";
import { declaredTypes, endsInAnother, isFieldName } from "./declaredFields.js";

const prettierDefinition = z
  .strictObject({
    printWidth: z.int().positive().optional(),
    tabWidth: z.int().nonnegative().max(100).optional(),
    useTabs: z.boolean().optional(),
    semi: z.boolean().optional(),
    singleQuote: z.boolean().optional(),
    quoteProps: z.enum(["as-needed", "consistent", "preserve"]).optional(),
    trailingComma: z.enum(["all", "es5", "none"]).optional(),
    bracketSpacing: z.boolean().optional(),
    objectWrap: z.enum(["preserve", "collapse"]).optional(),
    arrowParens: z.enum(["always", "avoid"]).optional(),
    experimentalTernaries: z.boolean().optional(),
    experimentalOperatorPosition: z.enum(["start", "end"]).optional(),
  } satisfies Record<PrettierOption, z.ZodType>)
  .meta({ description: "Prettier options for the generated TypeScript and JSON. Default: Prettier's own." });

const folder = z
  .string()
  .transform((path) => posix.normalize(path.replaceAll("\\", "/")).replace(/\/$/, ""))
  .refine((path) => !/^(?:\/|[A-Za-z]:|\.{0,2}$|\.\.\/)/.test(path), {
    message: "use a folder inside the project's folder, such as `spec`",
    abort: true,
  });

/** Where everything belongs to statusgen, nothing of another tool may be; some disks ignore case. */
const isFree = (path: string) => !/(?:^|\/)(?:\.git|node_modules)(?:\/|$)/i.test(path);
const notFree = { message: "use a folder outside `.git` and `node_modules`" };
const outputFolder = folder.refine(isFree, notFree);

/** A folder of one emitter may be anywhere beside the config file, as in `../api/errors`. */
const folderOfEmitter = z
  .string()
  .transform((path) => posix.normalize(path.replaceAll("\\", "/")).replace(/\/$/, ""))
  .refine((path) => !/^(?:\/|[A-Za-z]:|\.?$)|(?:^|\/)\.\.$/.test(path), {
    message: "use a folder that is relative to the config file, such as `../api/errors`",
    abort: true,
  })
  .refine(isFree, notFree);

const emitter = z.union([
  z.enum(emitterNames),
  z.custom<ConfiguredEmitter>((value) => isDefined(value, "emitter")),
]);

const emitterUse = z.strictObject({
  use: emitter,
  options: z.unknown().optional(),
  output: folderOfEmitter.optional(),
  importExtension: z.enum(importExtensions).optional(),
});

const severity = z.enum(["off", "warning", "error"]);

const serviceId = z.string().regex(patterns.serviceId, {
  message: "use lower case letters, digits and single hyphens, beginning with a letter",
});

const serviceSettings = z.strictObject({
  name: z.string().regex(/\S/).optional(),
  prefix: z
    .string()
    .regex(patterns.prefix, { message: "use letters and digits, beginning with a capital letter" })
    .optional(),
  names: z.enum(["message", "code"]).optional(),
  pages: z.array(z.string().regex(/\S/)).min(1).optional(),
});

const fieldName = z.string().refine(isFieldName, {
  message:
    "use a name in camelCase, such as `retryable`, that is no key of an entry and no part of a generated name",
});

const fieldType = z.union([
  z.enum(declaredTypes),
  z
    .array(z.string().regex(/^(?=\S)[^\n\r]*\S$/))
    .min(1)
    .refine((values) => new Set(values).size === values.length, { message: "list each value once" }),
]);

const fieldDefinition = z.strictObject({
  type: fieldType,
  title: z.string().regex(/\S/).optional(),
  description: z.string().regex(/\S/).optional(),
  level: z.enum(["breaking", "feature", "fix", "none"]).optional(),
});

/** What a config file can say. What validates it and what its JSON Schema tells an editor are made from this. */
export const configDefinition = z
  .strictObject({
    $schema: z.string().optional().meta({ description: "The JSON Schema of this file, for editors." }),
    spec: folder
      .default(defaultConfig.spec)
      .meta({ description: "The folder of the specs, relative to this file. Default: `spec`." }),
    output: outputFolder.default(defaultConfig.output).meta({
      description:
        "The folder of the generated files, relative to this file. statusgen owns everything in it. Default: `generated`.",
    }),
    emitters: z
      .array(z.union([emitter, emitterUse]))
      .min(1)
      .transform(usesOf)
      .prefault(defaultConfig.emitters.map(({ use }) => use))
      .meta({
        description:
          "What to generate: names of built-in emitters, emitters of your own, or objects with `use`, `options`, `output` and `importExtension`. Default: `typescript`, `markdown`, `json`, `json-schema` and `page`.",
      }),
    enumStyle: z.enum(enumStyles).default(defaultConfig.enumStyle).meta({
      description:
        "How codes are declared in TypeScript: `enum`, `const-object` or `union`. Default: `enum`.",
    }),
    importExtension: z.enum(importExtensions).default(defaultConfig.importExtension).meta({
      description:
        "The extension in the imports of the generated modules: `js`, `ts` or `none`. Default: `js`.",
    }),
    rules: z
      .strictObject(Object.fromEntries(lintRuleIds.map((id) => [id, severity.optional()])))
      .default({})
      .meta({
        description:
          "The severity of each lint rule, by rule id: `off`, `warning` or `error`. Default: the rule's own.",
      }),
    readers: z
      .array(
        z.custom<Reader>((value) => mistakeInReader(value) === undefined, {
          error: ({ input }) => mistakeInReader(input) ?? "",
        }),
      )
      .default([])
      .meta({ description: "Readers of your own, for pages that are not reStructuredText. Default: none." }),
    names: z.enum(["message", "code"]).optional().meta({
      description:
        "What codes are named after in TypeScript if neither their table nor their service says it: `message` or `code`. Default: `message` for status codes and `code` for error codes.",
    }),
    case: z.enum(nameCases).default(defaultConfig.case).meta({
      description:
        "How derived names are written: `pascal` for `NotFound`, `constant` for `NOT_FOUND`. Default: `pascal`.",
    }),
    services: z.record(serviceId, serviceSettings).default({}).meta({
      description:
        "What specs need not say of their services, by service id: `name`, `prefix`, `names`, and `pages`, the folders and files that `import` reads as pages of the service. Default: nothing.",
    }),
    fields: z
      .record(
        fieldName,
        z.union([fieldType, fieldDefinition], {
          error:
            "use `boolean`, `string`, `url`, a list of different texts, or an object with one of these as `type`",
        }),
      )
      .refine((fields) => !endsInAnother(Object.keys(fields)), {
        message: "use names of which none ends in another",
      })
      .default({})
      .meta({
        description:
          "Fields of your own for the entries of all specs, by name: a type, or an object with `type`, `title`, `description` and `level`. A type is `boolean`, `string`, `url`, or a list of the texts to choose from. Default: none.",
      }),
    sources: z
      .strictObject({
        allow: z
          .array(z.string().regex(/^[a-z0-9.:[\]-]+$/, { error: "it is not the name or address of a host" }))
          .default([])
          .meta({
            description: "Names of hosts that may have an address of a private network. Default: none.",
          }),
      })
      .prefault({})
      .meta({
        description:
          "Where `update` and `verify --online` may fetch pages from, beside public addresses: `allow`, a list of hosts. Default: nowhere else.",
      }),
    prettier: prettierDefinition.default({}),
  })
  .meta({ title: "statusgen config", description: "The configuration of a statusgen project." });

/** Emitters as the config has them; the same one said twice is one. */
function usesOf(items: readonly (z.infer<typeof emitterUse> | EmitterUse["use"])[]): EmitterUse[] {
  const uses = items.map(
    (item) => (typeof item === "string" || isDefined(item, "emitter") ? { use: item } : (item as EmitterUse)), // Without \`undefined\`.
  );
  const isSame = (a: EmitterUse, b: EmitterUse) => typeof a.use === "string" && isDeepStrictEqual(a, b);
  return uses.filter(
    (use, index) => uses.findIndex((other) => other === use || isSame(other, use)) === index,
  );
}

/** The keys that the config knows at a place, for suggestions. */
export const configKeys: Readonly<Record<string, readonly string[]>> = {
  "": Object.keys(configDefinition.shape),
  rules: lintRuleIds,
  "emitters.*": Object.keys(emitterUse.shape),
  "services.*": Object.keys(serviceSettings.shape),
  "fields.*": Object.keys(fieldDefinition.shape),
  prettier: Object.keys(prettierDefinition.shape),
};

/** The JSON Schema of a config file, made from the definition that validates it. */
export function configJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(configDefinition, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      const form = formOf(jsonSchema.pattern ?? "");
      if (form !== undefined) jsonSchema["patternErrorMessage"] = form;
      // Code of people's own cannot be in JSON.
      delete jsonSchema.properties?.["readers"];
      if (jsonSchema.anyOf)
        jsonSchema.anyOf = jsonSchema.anyOf.filter((branch) => Object.keys(branch).length > 0);
    },
  });
}
