import { defineEmitter } from "statusgen";
import {
  anchorId,
  cellText,
  errorCodesOf,
  headerSentence,
  markdownForReaders,
  statusCodesOf,
} from "statusgen/emit";

/** `<service>.md`: a page for a site generator, which reads its title from the front matter. */
export const frontMatter = defineEmitter({
  name: "front-matter",
  service: (service, options) => {
    const codes = [
      ...statusCodesOf(service).map(({ code, description }) => ({
        code,
        description,
      })),
      ...errorCodesOf(service).map(
        ({ code, entries: [{ message, description }] }) => ({
          code,
          description: description ?? message ?? "",
        }),
      ),
    ];
    const sections = codes.map(({ code, description }) => {
      const heading = `## <a id="${anchorId(code)}"></a>${cellText([{ type: "text", value: code }])}`;
      return `\n${heading}\n\n${markdownForReaders(description)}\n`;
    });
    // A string literal of JSON is one of YAML.
    const head = [
      "---",
      `title: ${JSON.stringify(service.name)}`,
      `# ${headerSentence(options)}`,
      "---",
    ];
    return [
      {
        path: `${service.id}.md`,
        text: `${head.join("\n")}\n${sections.join("")}`,
      },
    ];
  },
});
