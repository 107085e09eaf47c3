import { fromHtml } from "hast-util-from-html";
import { defineReader } from "../reader.js";
import { beyondLimits } from "./beyondLimits.js";
import { pageOfTree } from "./pageOfTree.js";

/** Reads HTML: the tables and codes that a browser shows. */
export const html = defineReader({
  name: "html",
  accepts: /\.x?html?$/i,
  read(bytes) {
    const text = new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, "\n");
    return beyondLimits(text) ?? pageOfTree(fromHtml(text), text);
  },
});
