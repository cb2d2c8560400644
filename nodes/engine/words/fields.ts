/** The words in which the parameters and answers of a vendor's APIs are declared. */
import type { TextReading } from './readings';

/** One of a field's allowed values. */
export interface Choice {
	/** The value on the wire. */
	readonly value: string | number;
	/** The label in the form, in title case. */
	readonly name: string;
	/** A sentence below the label. */
	readonly about?: string;
}

/** A form that a text may have to have. */
export interface TextFormat {
	/** What is allowed, as it reads after "must be", such as `1 to 32 digits`. */
	readonly allowed: string;
	/** Whether the text has the form. */
	readonly test: (text: string) => boolean;
}

/** Where a field travels. The vendor's own place (body or query) when left out. */
export type FieldPlace = 'header' | 'query' | 'body';

/** An entry in a list of the form. */
export interface ListEntry {
	readonly name: string;
	readonly value: string;
}

/** Where the form finds the values to pick from. */
export type FieldSource = AskedSource | KnownSource;

/** Values that are known without asking anybody. */
export interface KnownSource {
	/** Name of the list method, unique within the vendor, such as `searchDiallingCodes`. */
	readonly method: string;
	/** Loaded when the list is opened. */
	known(): readonly ListEntry[];
}

/** Values from another operation of the same vendor that reads a list. */
export interface AskedSource {
	/** Name of the list method, unique within the vendor, such as `searchCountryCodes`. */
	readonly method: string;
	/** Public names of the operation that reads the list. */
	readonly from: { readonly resource: string; readonly operation: string };
	/** Parameters of that operation taken from the form: its wire name, then the wire name of the form's field. */
	readonly parameters?: Readonly<Record<string, string>>;
	/**
	 * What an entry of the list offers.
	 *
	 * @param chosen - gives what the form holds for a field, by its wire name.
	 */
	choices(entry: Readonly<Record<string, unknown>>, chosen: (wire: string) => string): readonly ListEntry[];
}

interface FieldBase {
	/** The vendor's name of the parameter, such as `PhoneNum`. */
	readonly wire: string;
	/** The label in the form, in title case. */
	readonly label: string;
	/** What the parameter is, one sentence without a full stop. */
	readonly about: string;
	readonly required: boolean;
	/** A value as the vendor's page shows it; becomes the placeholder. */
	readonly example?: string;
	readonly place?: FieldPlace;
	/** True for what must not be shown again: passwords and received codes. */
	readonly secret?: boolean;
	/** True for the phone number or address of a person; the switch Mask Contact covers it. */
	readonly contact?: boolean;
	/** Lets the person pick from the account's own values. */
	readonly source?: FieldSource;
}

/** A text, sent as a JSON string. */
export interface TextField extends FieldBase {
	readonly type: 'text';
	/** Fewest and most characters. */
	readonly length?: readonly [number, number];
	/** Allowed form. */
	readonly format?: TextFormat;
	/** Allowed form by the value of another field: wire name, then format by that field's value. */
	readonly formatBy?: { readonly field: string; readonly formats: Readonly<Record<string, TextFormat>> };
	/** How the text is read as people write it, before everything else here judges it. */
	readonly reads?: TextReading;
	/** How it is read by the value of another field: wire name, then reading by that field's value. */
	readonly readsBy?: { readonly field: string; readonly readings: Readonly<Record<string, TextReading>> };
	/** Values that the vendor's page refuses. */
	readonly refused?: readonly string[];
	/** Wire name of the field that must hold the same text (a repeated password). */
	readonly sameAs?: string;
	/** True where spaces at the ends belong to the value, as in a password. */
	readonly verbatim?: boolean;
	/** True for what only dresses up the answer: a value that cannot be sent is left out and stops nothing. */
	readonly display?: boolean;
	readonly default?: string;
}

/** One of documented values, sent as the type that the choices have. */
export interface ChoiceField extends FieldBase {
	readonly type: 'choice';
	readonly choices: readonly Choice[];
	/** True where the vendor says that there may be more values than it lists; an expression may give another text. */
	readonly open?: boolean;
	readonly default?: string | number;
}

/** A whole number, sent as a JSON number. */
export interface IntegerField extends FieldBase {
	readonly type: 'integer';
	/** Least and greatest value. */
	readonly range?: readonly [number, number];
	readonly default?: number;
}

/** True or false, sent as a JSON boolean. */
export interface FlagField extends FieldBase {
	readonly type: 'flag';
	readonly default?: boolean;
}

/** A list of texts, entered with commas between them, sent as a JSON array. */
export interface ListField extends FieldBase {
	readonly type: 'list';
	/** Most entries. */
	readonly most?: number;
}

/** One documented request parameter. */
export type Field = TextField | ChoiceField | IntegerField | FlagField | ListField;

/** One documented field of the answer. */
export interface AnswerField {
	/** The vendor's name, with dots and `[]` for what is inside, such as `Data[].Code`. */
	readonly wire: string;
	readonly type: 'string' | 'integer' | 'boolean' | 'object' | 'array';
	readonly about: string;
	/** True for the phone number or address of a person; the switch Mask Contact covers it. */
	readonly contact?: boolean;
	/** A value as the vendor's page shows it; simulated answers carry it. */
	readonly example?: unknown;
	/** True for what stays when an answer of many fields is simplified. */
	readonly main?: boolean;
}
