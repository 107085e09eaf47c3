/** A spec that uses the whole of the spec language, and nothing in which a rule finds anything. */
export const fullSpec = `service:
  id: small
  name: Small Service
  prefix: Small
page:
  id: small
  title: Codes
  source: pages/codes.rst
tables:
  - kind: status-codes
    label: table1
    title: Status codes
    lead: "{table} describes status codes."
    columns: [Status Code, Message, Description, { other: Note }]
    entries:
      - code: 200
        name: Fine
        message: OK
        description: It worked.
        other:
          Note: None.
        retired: "2.0"
        deviations:
          description:
            original: It workd.
            reason: The page has a slip of the pen.
  - kind: error-codes
    columns: [Status Code, Error Code, Module, Error Message, Description, Solution]
    entries:
      - code: SMALL.0001
        status: 400
        module: Core
        message: It failed.
        description: It did not work.
        solution: Try again.
`;
