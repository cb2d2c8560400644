/** Some industries as GetTradeConfigList lists them: https://www.tencentcloud.com/document/product/1085/68181. */
const industry = (Id: string, Name: string, children: readonly string[]) => ({
	Id,
	Name,
	Children: children.map((name, index) => ({ Id: `${Id}${String(index + 1).padStart(2, '0')}`, Name: name, TradeInfo: Id })),
});

/** Two levels; a child names its parent in TradeInfo. */
export const industries = [
	industry('kghy_01', 'Gaming', ['Game development', 'Game publishing', 'Game platform']),
	industry('kghy_02', 'Media', ['Video', 'Live streaming', 'News and publishing']),
	industry('kghy_03', 'Finance', ['Banking', 'Insurance', 'Securities']),
	industry('kghy_04', 'Retail', ['E-commerce', 'Shops and brands', 'Logistics']),
	industry('kghy_05', 'Education', ['Online education', 'Schools and universities']),
	industry('kghy_06', 'Other', ['Other']),
];
