/**
 * What Markdown's parser and printer are given: their time grows with the square of the marks of a text, and
 * with all lines and characters. Of 57 real pages, the most is 505 characters and 37 marks in a text, 20,000
 * characters and 900 marks on a page.
 */
const mostOfText = { characters: 100_000, marks: 500 };
const mostOfFile = { characters: 500_000, marks: 20_000 };

/** Both as diagnostics say them. */
export const textLimit = inWords(mostOfText);
export const fileLimit = inWords(mostOfFile);

function inWords({ characters, marks }: typeof mostOfText): string {
  return `${characters.toLocaleString("en")} characters, or ${marks.toLocaleString("en")} line ends and marks`;
}

/** Line ends, the signs that can begin markup, and the markers of lists. */
const mark = /[\n\r[\]*_`|<>\\~&!#+^$]|(?<!\S)(?:-|[0-9]+[.)])(?!\S)/g;

/** Tells whether a text is longer, or has more marks, than any cell of a table that people write. */
export function isTooMuch(text: string): boolean {
  return text.length > mostOfText.characters || marksIn(text) > mostOfText.marks;
}

/** Counts the texts of one file; tells whether another text is still within what a file can have. */
export function textBudget(): (text: string) => boolean {
  const left = { ...mostOfFile };
  return (text) => {
    left.characters -= text.length;
    if (left.characters >= 0) left.marks -= marksIn(text);
    return left.characters >= 0 && left.marks >= 0;
  };
}

/** How many line ends and marks a text has. */
export function marksIn(text: string): number {
  return text.match(mark)?.length ?? 0;
}
