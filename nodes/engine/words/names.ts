/** How a documented parameter is called in n8n. Saved workflows rely on it. */

/**
 * The parameter's name in n8n: the wire name in lowerCamelCase, such as `PhoneNum` -> `phoneNum`,
 * `contact_way` -> `contactWay`, `X-Language` -> `xLanguage`.
 */
export const parameterName = (wire: string): string => {
	const joined = wire
		.split(/[-_.]/)
		.filter((part) => part !== '')
		.map((part) => part.charAt(0).toUpperCase() + part.slice(1))
		.join('');
	return joined.charAt(0).toLowerCase() + joined.slice(1);
};

/** The collection in which optional parameters stand. */
export const optionalFields = 'additionalFields';

/** The collection of switches that every operation has. */
export const optionsCollection = 'options';
