import type * as Prettier from "prettier";
import * as standalone from "prettier/standalone";

/** Prettier's own tools, from its build that loads no parser; its types leave them out. */
export const { getPreferredQuote, getStringWidth, makeString } = (standalone as unknown as typeof Prettier)
  .util;
