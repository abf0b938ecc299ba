/** Tools for models (Model Context Protocol): they check, find, search and read what the archive holds. */

export { type McpDesk, Refusal } from "./mcp-desk.ts";
export { mcpHandler } from "./mcp-handler.ts";
export { type McpServerOptions, mcpServer } from "./mcp-server.ts";
export { serveOverStdio } from "./stdio.ts";
