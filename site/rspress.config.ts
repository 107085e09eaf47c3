import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "@rspress/core";
import { writePages } from "./pages.js";

const root = join(import.meta.dirname, "..");
const pages = join(import.meta.dirname, "pages");
const repository = "https://github.com/otc-status-codes/otc-status-codes";

writePages(root, pages, `${repository}/blob/main`);

/** The guides, in the order in which people read them. */
const guides = {
  "Start here": ["own-codes", "from-a-page"],
  "Look things up": [
    "spec",
    "commands",
    "diff",
    "rules",
    "config",
    "output",
    "extending",
    "api",
    "ci",
  ],
  "Good to know": ["performance", "dependencies"],
};

/** A page in the sidebar, by the heading that it begins with. */
function item(page: string) {
  const [, text = page] =
    /^# (.*)$/m.exec(readFileSync(join(pages, `${page}.md`), "utf8")) ?? [];
  return { text, link: `/${page.replace(/(?<=^|\/)index$/, "")}` };
}

const codes = readdirSync(join(pages, "codes"), { withFileTypes: true });
const services = codes
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `codes/${name}`);

export default defineConfig({
  root: pages,
  outDir: "dist",
  title: "statusgen",
  description:
    "Status codes as TypeScript, proven to say what the vendor's page says.",
  icon: "/icon.svg",
  llms: true,
  globalStyles: join(import.meta.dirname, "site.css"),
  markdown: { link: { checkDeadLinks: true } },
  themeConfig: {
    nav: [
      { text: "Guides", link: "/guide/own-codes", activeMatch: "/guide/" },
      { text: "Codes", link: "/codes/", activeMatch: "/codes/" },
      { text: "Changelog", link: "/changelog" },
    ],
    sidebar: {
      "/guide/": Object.entries(guides).map(([text, names]) => ({
        text,
        items: names.map((name) => item(`guide/${name}`)),
      })),
      "/codes/": [
        item("codes/index"),
        item("codes/comparison"),
        ...services.map((service) => ({
          ...item(`${service}/index`),
          items: readdirSync(join(pages, service))
            .filter((file) => file !== "index.md")
            .map((file) => item(`${service}/${file.replace(/\.md$/, "")}`)),
        })),
      ],
    },
    socialLinks: [{ icon: "github", mode: "link", content: repository }],
  },
});
