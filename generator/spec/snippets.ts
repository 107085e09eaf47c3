/** What an editor fills in where a new item begins; `$1`, `$2` are the places to write at, one after the other. */
export function snippet(label: string, body: Readonly<Record<string, unknown>>) {
  return { defaultSnippets: [{ label, description: `Insert ${label}.`, body }] };
}

export const newStatus = { code: "${1:404}", message: "${2:Not Found}", description: "${3:What it means.}" };
export const newError = { code: "${1:SHOP.0001}", message: "${2:What happened.}" };
