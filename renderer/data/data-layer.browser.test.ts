import { describeDataLayer } from './testing/data-layer-suite.js';

describeDataLayer('real Chromium');
