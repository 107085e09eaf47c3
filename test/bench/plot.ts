import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { medianOf, type Measured } from "./speedReport.js";

const ours = "statusgen";

/** The time that each generator takes, cold, with few services and many, as a drawing. */
export async function plot({ times }: Measured): Promise<string> {
  const bars = [2, 1_000].flatMap((count) => [
    bar(ours, count, medianOf(times, `cold, ${count}`)),
    bar(`${ours}, one spec changed`, count, count === 2 ? undefined : medianOf(times, "one of 1000 changed")),
    bar(`${ours}, nothing changed`, count, medianOf(times, `generate, nothing changed, ${count}`)),
    ...[
      "openapi-typescript",
      "hey-api",
      "json-schema-to-typescript",
      "quicktype",
      "http-status-codes' way",
    ].map((peer) => bar(peer, count, medianOf(times, `${peer}, ${count}`))),
  ]);
  const spec: TopLevelSpec = {
    data: { values: bars.filter(({ seconds }) => seconds !== undefined) },
    facet: { row: { field: "services", title: null, sort: ["2 services", "1,000 services"] } },
    resolve: { scale: { x: "independent" } },
    spec: {
      width: 480,
      mark: "bar",
      encoding: {
        x: { field: "seconds", type: "quantitative", title: "seconds, less is better" },
        y: { field: "generator", type: "nominal", title: null, sort: "x" },
        color: { field: "isOurs", type: "nominal", legend: null, scale: { range: ["#9aa5b1", "#2563eb"] } },
      },
    },
  };
  return new View(parse(compile(spec).spec), { renderer: "none" }).toSVG();
}

function bar(generator: string, count: number, milliseconds: number | undefined) {
  return {
    generator,
    services: `${count.toLocaleString("en")} services`,
    seconds: milliseconds === undefined ? undefined : milliseconds / 1_000,
    isOurs: generator.startsWith(ours) ? "yes" : "no",
  };
}
