/** A person in n8n's chat, over the socket that n8n's own chat window uses. */
import { randomUUID } from 'node:crypto';

/** A question with buttons, as n8n sends it for an approval. */
interface Question {
	readonly text: string;
	readonly buttons: ReadonlyArray<{ readonly text: string; readonly link: string }>;
}

/** A conversation under way. */
export interface Chat {
	/** The next text that n8n says. */
	readonly hears: () => Promise<string>;
	/** The next question, with its buttons. */
	readonly isAsked: () => Promise<Question>;
	/** Presses a button of a question, as a browser does; n8n answers nothing to programs. */
	readonly presses: (question: Question, button: string) => Promise<void>;
	readonly close: () => void;
}

/** n8n serves the page behind a button to browsers alone. */
const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';

/** How the lines of n8n's own protocol begin. */
const protocol = 'n8n|';

/** Texts in the order in which they come, for whoever waits for the next one. */
class Texts {
	private readonly come: string[] = [];
	private readonly waiting: ((text: string) => void)[] = [];

	add(text: string): void {
		const first = this.waiting.shift();
		if (first === undefined) this.come.push(text);
		else first(text);
	}

	async next(): Promise<string> {
		const first = this.come.shift();
		return first ?? (await new Promise((resolve) => this.waiting.push(resolve)));
	}
}

/**
 * Opens a conversation with a first text.
 *
 * @param n8nUrl - without a slash at the end
 * @param webhookId - of the chat trigger, which must be public
 */
export async function openChat(n8nUrl: string, webhookId: string, text: string): Promise<Chat> {
	const sessionId = randomUUID();
	const response = await fetch(`${n8nUrl}/webhook/${webhookId}/chat`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ action: 'sendMessage', sessionId, chatInput: text }),
	});
	const { executionId, resumeToken } = (await response.json()) as { executionId: string; resumeToken: string };
	const query = new URLSearchParams({ sessionId, executionId, isPublic: 'true', token: resumeToken });
	const socket = new WebSocket(`${n8nUrl.replace('http', 'ws')}/chat?${query.toString()}`);
	const texts = new Texts();
	socket.addEventListener('message', ({ data }) => {
		const said = String(data);
		if (said === `${protocol}heartbeat`) socket.send(`${protocol}heartbeat-ack`);
		if (!said.startsWith(protocol)) texts.add(said);
	});
	return {
		hears: async () => await texts.next(),
		isAsked: async () => JSON.parse(await texts.next()) as Question,
		presses: async ({ buttons }, button) => {
			const link = buttons.find((one) => one.text === button)?.link;
			if (link === undefined) throw new Error(`The question has no button "${button}".`);
			await fetch(link, { headers: { 'user-agent': browser } });
		},
		close: () => {
			socket.close();
		},
	};
}
