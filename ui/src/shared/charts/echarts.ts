// The parts of ECharts that charts here use, and nothing else of it. Fetched when the first chart is drawn.
import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// The council's policy of contents takes only trusted text as HTML. ECharts writes none but the empty one, by which it clears
// its box; all else stays refused.
const trusted = (globalThis as { trustedTypes?: { createPolicy: (name: string, rules: object) => void } })
  .trustedTypes;
trusted?.createPolicy('default', { createHTML: (text: string) => (text === '' ? '' : null) });

use([
  BarChart,
  HeatmapChart,
  LineChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  CanvasRenderer,
]);

export { init };
