/** The reference in docs/, made from the declarations alone: what a vendor's node asks, answers and refuses. */
import { localCodes } from '../../nodes/engine/words/localCodes';
import { optionalFields, parameterName } from '../../nodes/engine/words/names';
import type { AnswerField, Circumstances, ErrorCode, ErrorFamily, ErrorMeaning, Field, Operation, Vendor } from '../../nodes/engine/words/operation';
import { categoryLabels } from '../../nodes/engine/words/branches';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
	[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

function limits(field: Field): string {
	switch (field.type) {
		case 'text':
			return [
				field.length === undefined ? '' : `${String(field.length[0])} to ${String(field.length[1])} characters`,
				field.format?.allowed ?? '',
				field.reads?.takes ?? '',
				...Object.entries(field.readsBy?.readings ?? {}).map(([value, { takes }]) => `with \`${field.readsBy?.field ?? ''}\` ${value}: ${takes}`),
				...Object.entries(field.formatBy?.formats ?? {}).map(
					([value, { allowed }]) => `with \`${field.formatBy?.field ?? ''}\` ${value}: ${allowed}`,
				),
				field.refused === undefined ? '' : `not ${field.refused.join(', ')}`,
				field.sameAs === undefined ? '' : `the same as \`${field.sameAs}\``,
			]
				.filter((limit) => limit !== '')
				.join('; ');
		case 'choice':
			return field.choices.map(({ value, name }) => `\`${String(value)}\` ${name}`).join(', ');
		case 'integer':
			return field.range === undefined ? '' : `${String(field.range[0])} to ${String(field.range[1])}`;
		case 'list':
			return field.most === undefined ? '' : `at most ${String(field.most)}`;
		case 'flag':
			return '';
	}
}

const wireTypes: Readonly<Record<Field['type'], string>> = {
	text: 'string',
	choice: 'one of',
	integer: 'integer',
	flag: 'boolean',
	list: 'list of strings',
};

const fieldRow = (field: Field): string[] => [
	`\`${field.required ? '' : `${optionalFields}.`}${parameterName(field.wire)}\``,
	`\`${field.wire}\``,
	wireTypes[field.type],
	field.required ? 'yes' : 'no',
	field.about,
	limits(field),
	field.example === undefined ? '' : `\`${field.example}\``,
];

const answerRow = ({ wire, type, about }: AnswerField): string[] => [`\`${wire}\``, type, about];

/** Statuses as a person writes them: all that begin with 5 as one. */
const statusText = (statuses: readonly number[]): string =>
	statuses.length === 100 && statuses.every((status) => status >= 500 && status < 600) ? '5xx' : statuses.join(', ');

/** When a reading holds, as it stands behind the code. */
const underWhich = ({ statuses, texts }: Circumstances): string =>
	[
		statuses === undefined ? '' : ` under HTTP ${statusText(statuses)}`,
		texts === undefined ? '' : ` with "${texts.join('" or "')}"`,
	].join('');

const readingRow = (code: string, reading: ErrorMeaning & Circumstances, sends: boolean): string[] => [
	`\`${code}\`${underWhich(reading)}`,
	categoryLabels[reading.category],
	sends ? (reading.maybeSent ? 'yes' : 'no') : '',
	reading.retryAfterSeconds === undefined ? '' : `${String(reading.retryAfterSeconds)} s`,
	reading.happened,
	reading.todo,
];

/** The readings of a code in the order in which they are tried: what holds in certain circumstances goes first. */
function codeRows(code: string, { variants = [], ...plain }: ErrorCode, sends: boolean): string[][] {
	return [...variants.map((variant) => ({ ...plain, ...variant })), plain].map((reading) => readingRow(code, reading, sends));
}

const codeHead = ['code', 'output', 'maybe sent', 'wait', 'meaning', 'what to do'];

const codeTable = (codes: Readonly<Record<string, ErrorCode>>, sends: boolean): string =>
	table(codeHead, Object.entries(codes).flatMap(([code, entry]) => codeRows(code, entry, sends)));

const familyTable = (families: readonly ErrorFamily[], sends: boolean): string =>
	table(codeHead, families.map((family) => readingRow(family.pattern, family, sends)));

const effects: Readonly<Record<Operation['effect'], string>> = {
	message: 'Sends a message: asked for again by itself only where nothing can have gone out.',
	write: 'Changes something: asked for again by itself only where nothing can have taken effect. Refuses to run under Always Output Data.',
	read: 'Reads: asked for up to three times when the vendor is busy or does not answer.',
};

function operationSection(operation: Operation): string {
	const sends = operation.effect === 'message';
	const { families = [] } = operation;
	return [
		`### ${operation.resource.name}: ${operation.name}`,
		`\`resource: ${operation.resource.value}\`, \`operation: ${operation.value}\`. ${operation.about}. [Vendor's page](${operation.page})`,
		operation.notice === undefined ? '' : `> ${operation.notice}.`,
		`${effects[operation.effect]} At most ${String(operation.perSecond)} requests a second.`,
		operation.fields.length === 0
			? 'No parameters.'
			: table(['parameter', 'on the wire', 'type', 'required', 'what it is', 'limits', 'example'], operation.fields.map(fieldRow)),
		operation.answer.length === 0
			? 'The answer carries no data besides the request ID.'
			: `Answer${operation.listing === undefined ? '' : ` (one item for each entry of \`${operation.listing.entries}\`)`}:\n\n${table(['field', 'type', 'what it is'], operation.answer.map(answerRow))}`,
		`Codes of this operation:\n\n${codeTable(operation.codes, sends)}`,
		families.length === 0 ? '' : `Codes that no list names, for this operation:\n\n${familyTable(families, sends)}`,
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

/** In which order a code is looked for. */
const orderOfReading =
	'An error code is looked for in the list of the operation, then in the common codes. What neither names is read by the ' +
	'first family that fits: the first families, then the families of the operation, then the families of the vendor. ' +
	'The first families stand before the others because throttling, the account and faults of the service are never about ' +
	'a value, whatever else stands in the code or message. In a family `*` stands for any text, and what stands behind it ' +
	'(an HTTP status, words of the message) must hold too. A code that nothing names leaves by Vendor Fault and counts as ' +
	'maybe sent.';

function familySections({ firstFamilies = [], families }: Vendor): string[] {
	return [
		...(firstFamilies.length === 0
			? []
			: ['## First families', "Looked through before an operation's own families, in this order.", familyTable(firstFamilies, true)]),
		'## Families',
		"Looked through after an operation's own families, in this order.",
		familyTable(families, true),
	];
}

/** The reference of one vendor in Markdown. */
export function referenceOf(vendor: Vendor): string {
	return `${[
		`# ${vendor.displayName}`,
		`Every operation of the node \`${vendor.name}\`: parameters, answer, and where each error code leaves. Made from the declarations by \`npm run docs\`; do not edit.`,
		orderOfReading,
		'## Operations',
		...vendor.operations.map(operationSection),
		'## Common codes',
		codeTable(vendor.commonCodes, true),
		...familySections(vendor),
	].join('\n\n')}\n`;
}

/** The reference of the codes that the package itself gives. */
export function localReference(): string {
	return `${[
		'# Codes of this package',
		'`Local.*` codes stand where this package refused before asking the vendor, or got no usable answer. Made by `npm run docs`; do not edit.',
		codeTable(localCodes, true),
	].join('\n\n')}\n`;
}
