/** The very bytes of a request's body, and the shape in which n8n sends them on unchanged. */
import { queryText } from './encoding';
import { objectPairs } from './form';
import { SigningRefusal } from './refusal';

/** The content type of HTML forms. */
export const formType = 'application/x-www-form-urlencoded';

/** The content type of JSON. */
export const jsonType = 'application/json';

/** A body as it goes out. */
export interface Body {
	/** The bytes; none when left out. */
	readonly bytes?: string | Buffer;
	/** The content type that the body's shape implies; undefined for a bare text. */
	readonly implied?: string;
}

const has = (value: object, method: string): boolean => typeof Reflect.get(value, method) === 'function';

const isFile = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	!(value instanceof URLSearchParams) &&
	(has(value, 'pipe') || has(value, 'append') || has(value, 'stream'));

function jsonOf(value: unknown): string | undefined {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
}

function asJson(value: unknown): Buffer {
	const json = jsonOf(value);
	if (json !== undefined) return Buffer.from(json, 'utf8');
	throw new SigningRefusal('The body cannot be written as JSON: it refers to itself or holds a BigInt value.');
}

const isForm = (contentType: string | undefined): boolean =>
	contentType?.toLowerCase().startsWith(formType) === true;

/**
 * The bytes in the shape that n8n leaves as it is, by the content type that goes out with them: it wants forms as a
 * text, and writes every other text anew.
 */
export function asSent(bytes: string | Buffer, contentType: string | undefined): string | Buffer {
	if (isForm(contentType)) return bytes.toString('utf8');
	return typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
}

/** Nothing, an empty text, an object without entries, a list without entries. */
const isEmpty = (value: unknown): boolean => {
	if (value === undefined || value === null || value === '') return true;
	return typeof value === 'object' && !(value instanceof URLSearchParams) && Object.keys(value).length === 0;
};

function objectBody(value: object, contentType: string | undefined): Body {
	if (value instanceof URLSearchParams) return { bytes: value.toString(), implied: formType };
	if (Buffer.isBuffer(value)) return isForm(contentType) ? { bytes: value.toString('utf8') } : { bytes: value };
	if (value instanceof ArrayBuffer) return { bytes: Buffer.from(value) };
	if (ArrayBuffer.isView(value)) return { bytes: Buffer.from(value.buffer, value.byteOffset, value.byteLength) };
	return isForm(contentType)
		? { bytes: queryText(objectPairs(value)), implied: formType }
		: { bytes: asJson(value), implied: jsonType };
}

/** Whether a request carries what has no fixed bytes before it is sent: multipart form data, or a stream. */
export const hasFiles = ({ body, formData }: Readonly<Record<string, unknown>>): boolean =>
	isFile(body) || !isEmpty(formData);

/**
 * Reads `form`, or else `body`, of a request.
 *
 * An object becomes JSON, `{}` as well, which n8n by itself would leave out. With a content type of forms, or under
 * `form`, it becomes a form.
 *
 * @param contentType - what the caller's header says.
 * @throws SigningRefusal for what has no fixed bytes: multipart form data and streams; and for a body in a GET
 * request, which n8n would leave out after it was signed.
 */
export function bodyOf(
	request: Readonly<Record<string, unknown>>,
	method: string,
	contentType: string | undefined,
): Body {
	const { body, form } = request;
	const given = form ?? body;
	const isGivenAsForm = given === form;
	if (hasFiles(request)) {
		throw new SigningRefusal(
			'A body of files (multipart form data, binary stream) cannot be signed. Send the values as JSON or as a form.',
		);
	}
	if (method === 'GET' || method === 'HEAD') {
		if (isEmpty(given)) return {};
		throw new SigningRefusal(
			`A ${method} request carries no body. Put the values into the query, or choose the method POST.`,
		);
	}
	if (given === undefined || given === null || given === '') return {};
	if (typeof given === 'string') {
		return isForm(contentType) || isGivenAsForm
			? { bytes: given, implied: formType }
			: { bytes: Buffer.from(given, 'utf8') };
	}
	if (typeof given !== 'object') return { bytes: asJson(given), implied: jsonType };
	return objectBody(given, isGivenAsForm ? formType : contentType);
}
