// The look all charts share: hairline axes, no ornament, tabular figures; and the few shapes that pages ask for. A page says what, this
// says how. Tooltips are drawn on the canvas, since the policy of contents bars styles in text.
import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './palette';
import type { ChartValue } from './table';

type Format = (value: number) => string;

function base(palette: Palette): EChartsCoreOption {
  const text = { color: palette.ink, fontFamily: 'Noto Sans', fontSize: 0.8125 * palette.rem };
  return {
    animation: false,
    color: palette.series,
    textStyle: text,
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      backgroundColor: palette.paper,
      borderColor: palette.soft,
      textStyle: text,
      axisPointer: { type: 'line', lineStyle: { color: palette.soft } },
    },
    legend: { show: false, bottom: 0, textStyle: text, itemWidth: palette.rem, icon: 'rect' },
  };
}

/** Where several series are told apart. */
function named(shared: EChartsCoreOption, series: Series[]): EChartsCoreOption {
  return { ...shared, legend: { ...(shared.legend as object), show: series.length > 1 } };
}

function grid(palette: Palette, legend: boolean): object {
  const rem = palette.rem;
  return {
    left: 0.5 * rem,
    right: 1.25 * rem,
    top: rem,
    bottom: legend ? 2.25 * rem : 0.5 * rem,
    containLabel: true,
  };
}

function valueAxis(palette: Palette, format: Format): object {
  return {
    type: 'value',
    axisLabel: { color: palette.soft, formatter: format, fontSize: 0.8125 * palette.rem, hideOverlap: true },
    splitLine: { lineStyle: { color: palette.rule } },
  };
}

function categoryAxis(palette: Palette, names: ChartValue[], more: object = {}): object {
  return {
    type: 'category',
    data: names.map(String),
    axisLine: { lineStyle: { color: palette.ink } },
    axisTick: { show: false },
    axisLabel: { color: palette.ink, fontSize: 0.8125 * palette.rem, hideOverlap: true },
    ...more,
  };
}

export interface Series {
  name: string;
  values: ChartValue[];
  /** On top of the one before. */
  stacked?: boolean;
  /** Drawn as a line over bars, of per cent, on an axis of its own. */
  share?: boolean;
  dashed?: boolean;
}

/** Lines over time. */
export function lines(
  palette: Palette,
  names: ChartValue[],
  series: Series[],
  format: Format,
): EChartsCoreOption {
  return {
    ...named(base(palette), series),
    grid: grid(palette, series.length > 1),
    xAxis: categoryAxis(palette, names, { boundaryGap: false }),
    yAxis: valueAxis(palette, format),
    series: series.map(({ name, values, dashed }) => ({
      type: 'line',
      name,
      data: values,
      showSymbol: false,
      lineStyle: { width: 2, type: dashed ? 'dashed' : 'solid' },
    })),
  };
}

/** Bars, upright for time, lying for names. */
export function bars(
  palette: Palette,
  names: ChartValue[],
  series: Series[],
  format: Format,
  lying = false,
): EChartsCoreOption {
  const category = categoryAxis(palette, names, lying ? { inverse: true } : {});
  const values = valueAxis(palette, format);
  const shares = series.some(({ share }) => share);
  const second = {
    type: 'value',
    min: 0,
    max: 100,
    splitLine: { show: false },
    axisLabel: { color: palette.soft, formatter: '{value} %' },
  };
  return {
    ...named(base(palette), series),
    grid: grid(palette, series.length > 1),
    xAxis: lying ? values : category,
    yAxis: lying ? category : shares ? [values, second] : values,
    series: series.map(({ name, values, stacked, share }) =>
      share
        ? { type: 'line', name, data: values, yAxisIndex: 1, symbolSize: 5 }
        : {
            type: 'bar',
            name,
            data: values,
            stack: stacked ? 'all' : undefined,
            barMaxWidth: 1.5 * palette.rem,
          },
    ),
  };
}

/** A field of cells, darker for more. */
export function heat(
  palette: Palette,
  across: string[],
  down: string[],
  cells: [number, number, number][],
  format: Format,
): EChartsCoreOption {
  const most = cells.reduce((most, [, , count]) => Math.max(most, count), 1);
  const shared = base(palette);
  return {
    ...shared,
    tooltip: {
      ...(shared.tooltip as object),
      trigger: 'item',
      formatter: ({ value }: { value: [number, number, number] }) =>
        `${down[value[1]]} ${across[value[0]]}: ${format(value[2])}`,
    },
    grid: grid(palette, false),
    xAxis: categoryAxis(palette, across),
    yAxis: categoryAxis(palette, down, { inverse: true }),
    visualMap: { show: false, min: 0, max: most, inRange: { color: [palette.paper, palette.accent] } },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: palette.rule, borderWidth: 1 } }],
  };
}
