/** Whom the example workflows name: nobody, should they ever meet a key that really sends. */
import { type Node, isNote, workflowFiles, workflowText } from '../support/workflowFiles';

/** Digits as somebody may dial them: eight and more, with what people write between them. */
const dialled = /(?<![\w.-])[+(]?\d(?:[\s().-]{0,2}\d){7,}/g;

/** +1 555-0100 to 0199 in any area, +44 7700 900000 to 900999, with or without country code; both are reserved for fiction. */
const fiction = /^(?:1?[2-9]\d{2}55501\d{2}|(?:44|0)?7700900\d{3})$/;

const addresses = /[\w.+-]+@[\w.-]+\w/g;

const found = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([match]) => match);

test('what is looked for is found, and what is reserved passes', () => {
	const text = 'e.g. 8613800001234, +852 5123-4567 or (202) 555 0100, 07700 900123 and +44 7700 900999';
	const numbers = found(text, dialled).map((number) => number.replace(/\D/g, ''));
	expect(numbers.filter((number) => !fiction.test(number))).toEqual(['8613800001234', '85251234567']);
	expect(numbers).toHaveLength(5);
});

interface Row {
	readonly name?: string;
	readonly about?: string;
	readonly phone?: string;
	readonly phoneNum?: string;
	readonly phoneNumber?: string;
	readonly contact?: string;
}

const recipientsOf = ({ parameters }: Node): readonly Row[] | undefined => {
	const json = parameters['jsonOutput'];
	if (typeof json !== 'string' || json.startsWith('=')) return undefined;
	return (JSON.parse(json) as { readonly recipients: readonly Row[] }).recipients;
};

describe.each(workflowFiles)('%s', (_file, workflow) => {
	const { nodes } = workflow;

	test('names no number and no address that could be anybody’s', () => {
		const texts = nodes.flatMap(({ parameters }) => workflowText(parameters));
		const numbers = texts.flatMap((text) => found(text, dialled)).filter((number) => !fiction.test(number.replace(/\D/g, '')));
		const mails = texts.flatMap((text) => found(text, addresses)).filter((address) => !/@example\.com$|\.example$/.test(address));
		expect([...numbers, ...mails]).toEqual([]);
	});

	test('begins its list of recipients, where it has one, with yours', () => {
		const lists = nodes.map(recipientsOf).filter((list) => list !== undefined);
		expect(lists.map(([first]) => first?.about ?? first?.name)).toEqual(lists.map(() => 'Your recipient'));
	});

	test('says what happens with a key that really sends, and that n8n puts one in by itself', () => {
		const notes = nodes.filter(isNote).map(({ parameters }) => String(parameters['content'])).join('\n');
		expect(notes).toContain('With a credential of your own');
		expect(notes).toContain('may cost money');
		expect(notes).toContain('n8n puts your only credential of a kind in by itself');
	});
});

test('the workflows that draw outputs say what becomes of their wires when others are chosen', () => {
	const drawn = workflowFiles.filter(([, { nodes }]) =>
		nodes.some(({ name }) => name === 'About the Outputs' || name === 'About the Routes'),
	);
	expect(drawn.length).toBeGreaterThan(4);
	for (const [file, { nodes }] of drawn) {
		const notes = nodes.filter(isNote).map(({ parameters }) => String(parameters['content'])).join('\n');
		expect({ file, notes }).toEqual({ file, notes: expect.stringContaining('n8n keeps wires by position') });
	}
});

test('who sends a code by the form of all three clouds is not told that a cloud was asked', () => {
	const [, allThree] = workflowFiles.find(([file]) => file === 'all-three-clouds.json') ?? [];
	const texts = (allThree?.nodes ?? []).flatMap(({ parameters }) => workflowText(parameters));
	expect(texts.filter((text) => /was asked/i.test(text))).toEqual([]);
	expect(texts).toContainEqual(expect.stringContaining('does not know whether a code was sent'));
});

test('no two workflows send to the same recipient, who would get too many codes when one runs after the other', () => {
	const sentTo = workflowFiles.flatMap(([file, { nodes }]) => {
		const rows = nodes.flatMap((node) => recipientsOf(node) ?? []);
		const contacts = rows.map(({ phone, phoneNum, phoneNumber, contact }) => phone ?? phoneNum ?? phoneNumber ?? contact ?? '');
		return [...new Set(contacts.filter((one) => /^(\+?1?202|\+?(44)?7700900\d{3}$)|@example\.com$/.test(one)))].map((one) => ({ file, one }));
	});
	expect(sentTo.length).toBeGreaterThan(10);
	expect(sentTo.filter(({ one }, index) => sentTo.findIndex((other) => other.one === one) !== index)).toEqual([]);
});
