import { StdioServerTransport, serveStdio } from "@modelcontextprotocol/server/stdio";
import type { McpDesk } from "./mcp-desk.ts";
import { type McpServerOptions, mcpServer } from "./mcp-server.ts";

/**
 * Serves one client over standard input and output until it closes its end. Answers false where the connection was ended
 * because a message was longer than `limit` bytes.
 */
export function serveOverStdio(
  desk: McpDesk,
  options: McpServerOptions & { readonly limit: number },
): Promise<boolean> {
  const { stdin, stdout } = process;
  return new Promise((resolve) => {
    const transport = new StdioServerTransport(stdin, stdout, { maxBufferSize: options.limit });
    serveStdio(() => mcpServer(desk, options), { transport, maxSubscriptions: 0 });
    const close = transport.onclose;
    transport.onclose = () => {
      close?.();
      resolve(stdin.readableEnded || stdin.destroyed || !stdout.writable);
    };
  });
}
