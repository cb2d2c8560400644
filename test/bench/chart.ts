/** Charts as SVG pictures. */
import { type EChartsOption, init } from 'echarts';
import type { Chart } from './report';

const width = 860;

/** Apart for people who see no red or no green, light enough for a dark page and dark enough for a light one. */
const colours = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00'];
const ink = '#808080';

const value = (unit: string, logarithmic: boolean) => ({
	type: logarithmic ? ('log' as const) : ('value' as const),
	name: unit,
	nameLocation: 'middle' as const,
	nameGap: 38,
	axisLabel: { color: ink },
	nameTextStyle: { color: ink },
	splitLine: { lineStyle: { color: ink, opacity: 0.25 } },
});

const category = ({ categories, axis }: Chart) => ({
	type: 'category' as const,
	data: [...categories],
	axisLabel: { color: ink },
	nameTextStyle: { color: ink },
	...(axis === undefined ? {} : { name: axis, nameLocation: 'middle' as const, nameGap: 30 }),
});

/** Bars lie, since their names are long; lines run from left to right. */
function optionOf(chart: Chart): EChartsOption {
	const { kind, unit, series, title, logarithmic = false } = chart;
	const values = value(unit, logarithmic);
	const categories = category(chart);
	const drawn = {
		animation: false,
		color: colours,
		title: { text: title, left: 'center', textStyle: { color: ink, fontSize: 15 } },
		legend: { bottom: 0, itemGap: 40, textStyle: { color: ink } },
		grid: { top: 45, left: 20, right: 60, bottom: 75, containLabel: true },
	};
	if (kind === 'lines') {
		return {
			...drawn,
			xAxis: categories,
			yAxis: { ...values, nameGap: 50 },
			series: series.map(({ name, values: data }) => ({ type: 'line', name, data: [...data], symbolSize: 7 })),
		};
	}
	return {
		...drawn,
		xAxis: values,
		yAxis: { ...categories, inverse: true },
		series: series.map(({ name, values: data }) => ({
			type: 'bar',
			name,
			data: [...data],
			label: { show: true, position: 'right', color: ink },
		})),
	};
}

/** The picture's text. */
export function svgOf(chart: Chart): string {
	const bars = chart.categories.length * chart.series.length;
	const height = chart.kind === 'lines' ? 420 : 150 + bars * 24;
	const drawing = init(null, null, { renderer: 'svg', ssr: true, width, height });
	drawing.setOption(optionOf(chart));
	const svg = drawing.renderToSVGString();
	drawing.dispose();
	return `${svg}\n`;
}
