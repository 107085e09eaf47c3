import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Match,
  matchSpecs,
  type PageToMatch,
  type SpecToMatch,
} from "../../generator/import/matchSpecs.js";
import type { ComparedRow } from "../../generator/import/rowsInCommon.js";
import { tried } from "../emit/hostileSpecs.js";

/** `A.1 B.2`: a row for each word. */
function rowsOf(codes: string): ComparedRow[] {
  return codes
    .split(" ")
    .filter((code) => code !== "")
    .map((code) => ({ code, texts: new Map([["description", code]]) }));
}

interface Given {
  readonly id?: string;
  readonly rows: string;
  readonly source?: string;
  readonly isThere?: boolean | "unknown";
}

/** A page without `id` says none, and has that of its file. */
function pageAt(file: string, { id, rows }: Given): PageToMatch {
  return { file, id: id ?? file, hasOwnId: id !== undefined, rows: () => rowsOf(rows) };
}

function specAt(file: string, { id, rows, source, isThere = false }: Given): SpecToMatch {
  return {
    file,
    id: id ?? file,
    hasOwnId: id !== undefined,
    ...(source !== undefined && { source }),
    isSourceThere: isThere,
    rows: () => rowsOf(rows),
  };
}

function said(match: Match | undefined): string {
  if (match?.kind === "known") return match.spec.file;
  return match?.kind === "unclear" ? match.reason : (match?.kind ?? "");
}

function matched(
  pages: Readonly<Record<string, Given>>,
  specs: Readonly<Record<string, Given>>,
): Record<string, string> {
  const matches = matchSpecs(
    Object.entries(pages).map(([file, page]) => pageAt(file, page)),
    Object.entries(specs).map(([file, spec]) => specAt(file, spec)),
    new Set(Object.keys(pages)),
  );
  return Object.fromEntries([...matches].map(([file, match]) => [file, said(match)]));
}

describe("a page belongs to", () => {
  test("the spec that records its source, whatever has changed on it", () => {
    const specs = { s: { id: "x", rows: "A B", source: "p", isThere: true }, t: { id: "x", rows: "C" } };
    expect(matched({ p: { id: "x", rows: "C D E" } }, specs)).toEqual({ p: "s" });
  });

  test("the spec that records its source and has all its rows, although another has its new id", () => {
    const specs = { s: { id: "x", rows: "A B", source: "p", isThere: true }, t: { id: "y", rows: "A" } };
    expect(matched({ p: { id: "y", rows: "A B" } }, specs)).toEqual({ p: "s" });
  });

  test("the spec with its id and a row in common, where its source is gone", () => {
    const specs = { s: { id: "x", rows: "A B C", source: "old" }, t: { id: "y", rows: "A B C" } };
    expect(matched({ p: { id: "x", rows: "A D E" } }, specs)).toEqual({ p: "s" });
  });

  test("none where the spec with its id has no row in common", () => {
    expect(matched({ p: { id: "x", rows: "A" } }, { s: { id: "x", rows: "B" } })).toEqual({ p: "new" });
  });

  test.each([
    ["the page", undefined, "y"],
    ["the spec", "x", undefined],
  ])("the spec with half of its rows, where %s has no id of its own", (_which, id, specId) => {
    const page = { rows: "A B C D", ...(id !== undefined && { id }) };
    const spec = { rows: "A B E", ...(specId !== undefined && { id: specId }) };
    expect(matched({ p: page }, { s: spec })).toEqual({ p: "s" });
    expect(matched({ p: page }, { s: { ...spec, rows: "A E" } })).toEqual({ p: "new" });
  });

  test("none with another id, even if all rows are the same", () => {
    expect(matched({ p: { id: "x", rows: "A B" } }, { s: { id: "y", rows: "A B" } })).toEqual({ p: "new" });
  });

  test("none whose own page is still there: two services may have one id and most rows in common", () => {
    const spec = { id: "x", rows: "A B C", source: "a/p", isThere: true };
    expect(matched({ "b/p": { id: "x", rows: "A B D" } }, { s: spec })).toEqual({ "b/p": "new" });
  });

  test("a spec whose own page is there, as a later version of that page beside it", () => {
    const spec = { id: "x", rows: "A B C", source: "a/old", isThere: true };
    expect(matched({ "a/new": { id: "x", rows: "A B D" } }, { s: spec })).toEqual({ "a/new": "s" });
    expect(matched({ "a/copy": { id: "x", rows: "A B C" } }, { s: spec })).toEqual({ "a/copy": "new" });
    expect(matched({ "a/other": { id: "x", rows: "A D E" } }, { s: spec })).toEqual({ "a/other": "new" });
  });
});

describe("it is unclear where a page belongs", () => {
  test("where two specs fit it equally", () => {
    const specs = { s: { id: "x", rows: "A B" }, t: { id: "x", rows: "A B" } };
    expect(matched({ p: { id: "x", rows: "A B" } }, specs)).toEqual({ p: "several" });
  });

  test("where two specs record its source and have the same rows", () => {
    const specs = { s: { id: "x", rows: "A", source: "p" }, t: { id: "x", rows: "A", source: "p" } };
    expect(matched({ p: { id: "x", rows: "A" } }, specs)).toEqual({ p: "several" });
  });

  test("where two pages fit one spec equally", () => {
    const page = { id: "x", rows: "A B" };
    const specs = { s: { id: "x", rows: "A B", source: "gone/p" } };
    expect(matched({ "a/q": page, "b/q": page }, specs)).toEqual({ "a/q": "contested", "b/q": "contested" });
  });

  test("where another page is at the source that a spec records", () => {
    const spec = { id: "x", rows: "A B C", source: "p", isThere: true };
    expect(matched({ p: { id: "y", rows: "A D E" } }, { s: spec })).toEqual({ p: "replaced" });
  });

  test("where another page is at the source that a spec records, of which the spec with its id has little", () => {
    const specs = { s: { id: "x", rows: "A B C", source: "p", isThere: true }, t: { id: "y", rows: "E F" } };
    expect(matched({ p: { id: "y", rows: "A D E" } }, specs)).toEqual({ p: "replaced" });
  });

  test("where the page at a source has the rows of another spec, whose page is not given", () => {
    const specs = {
      s: { rows: "A B", source: "p", isThere: true },
      t: { rows: "C D", source: "q", isThere: true },
    };
    expect(matched({ p: { rows: "C D" } }, specs)).toEqual({ p: "replaced" });
  });

  test("where the spec's own page may still be at an address", () => {
    const spec = { id: "x", rows: "A B", source: "https://example.com/p.rst", isThere: "unknown" } as const;
    expect(matched({ p: { id: "x", rows: "A B" } }, { s: spec })).toEqual({ p: "address" });
  });
});

describe("pages of one call", () => {
  test("that are the same, as those of two services are, stay apart", () => {
    const page = { id: "x", rows: "A B" };
    expect(matched({ "a/p": page, "b/p": page }, {})).toEqual({ "a/p": "new", "b/p": "new" });
    const specs = {
      s: { ...page, source: "a/p", isThere: true },
      t: { ...page, source: "b/p", isThere: true },
    };
    expect(matched({ "a/p": page, "b/p": page }, specs)).toEqual({ "a/p": "s", "b/p": "t" });
  });

  test("that were renamed in their folders, or moved with them, are told apart by these", () => {
    const page = { id: "x", rows: "A B" };
    const specs = { s: { ...page, source: "d/a/p" }, t: { ...page, source: "d/b/p" } };
    expect(matched({ "d/a/q": page, "d/b/q": page }, specs)).toEqual({ "d/a/q": "s", "d/b/q": "t" });
    expect(matched({ "e/a/p": page, "e/b/p": page }, specs)).toEqual({ "e/a/p": "s", "e/b/p": "t" });
  });

  test("do not share a spec: the one that fits best has it, and the other gets its own", () => {
    const pages = { p: { id: "x", rows: "A B C" }, q: { id: "x", rows: "A D E" } };
    expect(matched(pages, { s: { id: "x", rows: "A B C" } })).toEqual({ p: "s", q: "new" });
  });

  test("of which one fits only specs that fit others better gets its own", () => {
    const specs = { s: { id: "x", rows: "A B" }, t: { id: "x", rows: "A C" } };
    const pages = { p: { id: "x", rows: "A B" }, q: { id: "x", rows: "A C" }, r: { id: "x", rows: "A D" } };
    expect(matched(pages, specs)).toEqual({ p: "s", q: "t", r: "new" });
  });

  test("that swapped their files keep their specs", () => {
    const specs = {
      s: { id: "x", rows: "A B", source: "p", isThere: true },
      t: { id: "y", rows: "A B", source: "q", isThere: true },
    };
    const pages = { p: { id: "y", rows: "A B" }, q: { id: "x", rows: "A B" } };
    expect(matched(pages, specs)).toEqual({ p: "t", q: "s" });
    const unnamed = {
      s: { rows: "A B", source: "p", isThere: true },
      t: { rows: "C D", source: "q", isThere: true },
    };
    expect(matched({ p: { rows: "C D" }, q: { rows: "A B" } }, unnamed)).toEqual({ p: "t", q: "s" });
  });

  test("of which one took another's place, which has moved, are told apart", () => {
    const specs = { s: { id: "x", rows: "A B", source: "p", isThere: true } };
    const pages = { p: { id: "y", rows: "C D" }, "v1/p": { id: "x", rows: "A B" } };
    expect(matched(pages, specs)).toEqual({ p: "new", "v1/p": "s" });
  });
});

/** Few ids, rows and folders, so that most pages have something in common with others. */
const anyPage = fc.record({
  id: fc.option(fc.constantFrom("x", "y"), { nil: undefined }),
  rows: fc
    .uniqueArray(fc.constantFrom("A", "B", "C", "D", "E"), { minLength: 1 })
    .map((rows) => rows.join(" ")),
});
const files = ["a/p", "a/q", "b/p", "b/q", "c/p"];
const anyPages = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...files), anyPage), { minLength: 1, selector: ([file]) => file })
  .map((pages) =>
    pages.map(([file, { id, rows }]) => pageAt(file, { rows, ...(id !== undefined && { id }) })),
  );
const anySpecs = fc
  .array(
    fc.record({
      page: anyPage,
      source: fc.option(fc.constantFrom(...files, "d/p"), { nil: undefined }),
      isThere: fc.boolean(),
    }),
    { maxLength: 5 },
  )
  .map((specs) =>
    specs.map(({ page: { id, rows }, source, isThere }, index) =>
      specAt(`s${index}`, {
        rows,
        ...(id !== undefined && { id }),
        ...(source !== undefined && { source, isThere: isThere || files.includes(source) }),
      }),
    ),
  );
const givenOf = (pages: readonly PageToMatch[]) => new Set(pages.map(({ file }) => file));

function allSaid(pages: readonly PageToMatch[], specs: readonly SpecToMatch[]): Record<string, string> {
  const matches = matchSpecs(pages, specs, givenOf(pages));
  return Object.fromEntries(pages.map(({ file }) => [file, said(matches.get(file))]));
}

test("every page is told where it belongs, whatever the order of pages and specs; no two share a spec", () => {
  fc.assert(
    fc.property(anyPages, anySpecs, fc.integer(), (pages, specs, turn) => {
      const found = allSaid(pages, specs);
      const turned = <Each>(all: readonly Each[]) => {
        const at = all.length === 0 ? 0 : Math.abs(turn) % all.length;
        return [...all.slice(at), ...all.slice(0, at)].reverse();
      };
      expect(allSaid(turned(pages), turned(specs))).toEqual(found);
      const taken = Object.values(found).filter((each) => /^s\d$/.test(each));
      expect(new Set(taken).size).toBe(taken.length);
    }),
    tried(2_000),
  );
});

test("a page that is added moves no other page from one spec to another", () => {
  fc.assert(
    fc.property(anyPages, anySpecs, (pages, specs) => {
      fc.pre(pages.length > 1 && !specs.some(({ source }) => source === pages[0]?.file));
      const before = allSaid(pages.slice(1), specs);
      const after = allSaid(pages, specs);
      for (const [file, spec] of Object.entries(before)) {
        if (/^s\d$/.test(spec) && /^s\d$/.test(after[file] ?? "")) expect(after[file]).toBe(spec);
      }
    }),
    tried(3_000),
  );
});

/** The specs after a call: each page that is imported is what its spec records. */
function specsAfter(pages: readonly PageToMatch[], specs: readonly SpecToMatch[]): SpecToMatch[] {
  const matches = matchSpecs(pages, specs, givenOf(pages));
  const after = new Map(specs.map((spec) => [spec.file, spec]));
  for (const page of pages) {
    const match = matches.get(page.file);
    if (match?.kind === "unclear") continue;
    const file = match?.kind === "known" ? match.spec.file : `new ${page.file}`;
    after.set(file, { ...page, file, source: page.file, isSourceThere: true });
  }
  return [...after.values()];
}

test("pages of different folders get the same specs one by one, in any order, as together; and keep them", () => {
  const inFolders = fc
    .array(anyPage, { minLength: 2, maxLength: 5 })
    .map((pages) =>
      pages.map(({ id, rows }, index) => pageAt(`${index}/p`, { rows, ...(id !== undefined && { id }) })),
    );
  const namesOf = (specs: readonly SpecToMatch[]) =>
    specs.map(({ file, source }) => `${file} ${source ?? ""}`).sort();
  fc.assert(
    fc.property(inFolders, (pages) => {
      const together = specsAfter(pages, []);
      expect(together).toHaveLength(pages.length);
      const oneByOne = [...pages]
        .reverse()
        .reduce<SpecToMatch[]>((specs, page) => specsAfter([page], specs), []);
      expect(namesOf(oneByOne)).toEqual(namesOf(together));
      expect(namesOf(specsAfter(pages, together))).toEqual(namesOf(together));
    }),
    tried(1_000),
  );
});
