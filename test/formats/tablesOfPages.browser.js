(texts) => {
  const unseen = /^(?:script|style|template|noscript|svg|math|iframe|object)$/i;
  const textOf = (node) => {
    if (node.nodeType === 3) return node.nodeValue;
    if (node.nodeType !== 1 || unseen.test(node.tagName)) return "";
    if (node.tagName === "IMG") return node.getAttribute("alt") ?? "";
    return [...node.childNodes].map(textOf).join("");
  };
  return texts.map((text) => {
    const tables = [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("table")];
    // `rows` has the head first and the foot last, as a browser shows them.
    return tables.map(({ rows }) =>
      [...rows].filter((row) => !row.hidden).map((row) => [...row.cells].map(textOf)),
    );
  });
};
