import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type CompletionItem,
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { repository } from "../testProject.js";

/** As in an editor, but without the schemas that the server would look up on the network. */
const settings = {
  yaml: { schemaStore: { enable: false }, validate: true, hover: true, completion: true },
};

/** What stands for the cursor in a text. */
export const cursor = "‸";

/** A text, with the cursor in it where the cursor matters. */
interface TextAtCursor {
  readonly uri: string;
  readonly text: string;
}

/** What an editor asks of the YAML language server. */
export interface Editor {
  diagnosticsOf(file: TextAtCursor): Promise<readonly Diagnostic[]>;
  completionsAt(file: TextAtCursor): Promise<readonly CompletionItem[]>;
  hoverAt(file: TextAtCursor): Promise<Hover | null>;
  close(): Promise<void>;
}

/** Starts the language server that editors start, as they do: over standard input and output. */
export async function startEditor(more: Readonly<Record<string, unknown>> = {}): Promise<Editor> {
  const require = createRequire(import.meta.url);
  const server = dirname(require.resolve("yaml-language-server/package.json"));
  const child = spawn(process.execPath, [join(server, "bin/yaml-language-server"), "--stdio"]);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ section }) => (section === "yaml" ? { ...settings.yaml, ...more } : {})),
  );
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    published.get(uri)?.(diagnostics);
  });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol still asks for it
    rootUri: pathToFileURL(repository).href,
    workspaceFolders: [{ uri: pathToFileURL(repository).href, name: "repository" }],
    capabilities: {
      workspace: { configuration: true },
      textDocument: { hover: { contentFormat: ["markdown"] } },
    },
  });
  await connection.sendNotification(InitializedNotification.type, {});

  return {
    diagnosticsOf: open,
    async completionsAt(file) {
      await open(file);
      const result = await connection.sendRequest(CompletionRequest.type, placeOf(file));
      return Array.isArray(result) ? result : (result?.items ?? []);
    },
    async hoverAt(file) {
      await open(file);
      return connection.sendRequest(HoverRequest.type, placeOf(file));
    },
    async close() {
      const ended = new Promise((resolve) => child.on("close", resolve));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    },
  };

  /** Opens the file, and waits until the server has said what it finds wrong with it. */
  async function open({ uri, text }: TextAtCursor): Promise<readonly Diagnostic[]> {
    const diagnostics = new Promise<readonly Diagnostic[]>((resolve) => published.set(uri, resolve));
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "yaml", version: 1, text: text.replace(cursor, "") },
    });
    return diagnostics;
  }
}

function placeOf({ uri, text }: TextAtCursor) {
  const before = text.slice(0, text.indexOf(cursor)).split("\n");
  return {
    textDocument: { uri },
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}
