import { describeDataLayer } from './testing/data-layer-suite.js';
import { describeStoreDamage } from './testing/store-damage-suite.js';

describeDataLayer('fake-indexeddb');
describeStoreDamage('fake-indexeddb');
