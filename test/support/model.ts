/** A server that speaks the protocol of OpenAI's chat completions, and says what a test told it to say. */
import type { AddressInfo } from 'node:net';
import express from 'express';

/** A message of a conversation, as far as it is read here. */
export interface ModelMessage {
	readonly role: string;
	readonly content: string;
}

/** What n8n asked the model. */
export interface ModelRequest {
	readonly messages: readonly ModelMessage[];
	readonly tools?: ReadonlyArray<{ readonly function: { readonly name: string; readonly description: string; readonly parameters: unknown } }>;
}

/** What the model says: a text, or the call of a tool. */
export type Reply =
	| { readonly text: string }
	| { readonly tool: string; readonly parameters: Readonly<Record<string, unknown>> };

/** A model under way. */
export interface Model {
	/** For n8n's credential, such as `http://127.0.0.1:1234/v1`. */
	readonly url: string;
	/** What it was asked, in order. */
	readonly requests: readonly ModelRequest[];
	/** Decides what it says from now on. */
	readonly follow: (script: (request: ModelRequest) => Reply) => void;
	readonly close: () => Promise<void>;
}

const messageOf = (reply: Reply, count: number) =>
	'text' in reply
		? { role: 'assistant', content: reply.text }
		: {
				role: 'assistant',
				content: null,
				tool_calls: [
					{
						id: `call_${String(count)}`,
						type: 'function',
						function: { name: reply.tool, arguments: JSON.stringify(reply.parameters) },
					},
				],
			};

/** Starts the model on a free port of this machine. */
export async function startModel(): Promise<Model> {
	const requests: ModelRequest[] = [];
	let script: (request: ModelRequest) => Reply = () => ({ text: 'Nobody told me what to say.' });
	const app = express();
	app.use(express.json({ limit: '10mb' }));
	app.post('/v1/chat/completions', (request, response) => {
		const asked = request.body as ModelRequest;
		requests.push(asked);
		const reply = script(asked);
		response.json({
			id: `chatcmpl-${String(requests.length)}`,
			object: 'chat.completion',
			created: 0,
			model: 'local',
			choices: [{ index: 0, message: messageOf(reply, requests.length), finish_reason: 'text' in reply ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		});
	});
	const server = app.listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	return {
		url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`,
		requests,
		follow: (next) => {
			script = next;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
