import './testing/node-browser-apis.js';
import { describeDataLayer } from './testing/data-layer-suite.js';

describeDataLayer('fake-indexeddb');
