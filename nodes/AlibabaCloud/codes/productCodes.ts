/**
 * The list of Chat App Message Service (CAMS), the product behind all operations of this node.
 *
 * @see https://www.alibabacloud.com/help/en/chatapp/developer-reference/api-error-codes
 */
import { fixAccount, fixInput } from '../../engine/words/declare';
import type { ErrorCodes } from '../../engine/words/operation';

const onlyDigits = 'Write the phone number with digits only, without plus sign';
const choose = 'Choose one that Alibaba Cloud offers';
const fillIn = 'Fill it in';

/** The product lists these for all of its APIs; they concern messages and templates, which this node does not send. */
const aboutMessages = {
	'InvalidParameter.ChannelTypeNotSupport': fixInput('Alibaba Cloud does not offer this channel', choose),
	'InvalidParameter.PageInvalid': fixInput(
		'Alibaba Cloud does not take this page of a list',
		'Ask for fewer entries',
	),
	'InvalidParameter.MessageInvalid': fixInput('Alibaba Cloud does not take this message', 'Correct the message'),
	'InvalidParameter.MessageTypeNotEmpty': fixInput('The type of the message is empty', fillIn),
	'InvalidParameter.MessageTypeNotSupport': fixInput('Alibaba Cloud does not offer this type of message', choose),
	'InvalidParameter.ContentNotEmpty': fixInput('The content of the message is empty', fillIn),
	'InvalidParameter.ContentError': fixInput('Alibaba Cloud does not take this content', 'Correct the content'),
	'InvalidParameter.TextNotEmpty': fixInput('The text of the message is empty', fillIn),
	'InvalidParameter.LinkNotEmpty': fixInput('The link of the message is empty', fillIn),
	'InvalidParameter.SendSmsNotSupport': fixInput(
		'Alibaba Cloud does not send this message as SMS instead',
		'Switch the SMS off',
	),
} satisfies ErrorCodes;

const templateMissing = fixInput('The template does not exist', 'Check the code of the template');
const correctTemplate = 'Correct the template';

/** Two codes are spelt in two ways, according to the edition of the page. */
const aboutTemplates = {
	'InvalidParameter.FooterHaveVariable': fixInput(
		'The footer of the template has a variable',
		'Take the variable out',
	),
	'InvalidParameter.HeaderMoreVarable': fixInput(
		'The header of the template has too many variables',
		correctTemplate,
	),
	'InvalidParameter.HeaderMoreVariable': fixInput(
		'The header of the template has too many variables',
		correctTemplate,
	),
	'InvalidParameter.HeaderTypeNotSupport': fixInput('Alibaba Cloud does not offer this type of header', choose),
	'InvalidParameter.ButtonTextHaveVariable': fixInput(
		'The text of a button has a variable',
		'Take the variable out',
	),
	'InvalidParameter.UrlMoreVarable': fixInput('The address of a button has too many variables', correctTemplate),
	'InvalidParameter.UrlMoreVariable': fixInput('The address of a button has too many variables', correctTemplate),
	'InvalidParameter.CreateError': fixInput('The template could not be created', correctTemplate),
	'InvalidParameter.TemplateTypeNotSupport': fixInput(
		'Alibaba Cloud does not offer this type of template',
		choose,
	),
	'InvalidParameter.TemplateCodeNotEmpty': fixInput('The code of the template is empty', fillIn),
	'InvalidParameter.TemplateNameExist': fixInput('A template of this name exists already', 'Choose another name'),
	'InvalidParameter.AuditStatusNotSupport': fixInput(
		'Alibaba Cloud does not take the review status of the template',
		'Check the review status',
	),
	'DelError.TemplateNotExist': templateMissing,
	'DetailError.TemplateNotExist': templateMissing,
	'TemplateListError.QueryError': fixInput('The templates could not be listed', 'Check the values of the query'),
} satisfies ErrorCodes;

/** Codes about the number and the language of a verification code. */
const aboutCodes = {
	'InvalidParameter.PhoneNumberError': fixInput(
		'Alibaba Cloud does not accept this phone number',
		'Correct the phone number',
	),
	'InvalidParameter.FromOnlyNumeric': fixInput('The sender number has other signs than digits', onlyDigits),
	'InvalidParameter.ToOnlyNumeric': fixInput('The receiver number has other signs than digits', onlyDigits),
	'InvalidParameter.LanguageNotSupport': fixInput(
		'Alibaba Cloud does not offer this language',
		'Choose another language',
	),
	'InvalidParameter.LanguageNotEmpty': fixInput('The language is empty', 'Choose a language'),
} satisfies ErrorCodes;

/** Codes of the product. */
export const productCodes = {
	'Authentication.NoAuth': fixAccount(
		'The account or the RAM user of this key may not do this',
		'Grant the action to the RAM user or role in the Alibaba Cloud console',
	),
	...aboutCodes,
	...aboutMessages,
	...aboutTemplates,
} satisfies ErrorCodes;
