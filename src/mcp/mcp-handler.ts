import { createMcpHandler } from "@modelcontextprotocol/server";
import type { McpDesk } from "./mcp-desk.ts";
import { type McpServerOptions, mcpServer } from "./mcp-server.ts";

/**
 * Answers the protocol over streamable HTTP, each request by itself: without sessions, and for clients of older versions
 * too. Whose requests are answered is for the caller to see to. `limit`: bytes of a request at the most.
 */
export function mcpHandler(
  desk: McpDesk,
  options: McpServerOptions & { readonly limit: number },
): (request: Request) => Promise<Response> {
  // The tools never change: there is nothing to subscribe to, and no stream that would outlive its request.
  const { fetch } = createMcpHandler(() => mcpServer(desk, options), {
    maxRequestBodySize: options.limit,
    maxSubscriptions: 0,
  });
  return (request) => fetch(request);
}
