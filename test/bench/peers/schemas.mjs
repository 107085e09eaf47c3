/** A service's codes as a schema, with the names and descriptions that each generator knows. */
export function schemaOf({ codes }) {
  const names = codes.map(({ message }) => message.replaceAll(/\W/g, ""));
  return {
    type: "integer",
    enum: codes.map(({ code }) => code),
    tsEnumNames: names,
    "x-enum-varnames": names,
    "x-enum-descriptions": codes.map(({ description }) => description),
  };
}

/** An OpenAPI document with a schema for each service. */
export function openApiOf(services) {
  const schemas = services.map((service) => [service.id.replace("-", "_"), schemaOf(service)]);
  return {
    openapi: "3.1.0",
    info: { title: "Services", version: "1.0.0" },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
}
